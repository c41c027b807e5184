import { decimal } from '../../../base/decimal.ts'
import type { Json } from '../../../base/json.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { foldCount } from '../rules/fold-count.ts'
import { entriesOf, goodsKey } from './open-sheet.ts'
import type { CountRecord, OpenSheet, StoredEntry } from './open-sheet.ts'

interface ItemRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unit: string
  /** Each with how many base units it stands for: a carton is scanned as its pieces. */
  readonly barcodes: readonly (readonly [string, string])[]
}

const itemsOf = async (work: Work, ids: readonly string[]) => {
  const rows = await work.tx.rows<ItemRow>(
    `select i.id, i.code, i.name, coalesce(u.name, '') as unit,
       array(select json_build_array(x.barcode, (x.numerator::numeric / coalesce(x.denominator, 1))::text)
         from item_units x where x.company_id = $1 and x.owner_id = i.id and x.barcode is not null
         union all select json_build_array(i.barcode, '1') where i.barcode is not null) as barcodes
     from item i left join unit u on u.company_id = $1 and u.id = i.unit where i.company_id = $1 and i.id = any($2::uuid[])`,
    [work.company, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const countersOf = async (work: Work, record: CountRecord) => {
  const ids = [...new Set(record.lines.flatMap((line) => (line.counter === null ? [] : [line.counter])))]
  const rows = await work.tx.rows<{ id: string; name: string }>(
    `select id, name from employee where company_id = $1 and id = any($2::uuid[]) order by code`,
    [work.company, ids],
  )
  return rows.map(({ id, name }) => ({ id, name }))
}

const binsOf = async (work: Work, ids: readonly (string | null)[]) => {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const rows =
    wanted.length === 0
      ? []
      : await work.tx.rows<{ id: string; code: string; name: string }>(
          `select id, code, name from bin where company_id = $1 and id = any($2::uuid[])`,
          [work.company, wanted],
        )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What was counted of goods in a round: in numbers, and by whom. */
const countedOf = (entries: readonly StoredEntry[] | undefined): { [key: string]: Json } => {
  const folded = foldCount(entries ?? [])
  return { counted: folded?.quantity.toString() ?? null, by: folded?.by.join('、') ?? null }
}

/** The sheet as whoever counts gets it: without the books as long as it is blind, without costs always. */
export const sheetView = async (work: Work, sheet: OpenSheet): Promise<{ [key: string]: Json }> => {
  const { record, stage, round } = sheet
  const all = await entriesOf(work, record.header.id)
  const entries = Map.groupBy(
    all.filter((one) => one.round === round),
    goodsKey,
  )
  const onSheet = new Set(record.lines.map(goodsKey))
  const outside = [...entries].flatMap(([key, [first]]) => (onSheet.has(key) || first === undefined ? [] : [first]))
  const [items, counters, bins] = await Promise.all([
    itemsOf(work, [...record.lines.map((line) => line.item), ...outside.map((one) => one.item)]),
    countersOf(work, record),
    binsOf(
      work,
      [...record.lines, ...outside].map((one) => one.bin),
    ),
  ])
  const goods = ({ item, lot, bin }: Pick<StoredEntry, 'item' | 'lot' | 'bin'>): { [key: string]: Json } => {
    const found = items.get(item)
    return {
      item,
      lot,
      bin,
      binCode: bins.get(bin ?? '')?.code ?? null,
      binName: bins.get(bin ?? '')?.name ?? null,
      code: found?.code ?? '',
      name: found?.name ?? '',
      unit: found?.unit ?? '',
      barcodes: (found?.barcodes ?? []).map(([code, times]) => ({ code, times: decimal(times).toString() })),
    }
  }
  const wanted = round === 2 ? record.lines.filter((line) => line.needsRecount === true) : record.lines
  const mine = all.findLast((one) => one.round === round && one.userId === work.actor.id)
  return {
    id: record.header.id,
    number: record.header.number,
    stage,
    isBlind: record.header.isBlind === true,
    scope: record.header.scope,
    counters,
    lines: [
      ...wanted.map((line) => ({
        ...goods(line),
        spec: line.spec,
        counter: line.counter,
        book: line.bookQuantity?.plus(line.movedQuantity ?? 0).toString() ?? null,
        typed: line.countedQuantity?.toString() ?? null,
        ...countedOf(entries.get(goodsKey(line))),
        outside: false,
      })),
      ...outside.map((one) => ({
        ...goods(one),
        spec: null,
        counter: null,
        book: null,
        typed: null,
        ...countedOf(entries.get(goodsKey(one))),
        outside: true,
      })),
    ],
    last:
      mine === undefined
        ? null
        : { id: mine.id, item: mine.item, lot: mine.lot, bin: mine.bin, quantity: mine.quantity.toString() },
  }
}
