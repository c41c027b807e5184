import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { cashTransfer } from './cash-transfer.ts'

/** Cash against cash; the fee is paid on top; what currencies leave over is an exchange difference. */
export const postCashTransfer = definePosting(
  cashTransfer,
  function* ({ header }) {
    const fee = header.fee ?? zero
    yield cash.pay({ line: null, account: header.fromAccount, amount: header.amount.plus(fee), field: 'fromAccount' })
    yield cash.receive({ line: null, account: header.toAccount, amount: header.amount })
    if (!fee.isZero()) yield general.debit({ line: null, role: 'bankFee', amount: fee })
  },
  { remainder: () => 'exchangeDifference' },
)
