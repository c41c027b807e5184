import { beforeAll, expect, test } from 'vitest'
import { textOf } from '../src/base/text.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient

type Module = { readonly name: string; readonly on: boolean }
const modules = async (): Promise<readonly Module[]> =>
  must(await admin.ask<{ modules: readonly Module[] }>('GET', '/api/calls/modules')).modules
const rowsOf = (body: object): readonly JsonObject[] => (body as { rows: readonly JsonObject[] }).rows
const post = async (type: string, body: JsonObject): Promise<JsonObject> =>
  must(await admin.ask('POST', `/api/${type}?then=post`, body))
const stock = async () => rowsOf(must(await admin.ask('GET', '/api/reports/stock-on-hand')))
const accounts = async () =>
  rowsOf(must(await admin.ask('GET', '/api/reports/account-balances?from=2026-03-01&to=2026-03-31')))

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
})

test('[MD-06] a company begins with 采购-销售-库存, later switches on production, foreign currency and English, and enters nothing again', async () => {
  must(await admin.ask('POST', '/api/calls/choose-industry', { industry: 'trade' }))
  const beginning = ['purchasing', 'sales', 'inventory']
  const off = (await modules()).map((one) => one.name).filter((name) => !beginning.includes(name))
  expect(off).toEqual(expect.arrayContaining(['production', 'accounting', 'assets']))
  must(await admin.ask('POST', '/api/calls/switch-modules', { off }))
  expect((await admin.ask('GET', '/api/work-order')).status).toBe(403)

  await post('item', { code: 'A1', name: '保温杯', unit: 'PCS', taxRate: 'VAT13' })
  await post('customer', { code: 'K1', name: '城东超市' })
  await post('supplier', { code: 'G1', name: '杯业公司' })
  const goods = { item: 'A1', price: '30' }
  await post('purchase-receipt', {
    date: '2026-03-10',
    supplier: 'G1',
    warehouse: 'MAIN',
    lines: [{ ...goods, quantity: '100' }],
  })
  const sold = await post('sales-delivery', {
    date: '2026-03-12',
    customer: 'K1',
    warehouse: 'MAIN',
    lines: [{ ...goods, price: '56.5', quantity: '8' }],
  })
  const stockBefore = await stock()
  const itemBefore = rowsOf(must(await admin.ask('GET', '/api/item')))

  must(await admin.ask('POST', '/api/calls/switch-modules', { off: [] }))
  expect((await modules()).every((one) => one.on)).toBe(true)
  expect(rowsOf(must(await admin.ask('GET', '/api/work-order')))).toEqual([])
  // Foreign currency: one more currency beside the book's, with its rate.
  expect((await admin.ask('POST', '/api/currency', { code: 'USD', name: '美元' })).status).toBeLessThan(300)
  // What was written is there as it was, to the cent, and goes on being used: nothing is entered again.
  expect(await stock()).toEqual(stockBefore)
  // The books were kept all the while, though nobody could see them: stock, revenue and VAT stand on their accounts.
  const names = (await accounts()).map((row) => row['name'])
  expect(names).toEqual(expect.arrayContaining(['库存商品', '主营业务收入', '应收账款']))
  // What was bought before becomes part of a product: its bill of materials names the item there is.
  await post('item', { code: 'B1', name: '礼盒', unit: 'PCS' })
  await post('bom', { code: 'B1', name: '礼盒', item: 'B1', components: [{ component: 'A1', quantity: '2' }] })
  const items = rowsOf(must(await admin.ask('GET', '/api/item')))
  expect(items.filter((row) => row['code'] !== 'B1')).toEqual(itemBefore)
  expect(must(await admin.ask('GET', `/api/sales-delivery/${textOf(sold['id'])}`))).toMatchObject({ state: 'posted' })
  // Another language is one's own choice; the answers come in it.
  const english = await admin.ask(
    'POST',
    '/api/sales-delivery?then=post',
    { date: '2026-03-13' },
    { 'accept-language': 'en' },
  )
  expect(english.status).toBe(422)
  const checks = must(await admin.ask<readonly { name: string; ok: boolean }[]>('GET', '/api/checks'))
  expect(checks.filter((check) => !check.ok)).toEqual([])
})
