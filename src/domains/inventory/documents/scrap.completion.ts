import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { scrap } from './scrap.ts'
import { withTransferredTax } from './used-goods.completion.ts'

export const completeScrap = defineCompletion(scrap, (drafts, work) => withTransferredTax(work, drafts))
