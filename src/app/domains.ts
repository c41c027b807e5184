import { accounting } from '../domains/accounting/index.ts'
import { assets } from '../domains/assets/index.ts'
import { banking } from '../domains/banking/index.ts'
import { bills } from '../domains/bills/index.ts'
import { claims } from '../domains/claims/index.ts'
import { customers } from '../domains/customers/index.ts'
import { exchange } from '../domains/exchange/index.ts'
import { group } from '../domains/group/index.ts'
import { help } from '../domains/help/index.ts'
import { inventory } from '../domains/inventory/index.ts'
import { invoicing } from '../domains/invoicing/index.ts'
import { money } from '../domains/money/index.ts'
import { planning } from '../domains/planning/index.ts'
import { production } from '../domains/production/index.ts'
import { purchasing } from '../domains/purchasing/index.ts'
import { sales } from '../domains/sales/index.ts'
import { catalogueOf } from '../kernel/definition/domain.ts'
import { tax } from '../domains/tax/index.ts'
import type { Domain } from '../kernel/definition/domain.ts'
import { foundation } from '../ledgers/foundation.ts'

/** The installed product, in the order of its menus; an earlier domain never refers to a later one. */
export const domains: readonly Domain[] = [
  foundation,
  purchasing,
  sales,
  customers,
  inventory,
  planning,
  production,
  money,
  bills,
  claims,
  assets,
  accounting,
  invoicing,
  banking,
  tax,
  exchange,
  group,
  help,
]

/** Everything the installed product defines. */
export const catalogue = catalogueOf(domains)
