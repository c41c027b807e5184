import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { internalUse } from './internal-use.ts'
import { withTransferredTax } from './used-goods.completion.ts'

export const completeInternalUse = defineCompletion(internalUse, (drafts, work) => withTransferredTax(work, drafts))
