import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { accountTransfer } from './account-transfer.ts'

/** Off the one account and onto the other, with all that it is told apart by. */
export const postAccountTransfer = definePosting(accountTransfer, function* ({ header, lines }) {
  for (const line of lines) {
    const { amount, branch, party, department, employee, project, item, auxiliary1, auxiliary2 } = line
    const moved = {
      line,
      amount,
      dimensions: { branch, party, department, employee, project, item, auxiliary1, auxiliary2 },
      quantity: line.quantity ?? undefined,
      ...(line.currency === null ? {} : { currency: line.currency, currencyAmount: line.currencyAmount ?? undefined }),
    }
    yield general.debit({ ...moved, account: header.toAccount })
    yield general.credit({ ...moved, account: header.fromAccount })
  }
})
