import { phraseReader, type PhraseBook } from '../../kernel/definition/phrases.ts'
import { currentLanguage } from '../language.ts'

let read = phraseReader([])

/** The sentences of the installed product, once they are known. */
export function learnPhrases(book: PhraseBook): void {
  read = phraseReader(book)
}

/** What the product wrote in Chinese (a reason, a note, a help text), in the language of the reader. */
export function said(text: string): string {
  return currentLanguage() === 'en' ? read(text) : text
}
