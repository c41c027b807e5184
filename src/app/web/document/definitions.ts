import type { Domain } from '../../../kernel/definition/domain.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'

/** The first door of each area, opened when one of its documents is. An area that is not named here has no pages. */
const doors: Readonly<Record<string, () => Promise<Domain>>> = {
  purchasing: () => import('../../../domains/purchasing/index.ts').then((door) => door.purchasing),
  sales: () => import('../../../domains/sales/index.ts').then((door) => door.sales),
  customers: () => import('../../../domains/customers/index.ts').then((door) => door.customers),
  inventory: () => import('../../../domains/inventory/index.ts').then((door) => door.inventory),
  planning: () => import('../../../domains/planning/index.ts').then((door) => door.planning),
  production: () => import('../../../domains/production/index.ts').then((door) => door.production),
  money: () => import('../../../domains/money/index.ts').then((door) => door.money),
  bills: () => import('../../../domains/bills/index.ts').then((door) => door.bills),
  claims: () => import('../../../domains/claims/index.ts').then((door) => door.claims),
  assets: () => import('../../../domains/assets/index.ts').then((door) => door.assets),
  accounting: () => import('../../../domains/accounting/index.ts').then((door) => door.accounting),
  invoicing: () => import('../../../domains/invoicing/index.ts').then((door) => door.invoicing),
  banking: () => import('../../../domains/banking/index.ts').then((door) => door.banking),
  tax: () => import('../../../domains/tax/index.ts').then((door) => door.tax),
  group: () => import('../../../domains/group/index.ts').then((door) => door.group),
}

/** Loads the definition of a document with its rules, from the area that the catalogue says it is of. */
export async function loadDocument(domain: string, name: string): Promise<AnyDocument> {
  const loaded = await doors[domain]?.()
  const found = loaded?.documents?.find((one) => one.name === name)
  if (found === undefined) throw new Error(`there is no page for ${domain}.${name}`)
  return found
}
