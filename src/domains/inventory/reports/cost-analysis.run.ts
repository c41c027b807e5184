import { firstOfMonth } from '../../../base/calendar-date.ts'
import { decimal, round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { costAnalysis } from './cost-analysis.ts'
import type { costGroups, costSides } from './cost-analysis.ts'
import { isCostOfSale } from './sale-entries.ts'

type Group = keyof typeof costGroups
type Side = keyof typeof costSides

/** Documents by what their value is to the goods; what stands nowhere is other. */
const elements: Readonly<Record<string, readonly string[]>> = {
  goods: ['purchaseReceipt', 'purchaseReturn', 'purchaseExchange', 'custodyReceipt'],
  charges: ['landedCost'],
  priceDifference: ['purchaseInvoice', 'estimateReversal'],
  allowance: ['purchaseAllowance'],
  conversion: ['assembly', 'disassembly', 'productionReceipt', 'subcontractReceipt'],
  countGain: ['countAdjustment'],
  adjustment: ['costAdjustment', 'costMethodChange', 'standardCost', 'stockReclassification'],
  opening: ['openingStock'],
}

const elementSql = `case ${Object.entries(elements)
  .map(([name, types]) => `when e.document_type in (${types.map((type) => `'${type}'`).join(', ')}) then '${name}'`)
  .join(' ')} else 'other' end`

const moved = `e.document_type in ('stockTransfer', 'transferOut', 'transferIn', 'incomingInspection', 'stockStatusChange')`
const inStock = `e.place in ('onHand', 'inspection', 'rejected')`

// Differences that a replay found correct what they correct: they belong to the side on which that stands.
const isIncoming = `(e.kind in ('receive', 'given', 'giveBack', 'revalue') or (e.kind = 'takeIn' and not ${isCostOfSale})
  or (e.kind = 'difference' and m.quantity > 0))`

const sides: Readonly<Record<Side, readonly [where: string, sign: 1 | -1]>> = {
  incoming: [`${inStock} and not ${moved} and ${isIncoming}`, 1],
  sold: [isCostOfSale, -1],
  used: [`${inStock} and not ${moved} and not (${isCostOfSale}) and not ${isIncoming}`, -1],
}

const groups: Readonly<Record<Group, readonly [id: string, name: string]>> = {
  element: [elementSql, elementSql],
  category: ['i.category::text', `coalesce(g.name, '（无分类）')`],
  item: ['e.item::text', `i.code || ' ' || i.name`],
  document: ['e.document_id::text', 'p.document_number'],
}

const below: Readonly<Record<Group, Group | null>> = {
  element: 'category',
  category: 'item',
  item: 'document',
  document: null,
}

interface Row {
  readonly id: string | null
  readonly name: string
  readonly type: string | null
  readonly quantity: string
  readonly amount: string
}

const sql = (by: Group, side: Side) => {
  const [where, sign] = sides[side]
  const [id, name] = groups[by]
  return `
  select ${id} as id, ${name} as name, ${by === 'document' ? 'e.document_type' : 'null'} as type,
    ${sign} * sum(e.quantity) as quantity, ${sign} * sum(e.amount) as amount
  from stock_entry e join item i on i.company_id = $1 and i.id = e.item
  left join item_category g on g.company_id = $1 and g.id = i.category
  left join stock_entry m on e.kind = 'difference' and m.company_id = $1 and m.id = e.corrects
  ${by === 'document' ? 'join posting p on p.company_id = $1 and p.id = e.posting_id' : ''}
  where e.company_id = $1 and e.date between $2 and $3 and ${where}
    and ($4::uuid is null or e.item = $4) and ($5::uuid is null or i.category = $5) and ($6::uuid is null or e.warehouse = $6)
    and ($7::text is null or ${elementSql} = $7)
  group by 1, 2, 3 having sum(e.amount) <> 0 or sum(e.quantity) <> 0 order by 5 desc, 2`
}

const elementNames: Readonly<Record<string, string>> = costAnalysis.parameters.element.options ?? {}

const percent = (part: Decimal, whole: Decimal) =>
  whole.isZero() ? null : round(part.times(100).div(whole), 2).toString()

const documentColumns = (): ReportColumn[] =>
  costAnalysis.columns.map((column) =>
    column.name === 'name'
      ? {
          ...column,
          label: '单据',
          english: 'Document',
          drill: { to: 'document', type: 'documentType', id: 'documentId' },
        }
      : column,
  )

export const runCostAnalysis = defineReportRun(costAnalysis, async (parameters, work) => {
  const to = parameters.to ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const from = parameters.from ?? firstOfMonth(to)
  const side = parameters.side ?? 'incoming'
  // What was sold is of no element: its cost is an average of all that came.
  const asked = parameters.by ?? 'element'
  const by = side !== 'incoming' && asked === 'element' ? 'category' : asked
  const narrowed = {
    item: parameters.item ?? null,
    category: parameters.category ?? null,
    warehouse: parameters.warehouse ?? null,
    element: side === 'incoming' ? (parameters.element ?? null) : null,
  }
  const rows = await work.tx.rows<Row>(
    sql(by, side),
    [work.company, from, to, narrowed.item, narrowed.category, narrowed.warehouse, narrowed.element],
    { named: false },
  )
  const whole = rows.reduce((sum, row) => sum.plus(row.amount), decimal(0))
  return {
    ...(by === 'document' ? { columns: documentColumns() } : {}),
    rows: rows.map((row): ReportRow => {
      const quantity = decimal(row.quantity)
      return {
        name: by === 'element' ? (elementNames[row.name] ?? row.name) : row.name,
        quantity: row.quantity,
        amount: row.amount,
        share: percent(decimal(row.amount), whole),
        unitCost: quantity.isZero() ? null : round(decimal(row.amount).div(quantity), 4).toString(),
        documentType: row.type,
        documentId: by === 'document' ? row.id : null,
        side,
        drillBy: below[by],
        element: by === 'element' ? row.id : narrowed.element,
        categoryId: by === 'category' ? row.id : narrowed.category,
        itemId: by === 'item' ? row.id : narrowed.item,
        warehouseId: narrowed.warehouse,
        from,
        to,
      }
    }),
    notes: [
      `${costSidesLabel(side)} ${from} — ${to}`,
      ...(narrowed.element === null ? [] : [elementNames[narrowed.element] ?? '']),
    ],
  }
})

const costSidesLabel = (side: Side): string => costAnalysis.parameters.side.options?.[side] ?? side
