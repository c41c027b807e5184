import { withRowConditions } from '../kernel/database/row-conditions.ts'
import { systemTables } from '../kernel/database/system-tables.ts'
import { tablesOf } from '../kernel/database/table-spec.ts'
import type { TableSpec } from '../kernel/database/table-spec.ts'
import { install } from '../kernel/documents/installed.ts'
import type { Installed, ServerDomain } from '../kernel/documents/installed.ts'
import { accountingServer } from '../domains/accounting/server.ts'
import { assetsServer } from '../domains/assets/server.ts'
import { bankingServer } from '../domains/banking/server.ts'
import { billsServer } from '../domains/bills/server.ts'
import { claimsServer } from '../domains/claims/server.ts'
import { customersServer } from '../domains/customers/server.ts'
import { exchangeServer } from '../domains/exchange/server.ts'
import { groupServer } from '../domains/group/server.ts'
import { helpServer } from '../domains/help/server.ts'
import { inventoryServer } from '../domains/inventory/server.ts'
import { invoicingServer } from '../domains/invoicing/server.ts'
import { moneyServer } from '../domains/money/server.ts'
import { planningServer } from '../domains/planning/server.ts'
import { productionServer } from '../domains/production/server.ts'
import { purchasingServer } from '../domains/purchasing/server.ts'
import { salesServer } from '../domains/sales/server.ts'
import { taxServer } from '../domains/tax/server.ts'
import { foundationServer, ledgerTables } from '../ledgers/foundation-server.ts'
import { catalogue } from './domains.ts'
import { readyRoles } from './roles/ready-roles.ts'

const servers: readonly ServerDomain[] = [
  foundationServer,
  purchasingServer,
  salesServer,
  customersServer,
  inventoryServer,
  planningServer,
  productionServer,
  moneyServer,
  billsServer,
  claimsServer,
  assetsServer,
  accountingServer,
  invoicingServer,
  bankingServer,
  taxServer,
  exchangeServer,
  groupServer,
  helpServer,
]

/** The installed product with everything the server runs by its definitions. */
export const installed: Installed = install(catalogue, servers, readyRoles)

/** Every table of the product. */
export const productTables: readonly TableSpec[] = withRowConditions(catalogue, [
  ...systemTables,
  ...ledgerTables,
  ...tablesOf(catalogue),
  ...servers.flatMap((server) => server.tables ?? []),
])
