import { firstOfMonth } from '../../../base/calendar-date.ts'
import { sumOfTexts } from '../../../base/fixed-point.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import type { ReportColumn, ReportRow } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { withoutZeros } from './markup-column.ts'
import { stockSummary } from './stock-summary.ts'
import type { summaryGroups } from './stock-summary.ts'
import { sharedItems } from './shared-items.ts'

type Group = keyof typeof summaryGroups

/** What moved of one group by one kind of document, in or out; what was before the range has neither. */
interface MovedRow {
  readonly id: string | null
  readonly code: string | null
  readonly name: string | null
  readonly unit: string | null
  readonly kind: string
  readonly side: 'open' | 'in' | 'out'
  readonly quantity: string
  readonly amount: string
  readonly markup: string
}

const groups: Readonly<Record<Group, readonly [id: string, columns: string, join: string, named: string]>> = {
  item: ['e.item', 'g.code, g.name, u.name as unit', 'join unit u on u.company_id = $1 and u.id = g.unit', 'item'],
  category: ['i.category', 'g.code, g.name, null as unit', '', 'item_category'],
  warehouse: ['e.warehouse', 'g.code, g.name, null as unit', '', 'warehouse'],
}

// Goods in and out stand on their own sides; a correction of cost stands where what it corrects stood. A withdrawn pair adds up to
// nothing on either side: its negation has the kind of what it takes back.
const movedSql = (by: Group, kinds: boolean) => {
  const [id, columns, join, named] = groups[by]
  return `
  with moved as (
    select ${id} as id, ${kinds ? 's.document_type' : `''`} as kind,
      case when s.date < $2 then 'open'
        when s.kind in ('receive', 'takeIn', 'given') or (s.kind = 'difference' and m.quantity > 0) or (s.kind = 'revalue' and s.amount > 0) then 'in'
        else 'out' end as side, sum(s.quantity) as quantity, sum(s.amount) as amount, sum(s.markup) as markup
    from stock_entry s
    left join stock_entry m on s.kind = 'difference' and s.date >= $2 and m.company_id = $1 and m.id = s.corrects
    join item i on i.company_id = $1 and i.id = s.item and ($5::uuid is null or i.category = $5)
    cross join lateral (select s.item, s.warehouse) e
    where s.company_id = $1 and s.place in (${pooledPlacesSql}) and (s.pool <> '' or $6::uuid is not null or ${by === 'warehouse'})
      and s.date <= $3 and ($4::uuid is null or s.item = $4) and ($6::uuid is null or s.warehouse = $6)
      and ($7::timestamptz is null or s.recorded_at <= $7)
    group by 1, 2, 3)
  select m.id, ${columns}, m.kind, m.side, m.quantity, m.amount, m.markup from moved m
  left join ${named} g on g.company_id = $1 and g.id = m.id ${join} order by g.code nulls last`
}

const sums = (
  rows: readonly MovedRow[],
  quantity: string,
  amount: string,
  sign: 1 | -1 = 1,
): Record<string, string> => {
  const turned = (text: string) => (sign === 1 ? text : text.startsWith('-') ? text.slice(1) : `-${text}`)
  const sumOf = (texts: readonly string[]) => (texts.length === 0 ? '0' : sumOfTexts(texts.map(turned)))
  return {
    [quantity]: sumOf(rows.map((row) => row.quantity)),
    [amount]: sumOf(rows.map((row) => row.amount)),
  }
}

interface Kind {
  readonly kind: string
  readonly side: 'in' | 'out'
}

const kindsIn = (rows: readonly MovedRow[]): Kind[] =>
  (['in', 'out'] as const).flatMap((side) =>
    [...new Set(rows.filter((row) => row.side === side).map((row) => row.kind))]
      .toSorted()
      .map((kind) => ({ kind, side })),
  )

const sideLabels = { in: '收入', out: '发出' } as const

const columnsOf = (work: Work, by: Group, kinds: readonly Kind[]): ReportColumn[] => {
  const own = stockSummary.columns
    .filter((column) => by === 'item' || column.name !== 'unit')
    .map((column) => {
      const { drill, ...plain } = column
      const leads = by === 'item' ? column.name === 'code' : column.name === 'name'
      return drill === undefined || leads ? column : plain
    })
  return own.flatMap((column) => {
    const after = column.name === 'inAmount' ? 'in' : column.name === 'outAmount' ? 'out' : null
    const parts = kinds
      .filter(({ side }) => side === after)
      .flatMap(({ kind, side }): ReportColumn[] => {
        const group = `${sideLabels[side]}·${work.installed.catalogue.documents.get(kind)?.label ?? kind}`
        return [
          { name: `${side}.${kind}.q`, label: '数量', english: 'Quantity', kind: 'quantity', group, total: true },
          {
            name: `${side}.${kind}.a`,
            label: '金额',
            english: 'Amount',
            kind: 'money',
            group,
            total: true,
            sensitive: true,
          },
        ]
      })
    return [column, ...parts]
  })
}

export const runStockSummary = defineReportRun(stockSummary, async (parameters, work) => {
  const to = parameters.to ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const from = parameters.from ?? firstOfMonth(to)
  const by = parameters.by ?? 'item'
  const { item, category, warehouse, knownAt } = parameters
  const rows = await work.tx.rows<MovedRow>(
    movedSql(by, parameters.kinds === true),
    [work.company, from, to, item ?? null, category ?? null, warehouse ?? null, knownAt ?? null],
    { named: false },
  )
  // Goods of one pool have one cost wherever they lie: what came to a warehouse has a value only where pools are its own.
  const hasValues = (by !== 'warehouse' && !warehouse) || (await sharedItems(work)).size === 0
  const kinds = parameters.kinds === true ? kindsIn(rows) : []
  const answer = [...Map.groupBy(rows, (row) => row.id ?? '').values()].map((own): ReportRow => {
    const [first] = own
    const on = (side: MovedRow['side'], kind?: string) =>
      own.filter((row) => row.side === side && (kind === undefined || row.kind === kind))
    return Object.assign(
      {
        itemId: by === 'item' ? (first?.id ?? null) : null,
        categoryId: by === 'category' ? (first?.id ?? null) : (category ?? null),
        warehouseId: by === 'warehouse' ? (first?.id ?? null) : (warehouse ?? null),
        drillBy: 'item',
        from,
        to,
        code: first?.code ?? '',
        name: first?.name ?? '（无分类）',
        unit: first?.unit ?? null,
      },
      sums(on('open'), 'openQuantity', 'openAmount'),
      sums(on('in'), 'inQuantity', 'inAmount'),
      sums(on('out'), 'outQuantity', 'outAmount', -1),
      sums(own, 'closeQuantity', 'closeAmount'),
      { closeMarkup: sumOfTexts(own.map((row) => row.markup)) },
      ...kinds.map(({ kind, side }) =>
        sums(on(side, kind), `${side}.${kind}.q`, `${side}.${kind}.a`, side === 'in' ? 1 : -1),
      ),
    )
  })
  const columns = withoutZeros(columnsOf(work, by, kinds), answer, 'closeMarkup')
  return {
    columns: columns.filter((column) => hasValues || column.kind !== 'money'),
    rows: answer,
    notes: [`${from} — ${to}`, ...(hasValues ? [] : ['成本按全公司核算，分仓看数量；分仓金额见库存余额表'])],
  }
})
