import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { customerRefund } from './customer-refund.ts'
import { inBooks } from './paid-currency.ts'

/** Money out, for the credits and advances of the customer that it settles. */
export const postCustomerRefund = definePosting(
  customerRefund,
  function* ({ header, lines, settlements }) {
    const rate = header.rate ?? undefined
    const currency = header.currency ?? undefined
    for (const line of lines) {
      const fee = line.fee ?? zero
      yield cash.pay({ line, account: line.cashAccount, amount: line.amount.plus(fee), rate })
      if (!fee.isZero()) yield general.debit({ line, role: 'bankFee', amount: inBooks(fee, header.rate) })
    }
    for (const line of settlements) {
      yield party.settle({
        line,
        party: header.customer,
        kind: line.kind,
        openItem: line.openItem,
        amount: line.amount,
        settledIn: currency,
      })
    }
  },
  { remainder: () => 'exchangeDifference' },
)
