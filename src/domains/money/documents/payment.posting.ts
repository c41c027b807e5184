import { zero } from '../../../base/decimal.ts'
import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { inBooks } from './paid-currency.ts'
import { advanceOf } from './paid-sums.ts'
import { payment } from './payment.ts'

/** Money out, fees on top; items settled with their discounts; what is rounded off is kept; the rest is an advance. */
export const postPayment = definePosting(
  payment,
  function* ({ header, lines, settlements }) {
    const rate = header.rate ?? undefined
    const currency = header.currency ?? undefined
    for (const line of lines) {
      const fee = line.fee ?? zero
      yield cash.pay({ line, account: line.cashAccount, amount: line.amount.plus(fee), rate })
      if (!fee.isZero()) yield general.debit({ line, role: 'bankFee', amount: inBooks(fee, header.rate) })
    }
    for (const line of settlements) {
      const discount = line.discount ?? zero
      const amount = line.amount.plus(discount)
      yield party.settle({
        line,
        party: header.supplier,
        kind: line.kind,
        openItem: line.openItem,
        amount,
        settledIn: currency,
      })
      if (!discount.isZero())
        yield general.credit({ line, role: 'cashDiscountTaken', amount: inBooks(discount, header.rate) })
    }
    const roundedOff = header.roundedOff ?? zero
    if (!roundedOff.isZero())
      yield general.credit({ line: null, role: 'roundingOff', amount: inBooks(roundedOff, header.rate) })
    const advance = advanceOf({ lines, settlements }, roundedOff)
    if (advance.isZero()) return
    yield party.charge({
      line: null,
      party: header.supplier,
      kind: 'advanceToSupplier',
      amount: advance,
      currency,
      rate,
      against: within,
    })
  },
  { remainder: () => 'exchangeDifference' },
)
