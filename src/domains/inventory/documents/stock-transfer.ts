import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, decimal, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext, LineDraft } from '../../../kernel/definition/record.ts'
import { bin } from '../../../ledgers/dimensions/bin.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { deriveGoods, goodsLine, totalOf } from '../../../ledgers/priced-lines.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'
import { ratioKinds, ratioQuantities } from '../rules/ratio-quantities.ts'
import { deriveTransferPrice, transferPriceHead, transferPriceLine } from './transfer-price.ts'

const header = {
  fromWarehouse: ref(warehouse, { label: '调出仓库', indexed: true, help: '多对一调拨可留空，在明细各行填写' }),
  toWarehouse: ref(warehouse, { label: '调入仓库', indexed: true, help: '一对多调拨可留空，在明细各行填写' }),
  employee: ref(employee, { label: '经手人', english: 'Handled by' }),
  ratioBy: choice({
    label: '配比方式',
    english: 'By ratio',
    options: ratioKinds,
    help: '按套数：数量＝套数×配比；按比例分配：每个商品的总数按配比分到各行，尾差归余数最大的行',
  }),
  ratioQuantity: quantity({ label: '套数/总数', english: 'Sets or total' }),
  kit: ref(item, { label: '配比套件', english: 'Ratio from the kit', help: '明细为空时，保存后按套件组成生成明细' }),
  ...transferPriceHead,
  totalIn: money({ label: '调入合计', english: 'Moved in at', computed: true, sensitive: true }),
} as const

const line = {
  ...goodsLine,
  ratio: decimal({ label: '配比', help: '配比调拨时填写' }),
  fromWarehouse: ref(warehouse, { label: '调出仓库', help: '空则随单头' }),
  toWarehouse: ref(warehouse, { label: '调入仓库', help: '空则随单头' }),
  ...transferPriceLine,
  ...trackedLine,
  bin: { ...trackedLine.bin, label: '调出货位', english: 'From bin' },
  toBin: ref(bin, { label: '调入货位', english: 'To bin', help: '调入仓库启用货位时填写放到哪里；空则按默认' }),
  remark: text({ label: '备注' }),
} as const

type Header = Draft<typeof header>
type Line = LineDraft<typeof line>

const headOf = (context: DeriveContext): Header => context.header

const isSame = (from: string | null | undefined, to: string | null | undefined) => Boolean(from) && from === to

const sameWarehouse = () => new FieldRefusal('toWarehouse', '调入仓库不能与调出仓库相同', 'must be another warehouse')

const deriveLine = (written: Line, context: DeriveContext) => {
  const head = headOf(context)
  const [from, to] = [written.fromWarehouse ?? head.fromWarehouse, written.toWarehouse ?? head.toWarehouse]
  if ((written.fromWarehouse || written.toWarehouse) && isSame(from, to)) throw sameWarehouse()
  return { ...deriveGoods(written, context), ...deriveTransferPrice(written, context) }
}

/** 调拨单: goods go from warehouses to others in one step: one to one, one to many, many to one, by ratio; at cost or at a price. */
export const stockTransfer = defineDocument({
  name: 'stockTransfer',
  label: '调拨单',
  numbering: 'DBD-{yyyyMM}-{seq:4}',
  header,
  tables: {
    lines: lineTable({ label: '商品明细', atLeast: 1, fields: line, derive: deriveLine }),
  },
  spread: ({ lines }, context) => {
    const { ratioBy, ratioQuantity } = headOf(context)
    if (!ratioBy || lines.length === 0) return {}
    const quantities = ratioQuantities(
      ratioBy,
      ratioQuantity ?? zero,
      lines.map((each) => ({
        item: each.item ?? '',
        ratio: each.ratio ?? zero,
        places: context.lookup(unit, each.unit)?.places ?? 0,
      })),
    )
    return {
      lines: lines.map((each, index) => {
        const moved = { ...each, quantity: quantities[index] ?? zero }
        return { ...moved, ...deriveGoods(moved, context), ...deriveTransferPrice(moved, context) }
      }),
    }
  },
  derive: ({ fromWarehouse, toWarehouse, priceBy }, { tables }) => {
    if (isSame(fromWarehouse, toWarehouse)) throw sameWarehouse()
    return { totalIn: priceBy ? totalOf(tables.lines, 'inAmount') : null }
  },
  list: ['fromWarehouse', 'toWarehouse', 'employee', 'totalIn'],
  totals: ['quantity', 'inAmount'],
})

/** Where a line's goods go from and to: its own places, else those at the head; undefined where neither says. */
export const placesOf = (
  head: Pick<Header, 'fromWarehouse' | 'toWarehouse'>,
  written: Pick<Line, 'fromWarehouse' | 'toWarehouse'>,
) => {
  const [from, to] = [written.fromWarehouse ?? head.fromWarehouse, written.toWarehouse ?? head.toWarehouse]
  return from && to ? { from, to } : undefined
}
