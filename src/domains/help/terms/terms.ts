import type { PhraseBook, TermBook } from '../../../kernel/definition/phrases.ts'
import { makingTerms } from './making-terms.ts'
import { moneyTerms } from './money-terms.ts'
import { tradeTerms } from './trade-terms.ts'

/** 字段说明: what the words on the forms mean, said once a word; every field of that label shows it. */
export const terms: TermBook = [...tradeTerms, ...moneyTerms, ...makingTerms]

/** The explanations are read in English like any other sentence of the product. */
export const termPhrases: PhraseBook = terms.map(([, chinese, english]) => [chinese, english])
