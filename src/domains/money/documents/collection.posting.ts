import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { collection } from './collection.ts'
import { inBooks } from './paid-currency.ts'
import { advanceOf } from './paid-sums.ts'

/** Money in, fees kept back; items settled with their discounts; what is rounded off is given; the rest is an advance. */
export const postCollection = definePosting(
  collection,
  function* ({ header, lines, settlements }) {
    const rate = header.rate ?? undefined
    const currency = header.currency ?? undefined
    for (const line of lines) {
      const fee = line.fee ?? zero
      yield cash.receive({ line, account: line.cashAccount, amount: line.amount.minus(fee), rate })
      if (!fee.isZero()) yield general.debit({ line, role: 'bankFee', amount: inBooks(fee, header.rate) })
    }
    for (const line of settlements) {
      const discount = line.discount ?? zero
      const amount = line.amount.plus(discount).neg()
      yield party.settle({
        line,
        party: header.customer,
        kind: line.kind,
        openItem: line.openItem,
        amount,
        settledIn: currency,
      })
      if (!discount.isZero())
        yield general.debit({ line, role: 'cashDiscountGiven', amount: inBooks(discount, header.rate) })
    }
    const roundedOff = header.roundedOff ?? zero
    if (!roundedOff.isZero())
      yield general.debit({ line: null, role: 'roundingOff', amount: inBooks(roundedOff, header.rate) })
    const advance = advanceOf({ lines, settlements }, roundedOff)
    if (advance.isZero()) return
    yield party.owe({
      line: null,
      party: header.customer,
      kind: 'advanceFromCustomer',
      amount: advance,
      currency,
      rate,
      against: within,
    })
  },
  { remainder: () => 'exchangeDifference' },
)
