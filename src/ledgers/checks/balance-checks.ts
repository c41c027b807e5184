import type { BookCheck } from '../../kernel/documents/installed.ts'
import { snake } from '../../kernel/definition/define.ts'
import { tableOf } from '../../kernel/documents/storage.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { settingsOf } from '../settings.ts'
import { sqlCheck } from './general-checks.ts'

/** A cache against the sums of its entries, key by key. */
const cacheCheck = (given: {
  readonly name: string
  readonly label: string
  readonly cache: string
  readonly entries: string
  readonly keys: readonly string[]
  readonly sums: readonly string[]
}): BookCheck => {
  const { cache, entries, keys, sums } = given
  const shown = keys.map((key) => `coalesce(${key}::text, '')`).join(` || ' ' || `)
  const side = (own: string, other: string) =>
    sums.map((sum) => `${sum} as ${own}_${sum}, 0 as ${other}_${sum}`).join(', ')
  const totals = (own: string) => sums.map((sum) => `sum(${own}_${sum})`).join(` || '/' || `)
  return sqlCheck(
    given.name,
    given.label,
    `select ${shown} || '：余额 ' || ${totals('cached')} || '，分录 ' || ${totals('entered')} as what
     from (select ${keys.join(', ')}, ${side('cached', 'entered')} from ${cache} where company_id = $1
       union all select ${keys.join(', ')}, ${sums.map((sum) => `0, ${sum}`).join(', ')} from (${entries}) e) both_sides
     group by ${keys.join(', ')}
     having ${sums.map((sum) => `sum(cached_${sum}) <> sum(entered_${sum})`).join(' or ')}`,
  )
}

const sumOf = (table: string, keys: readonly string[], sums: readonly string[], where = 'true') =>
  `select ${keys.join(', ')}, ${sums.map((sum) => `coalesce(sum(${sum}), 0) as ${sum}`).join(', ')} from ${table}
   where company_id = $1 and ${where} group by ${keys.join(', ')}`

const caches: readonly BookCheck[] = [
  cacheCheck({
    name: 'stockBalances',
    label: '库存余额 = 分录之和',
    cache: 'stock_balance',
    entries: sumOf('stock_entry', ['item', 'warehouse', 'place'], ['quantity', 'second_quantity']),
    keys: ['item', 'warehouse', 'place'],
    sums: ['quantity', 'second_quantity'],
  }),
  cacheCheck({
    name: 'lotBalances',
    label: '批次余额 = 分录之和',
    cache: 'stock_lot_balance',
    entries: sumOf(
      'stock_entry',
      ['item', 'warehouse', 'place', 'lot'],
      ['quantity', 'second_quantity'],
      'lot is not null',
    ),
    keys: ['item', 'warehouse', 'place', 'lot'],
    sums: ['quantity', 'second_quantity'],
  }),
  cacheCheck({
    name: 'binBalances',
    label: '货位余额 = 分录之和',
    cache: 'stock_bin_balance',
    entries: `select item, warehouse, place, bin, coalesce(lot, '') as lot, coalesce(sum(quantity), 0) as quantity from stock_entry
      where company_id = $1 and bin is not null group by 1, 2, 3, 4, 5`,
    keys: ['item', 'warehouse', 'place', 'bin', 'lot'],
    sums: ['quantity'],
  }),
  sqlCheck(
    'serialsCount',
    '序列号个数 = 库存数量',
    `select i.code || ' ' || coalesce(b.quantity, 0) || ' / ' || coalesce(s.units, 0) as what
     from (select item, warehouse, place, quantity from stock_balance where company_id = $1 and place <> 'goodsShipped') b
     full join (select item, warehouse, place, count(*) as units from stock_serial
       where company_id = $1 and place is not null and place <> 'goodsShipped' group by 1, 2, 3) s
       on s.item = b.item and s.warehouse = b.warehouse and s.place = b.place
     join item i on i.company_id = $1 and i.id = coalesce(b.item, s.item)
     where i.tracks_serials and coalesce(b.quantity, 0) <> coalesce(s.units, 0)`,
  ),
  cacheCheck({
    name: 'cashBalances',
    label: '资金余额 = 分录之和',
    cache: 'cash_balance',
    entries: sumOf('cash_entry', ['cash_account'], ['amount', 'book_amount']),
    keys: ['cash_account'],
    sums: ['amount', 'book_amount'],
  }),
  cacheCheck({
    name: 'planBalances',
    label: '计划余额 = 分录之和',
    cache: 'plan_balance',
    entries: sumOf('plan_entry', ['item', 'kind', 'promise'], ['quantity']),
    keys: ['item', 'kind', 'promise'],
    sums: ['quantity'],
  }),
  cacheCheck({
    name: 'assetBalances',
    label: '资产余额 = 分录之和',
    cache: 'asset_balance',
    entries: sumOf('asset_entry', ['asset', 'kind'], ['amount', 'quantity']),
    keys: ['asset', 'kind'],
    sums: ['amount', 'quantity'],
  }),
  cacheCheck({
    name: 'costPools',
    label: '成本池 = 分录之和',
    cache: 'cost_pool',
    entries: sumOf('stock_entry', ['pool'], ['quantity', 'amount', 'markup'], `pool <> ''`),
    keys: ['pool'],
    sums: ['quantity', 'amount', 'markup'],
  }),
  cacheCheck({
    name: 'openItems',
    label: '未清项 = 分录之和',
    cache: `(select company_id, id as open_item, open as amount, open_book as book_amount from party_item) items`,
    entries: sumOf('party_entry', ['open_item'], ['amount', 'book_amount']),
    keys: ['open_item'],
    sums: ['amount', 'book_amount'],
  }),
  cacheCheck({
    name: 'flowOpen',
    label: '下推已执行 = 明细之和',
    cache: `(select company_id, pool, source_line, drawn as quantity, drawn_amount as amount from flow_open) open`,
    entries: `select f.pool, f.source_line, sum(f.quantity) as quantity, sum(f.amount) as amount from flow_entry f
      where f.company_id = $1 and exists (
        select 1 from flow_open o where o.company_id = $1 and o.pool = f.pool and o.source_line = f.source_line)
      group by 1, 2`,
    keys: ['pool', 'source_line'],
    sums: ['quantity', 'amount'],
  }),
  sqlCheck(
    'drawnWithinOpen',
    '下推不超来源',
    `select pool || ' ' || source_line || '：已执行 ' || drawn || '，来源 ' || whole as what from flow_open
     where company_id = $1 and drawn < 0`,
  ),
]

interface ShortRow {
  readonly code: string
  readonly name: string
  readonly warehouse: string
  readonly date: string
  readonly running: string
}

/** Invariant 4: on no day below zero where the item, else its warehouse, else the company forbids it. */
const noNegativeStock: BookCheck = {
  name: 'noNegativeStock',
  label: '禁止负库存的商品每日不为负',
  violations: async (work) => {
    const rows = await work.tx.rows<ShortRow>(
      `with days as (
         select item, warehouse, place, date, sum(sum(quantity)) over (partition by item, warehouse, place order by date) as running
         from stock_entry where company_id = $1 group by item, warehouse, place, date)
       select distinct on (i.code, w.name) i.code, i.name, w.name as warehouse, d.date, d.running from days d
       join item i on i.company_id = $1 and i.id = d.item join warehouse w on w.company_id = $1 and w.id = d.warehouse
       where d.running < 0 and coalesce(i.negative_stock, w.negative_stock, $2) = 'forbid' order by i.code, w.name, d.date limit 5`,
      [work.company, settingsOf(work.settings).negativeStock],
    )
    return rows.map((row) => `${row.date} ${row.code} ${row.name} 在${row.warehouse}：${row.running}`)
  },
}

const entryTables = ['stock', 'party', 'cash', 'asset', 'plan', 'general'] as const

/** Entries of postings that do not exist, or of documents that are gone. */
const danglingEntries = async (work: Work): Promise<string[]> => {
  const found = await Promise.all(
    entryTables.map((ledger) =>
      work.tx.rows<{ what: string }>(
        `select '${ledger} ' || e.id as what from ${ledger}_entry e where e.company_id = $1 and not exists (
           select 1 from posting p where p.company_id = $1 and p.id = e.posting_id) limit 5`,
        [work.company],
      ),
    ),
  )
  return found.flat().map((row) => row.what)
}

const postingsWithoutDocument = async (work: Work): Promise<string[]> => {
  const types = await work.tx.rows<{ document_type: string }>(
    `select distinct document_type from posting where company_id = $1`,
    [work.company],
  )
  const found = await Promise.all(
    types
      .flatMap(({ document_type: type }) => work.installed.catalogue.documents.get(type) ?? [])
      .map((definition) =>
        work.tx.rows<{ what: string }>(
          `select $2 || ' ' || p.document_number as what from posting p where p.company_id = $1 and p.document_type = $2
             and not exists (select 1 from ${tableOf(definition).name} d where d.company_id = $1 and d.id = p.document_id) limit 5`,
          [work.company, definition.name],
        ),
      ),
  )
  return found.flat().map((row) => row.what)
}

const postedWithoutPosting = async (work: Work): Promise<string[]> => {
  const found = await Promise.all(
    [...work.installed.postings.keys()].map((type) =>
      work.tx.rows<{ what: string }>(
        `select $2::text || ' ' || d.number as what from ${snake(type)} d
         where d.company_id = $1 and d.state in ('posted', 'closed') and not exists (
           select 1 from posting p where p.company_id = $1 and p.document_id = d.id and p.action <> 'unpost'
             and not exists (select 1 from posting w where w.company_id = $1 and w.withdraws = p.id)) limit 5`,
        [work.company, type],
      ),
    ),
  )
  return found.flat().map((row) => row.what)
}

/** By what an entry and the one that takes it back cancel. */
const withdrawnMeasure = {
  stock: 'quantity',
  party: 'book_amount',
  cash: 'book_amount',
  asset: 'amount',
  plan: 'quantity',
} as const

/** Invariant 5, both ways. */
const trails: readonly BookCheck[] = [
  { name: 'entriesHavePostings', label: '每条分录都有过账', violations: danglingEntries },
  { name: 'postingsHaveDocuments', label: '每次过账都有单据', violations: postingsWithoutDocument },
  { name: 'postedDocumentsHavePostings', label: '每张已审核单据都已过账', violations: postedWithoutPosting },
  ...(['stock', 'party', 'cash', 'asset', 'plan'] as const).map((ledger) => {
    const amount = withdrawnMeasure[ledger]
    return sqlCheck(
      `${ledger}WithdrawnPairs`,
      `撤回的分录相抵（${ledger}）`,
      `select n.id || '：' || n.${amount} || ' 对 ' || e.${amount} as what from ${ledger}_entry n
       join ${ledger}_entry e on e.company_id = $1 and e.id = n.negates
       where n.company_id = $1 and n.negates is not null and n.${amount} + e.${amount} <> 0`,
    )
  }),
]

/** Invariants 2, 4 and 5. */
export const balanceChecks: readonly BookCheck[] = [...caches, noNegativeStock, ...trails]
