import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { claimInvoices } from '../../../ledgers/invoices/used-invoices.ts'
import { assetAcquisition } from './asset-acquisition.ts'
import { cardsInBooks, incompleteCards, repeatedCards } from './asset-cards.checks.ts'

type Input = PostingInput<typeof assetAcquisition>

/** What is bought is paid from an account or owed to a supplier; what is not bought costs no money. */
export const unpaidPurchase = ({ header }: Pick<Input, 'header'>): FieldProblem[] => {
  if (header.origin === 'purchase')
    return header.cashAccount === null && header.supplier === null
      ? [fieldProblem('cashAccount', '请填写付款账户，或填写供应商记应付账款', 'name a cash account or a supplier')]
      : []
  return header.cashAccount === null
    ? []
    : [fieldProblem('cashAccount', '不是外购，不能填付款账户', 'what is not bought is not paid')]
}

export const checkAssetAcquisition = defineCheck(assetAcquisition, async (input, work) => [
  ...unpaidPurchase(input),
  ...repeatedCards(input.lines),
  ...incompleteCards(input, input.lines),
  ...input.lines.flatMap((line, index) =>
    line.gross.gt(zero) ? [] : [fieldProblem(`lines.${index}.gross`, '金额应大于零', 'must be more than zero')],
  ),
  ...disabledReferences(assetAcquisition, input),
  ...(await cardsInBooks(work, input.lines, input.header.id)),
  ...(await claimInvoices(
    work,
    { type: assetAcquisition.name, id: input.header.id, number: input.header.number },
    input.header.invoiceNumber === null
      ? []
      : [{ path: 'invoiceNumber', number: input.header.invoiceNumber, party: input.header.supplier }],
  )),
])
