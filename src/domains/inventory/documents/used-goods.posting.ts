import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { general } from '../../../ledgers/general/general.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { stock } from '../../../ledgers/stock/stock.ts'

interface Used extends LineBase {
  readonly item: Id<'item'>
  readonly quantity: Decimal
  readonly baseQuantity: Decimal | null
  readonly lot: string | null
  readonly serials: string | null
  readonly secondQuantity: Decimal | null
  readonly transferredTax: Decimal | null
}

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
