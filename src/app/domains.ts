import { accounting } from '../domains/accounting/index.ts'
import { inventory } from '../domains/inventory/index.ts'
import { money } from '../domains/money/index.ts'
import { purchasing } from '../domains/purchasing/index.ts'
import { sales } from '../domains/sales/index.ts'
import { foundation } from '../ledgers/foundation.ts'

/** The installed product: its areas, in the order of the menu; a domain knows only those before it. */
export const domains = [foundation, purchasing, sales, inventory, money, accounting]
