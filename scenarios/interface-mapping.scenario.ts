import { beforeAll, describe, expect, test } from 'vitest'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>

beforeAll(async () => {
  house = await openHouse()
  const make = async (type: string, body: object) => must(await house.admin.ask('POST', `/api/${type}`, body))
  await make('item', { code: '001', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' })
  await make('supplier', { code: 'S1', name: '文具厂' })
  await make('customer', { code: 'C-TB', name: '淘宝店' })
  const goods = { warehouse: 'MAIN', date: '2026-03-02' }
  const lines = [{ item: '001', quantity: '100', price: '50' }]
  await make('purchase-receipt?then=post', { ...goods, supplier: 'S1', lines })
})

/** The orders of a web shop, as it writes them. */
const mapping = {
  records: 'orders',
  externalId: 'tid',
  header: {
    customer: { value: 'shop', table: { 淘宝: 'C-TB' } },
    warehouse: { value: '="MAIN"' },
    date: { value: 'paid' },
    remark: { value: '="网店 " + buyer.nick' },
  },
  tables: {
    lines: {
      path: 'items',
      fields: { item: { value: 'sku' }, quantity: { value: 'num' }, price: { value: '=round(payment / num, 2)' } },
    },
  },
}
const order = (tid: number | string, more: object = {}) => ({
  tid,
  shop: '淘宝',
  paid: '2026-03-05',
  buyer: { nick: '小王' },
  items: [{ sku: '001', num: 2, payment: '226.00' }],
  ...more,
})
const json = { 'content-type': 'application/json' }
const pathOf = (address: unknown) => new URL(String(address)).pathname

const draw = async (more: object = {}) => {
  const body = { name: '网店订单', type: 'sales-order', format: 'json', posts: true, mapping, ...more }
  const made = must(await house.admin.ask('POST', '/api/interfaces', body))
  const door = pathOf(made['address'])
  const send = (message: unknown, headers: Readonly<Record<string, string>> = json) =>
    house.visitor.ask('POST', door, message, headers)
  return { id: String(made['id']), send, door }
}
const rowsOf = async (url: string) => must(await house.admin.ask<{ rows: Record<string, string>[] }>('GET', url)).rows

describe('an interface drawn without code', () => {
  test('[EDI-05] makes posted orders of a shop’s message, each once however often it is sent', async () => {
    const { send } = await draw()
    const text = JSON.stringify({ orders: [order(1), order(2)] }).replace('"tid":1', '"tid":3914567890123456789')
    const [first, again] = [await send(text), await send(text)]
    expect(first.status, first.text).toBe(200)
    const results = first.body['results'] as unknown as { externalId: string; state: string; record: { id: string } }[]
    expect(results.map(({ externalId, state }) => [externalId, state])).toEqual([
      ['3914567890123456789', 'done'],
      ['2', 'done'],
    ])
    const orders = await rowsOf('/api/sales-order')
    expect(orders).toHaveLength(2)
    const made = must(await house.admin.ask('GET', `/api/sales-order/${results[0]?.record.id}`))
    expect(made).toMatchObject({ state: 'posted', remark: '网店 小王', lines: [{ quantity: '2', price: '113' }] })
    expect(again.text).toContain('"known"')
    expect(again.text).not.toContain('"done"')
  })

  test('[EDI-05] keeps what is wrong in its log, and takes it once it was mended, the others meanwhile', async () => {
    const { id, send } = await draw({ name: '第二家网店' })
    const wrong = order('W1', { items: [{ sku: 'NEW', num: 1, payment: '10' }] })
    const reply = await send({ orders: [wrong, order('W2')] })
    expect(reply.status).toBe(200)
    expect(reply.text).toContain('lines.0.item')
    const log = await rowsOf(`/api/interfaces/${id}/messages`)
    expect(new Map(log.map((row) => [row['externalId'], row['state']]))).toEqual(
      new Map([
        ['W1', 'failed'],
        ['W2', 'sent'],
      ]),
    )
    expect(log.find((row) => row['externalId'] === 'W1')?.['error']).toContain('lines.0.item')
    must(await house.admin.ask('POST', '/api/item', { code: 'NEW', name: '墨水', unit: 'PCS', taxRate: 'VAT13' }))
    const replayed = must(await house.admin.ask('POST', `/api/interfaces/${id}/replay`, {}))
    expect(JSON.stringify(replayed)).toContain('"done"')
    const [after] = (await rowsOf('/api/interfaces')).filter((row) => row['id'] === id)
    expect(after).toMatchObject({ done: 2, failed: 0 })
    expect((await send({ orders: [{ shop: '淘宝' }] })).status, 'without a number of its own').toBe(422)
    expect((await send('{')).status).toBe(400)
  })

  test('[EDI-05] reads CSV and XML too, and writes master data', async () => {
    const goods = {
      name: '商品',
      type: 'item',
      format: 'csv',
      posts: false,
      mapping: {
        records: 'rows',
        externalId: '编号',
        header: { code: '编号', name: '名称', unit: '="PCS"', taxRate: '="VAT13"' },
      },
    }
    const csv = await draw(goods)
    const sent = await csv.send('编号,名称\nK1,铅笔\nK2,橡皮\n', { 'content-type': 'text/csv' })
    expect(sent.text).toContain('K2')
    expect(must(await house.admin.ask('GET', '/api/item/K1'))['name']).toBe('铅笔')
    const xml = await draw({
      ...goods,
      format: 'xml',
      mapping: {
        ...goods.mapping,
        records: 'goods.item',
        externalId: 'id',
        header: { code: 'id', name: 'title', unit: '="PCS"', taxRate: '="VAT13"' },
      },
    })
    const reply = await xml.send('<goods><item id="X1"><title>尺子</title></item></goods>', {
      'content-type': 'text/xml',
    })
    expect(reply.status, reply.text).toBe(200)
    expect(must(await house.admin.ask('GET', '/api/item/X1'))['name']).toBe('尺子')
  })

  test('is tried on a sample before anything is written, and says which field is wrong', async () => {
    const sample = JSON.stringify({ orders: [order('T1')] })
    const tried = await house.admin.ask('POST', '/api/interfaces/try', {
      type: 'sales-order',
      format: 'json',
      mapping,
      sample,
    })
    expect(tried.body['rows']).toMatchObject([{ externalId: 'T1', content: { customer: 'C-TB' } }])
    const wrong = { ...mapping, externalId: '', header: { nobody: { value: 'x' }, remark: { value: '=1 +' } } }
    const refused = await house.admin.ask('POST', '/api/interfaces', { name: '', type: 'sales-order', mapping: wrong })
    for (const path of ['name', 'mapping.externalId', 'mapping.header.nobody', 'mapping.header.remark'])
      expect(refused.text).toContain(`"path":"${path}"`)
  })

  test('writes with the rights of its maker, and not once it was stopped or they have left', async () => {
    must(
      await house.admin.ask('PUT', '/api/roles/linker', {
        label: '接口员',
        rights: ['interface.*', 'salesOrder.create', '*.read'],
      }),
    )
    const { id: user, client } = await house.person('lena', 'linker')
    const body = { name: '接口', type: 'sales-order', format: 'json', mapping, posts: true }
    expect((await client.ask('POST', '/api/interfaces', body)).text).toContain('salesOrder.post')
    const made = must(await client.ask('POST', '/api/interfaces', { ...body, posts: false }))
    const send = (tid: string) => house.visitor.ask('POST', pathOf(made['address']), { orders: [order(tid)] })
    expect((await send('L1')).text).toContain('"done"')
    must(await house.admin.ask('PATCH', `/api/users/${user}`, { disabled: true }))
    expect((await send('L2')).status).toBe(403)
    must(await house.admin.ask('PATCH', `/api/interfaces/${String(made['id'])}`, { enabled: false }))
    expect((await send('L3')).status).toBe(401)
    expect((await house.stranger.ask('GET', `/api/interfaces/${String(made['id'])}/messages`)).status).toBe(404)
  })
})
