import type { Id } from '../../../base/id.ts'
import type { Complete } from '../../../kernel/definition/field.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { general } from '../../../ledgers/general/general.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import type { usedLine } from './used-goods.ts'

type Used = LineBase & Complete<typeof usedLine>

/**
 * Goods that leave at found cost, and the input VAT that is deducted for them no more (进项税额转出), both against one role.
 * What is scrapped may be expired or frozen; what is used may not.
 */
export function* goodsUsed(line: Used, from: Id<'warehouse'>, against: AccountRoleName, evenUnfit = false) {
  yield stock.issue({
    line,
    item: line.item,
    quantity: line.baseQuantity ?? line.quantity,
    from,
    ...trackedOf(line),
    ...(evenUnfit ? { evenUnfit } : {}),
    against,
  })
  if (line.transferredTax !== null && !line.transferredTax.isZero()) {
    yield general.credit({ line, role: 'inputVatTransferredOut', amount: line.transferredTax, against })
  }
}
