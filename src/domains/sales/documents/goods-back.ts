import { ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { deliveredBases, deriveDeliveredBases } from './delivered-bases.ts'
import { customerHead, deriveSalesHead, salesTerms, salesTotals } from './sales-head.ts'
import type { SalesContext } from './sales-head.ts'

/** From whom goods come back, and to where. */
export const backHead = {
  customer: customerHead.customer,
  warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
} as const

/** Under what goods come back: terms, totals, and the bases that they were delivered under. */
export const backTerms = {
  salesperson: customerHead.salesperson,
  department: customerHead.department,
  ...salesTerms,
  ...salesTotals,
  ...deliveredBases,
} as const

/** Goods that come back, with their price and the warehouse they go to. */
export const backLine = {
  ...goodsLine,
  ...priceWithTax,
  warehouse: ref(warehouse, { label: '仓库', help: '空则随单头' }),
  ...trackedLine,
  remark: text({ label: '备注' }),
} as const

/** The head of goods that come back; of a sheet without a delivery the bases are those in force. */
export const deriveGoodsBack = (header: Draft<typeof backHead & typeof backTerms>, context: SalesContext) => {
  const bases = deriveDeliveredBases({}, context)
  return {
    ...deriveSalesHead(header, context),
    vatDueOn: header.vatDueOn ?? bases.vatDueOn,
    receivableBasis: header.receivableBasis ?? bases.receivableBasis,
  }
}
