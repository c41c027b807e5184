import { fillItems, fillOrders } from './kit/fill.ts'
import type { Bench } from './kit/product.ts'
import { scaled, timed } from './kit/result.ts'
import type { Result } from './kit/result.ts'

const target = 50

const nextOf = (page: unknown): string => {
  if (typeof page === 'object' && page !== null && 'next' in page && typeof page.next === 'string') return page.next
  throw new Error('the list ends before the page asked for')
}

/** R5: pages of a list of a million documents, and an item picked by its pinyin out of a million. */
export const longLists = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('R5')
  const count = scaled(1_000_000)
  await fillOrders(company, count)
  await fillItems(company, count)
  await bench.product.database.owner.query('vacuum analyze sales_order, item, search_text')
  const ask = await bench.signIn(company.id)
  const list = '/api/sales-order?limit=50'
  const floor = await timed(() =>
    company.fill(async (tx) => {
      await tx.rows(`select * from sales_order where company_id = $1 order by date desc, number desc limit 51`, [
        company.id,
      ])
    }),
  )
  let cursor = nextOf(await ask('/api/sales-order?limit=200'))
  for (let page = 1; page < 249 && page < count / 200 - 2; page += 1)
    cursor = nextOf(await ask(`/api/sales-order?limit=200&cursor=${cursor}`))
  const drafts = encodeURIComponent(JSON.stringify([{ field: 'state', op: 'eq', value: 'draft' }]))
  const month = encodeURIComponent(
    JSON.stringify([{ field: 'date', op: 'between', value: ['2025-03-01', '2025-03-31'] }]),
  )
  const asked: readonly (readonly [string, string])[] = [
    ['first page', list],
    ['drafts', `${list}&filter=${drafts}`],
    ['a month', `${list}&filter=${month}`],
    ['page 1,000', `${list}&cursor=${cursor}`],
    ['item by code and pinyin', `/api/search?type=item&q=${encodeURIComponent('bxgls00000777')}`],
    ['item by initials that all share', '/api/search?type=item&q=bxgls'],
  ]
  const results: Result[] = []
  for (const [what, path] of asked)
    results.push({ id: 'R5', what: `${count}: ${what}`, unit: 'ms', ours: await timed(() => ask(path)), floor, target })
  return results
}
