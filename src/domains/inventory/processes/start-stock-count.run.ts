import { decimal, round } from '../../../base/decimal.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { invalid } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../../ledgers/dimensions/place.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stockCount } from '../documents/stock-count.ts'
import { startStockCount } from './start-stock-count.ts'

interface BookRow {
  readonly item: string
  readonly quantity: string
  readonly value: string | null
  readonly valued: string | null
}

interface Asked {
  readonly warehouse: string
  readonly category: string | null
  readonly withEmpty: boolean
}

/** What the books say is there, item by item, with the value and quantity of the cost pool it belongs to. */
const onTheBooks = (work: Work, { warehouse, category, withEmpty }: Asked) =>
  work.tx.rows<BookRow>(
    `select i.id as item, coalesce(b.quantity, 0) as quantity, v.value, v.valued from item i
     left join stock_balance b on b.company_id = $1 and b.item = i.id and b.warehouse = $2 and b.place = 'onHand'
     left join lateral (
       select sum(e.amount) as value, sum(e.quantity) as valued from stock_entry e
       where e.company_id = $1 and e.item = i.id and e.place in (${pooledPlacesSql}) and ($3 or e.warehouse = $2)) v on true
     where i.company_id = $1 and not i.disabled and not coalesce(i.is_service, false)
       and ($4::uuid is null or i.category = $4) and ($5 or coalesce(b.quantity, 0) <> 0)
     order by i.code`,
    [work.company, warehouse, settingsOf(work.settings).costPool === 'company', category, withEmpty],
  )

const unitCost = (row: BookRow): string | null => {
  const valued = decimal(row.valued ?? '0')
  return valued.isPositive() && !valued.isZero() ? round(decimal(row.value ?? '0').div(valued), 10).toString() : null
}

/** Writes the draft in one transaction; its lines have no counted quantity until someone counts. */
export const runStartStockCount = defineProcessRun(startStockCount, async (parameters, inWork, progress) => {
  const { warehouse, category, withEmpty } = parameters
  if (!warehouse) throw invalid('请选择仓库', 'Choose a warehouse')
  const number = await inWork(async (work) => {
    const rows = await onTheBooks(work, { warehouse, category: category ?? null, withEmpty: withEmpty === true })
    if (rows.length === 0) throw invalid('该仓库没有可盘点的商品', 'There is nothing to count in this warehouse')
    await progress.report(0, rows.length)
    const lines = rows.map((row) => ({ item: row.item, bookQuantity: row.quantity, unitCost: unitCost(row) }))
    const count = await createDocument(work, stockCount, { warehouse, lines })
    return String(count.header['number'])
  })
  return { type: stockCount.name, number }
})
