import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let address = ''

beforeAll(async () => {
  house = await openHouse()
  const make = async (type: string, body: object) => must(await house.admin.ask('POST', `/api/${type}`, body))
  await make('item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' })
  await make('supplier', { code: 'S1', name: '文具厂' })
  await make('customer', { code: 'C1', name: '学校' })
  const goods = { warehouse: 'MAIN', date: '2026-03-02' }
  const lines = [{ item: 'PEN', quantity: '10', price: '113' }]
  await make('purchase-receipt?then=post', { ...goods, supplier: 'S1', lines })
  const order = await make('sales-order?then=post', { ...goods, customer: 'C1', lines })
  const grown = must(await house.admin.ask('POST', `/api/sales-order/${String(order['id'])}/convert/sales-delivery`))
  await make('sales-delivery?then=post', { ...grown, date: '2026-03-03' })
  address = await house.app.listen({ port: 0, host: '127.0.0.1' })
})

/** An assistant, by the public client of the protocol, with a key of these scopes. */
const assistant = async (scopes: readonly string[]) => {
  const { key } = must(await house.admin.ask('POST', '/api/keys', { name: '助手', scopes }))
  const client = new Client({ name: 'test', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL(`${address}/api/mcp`), {
    requestInit: { headers: { authorization: `Bearer ${String(key)}` } },
  })
  await client.connect(transport)
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const { structuredContent, isError } = await client.callTool({ name, arguments: input })
    return { said: structuredContent as Record<string, unknown>, isError: isError === true }
  }
  return { client, call }
}

describe('an assistant asks the books', () => {
  test('is told what there is, finds records, traces them, and reads reports, balances and checks', async () => {
    const { client, call } = await assistant(['*.read', 'report.*', 'ledger.*', 'cost.see', 'books.check'])
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).not.toContain('create_draft')
    expect(tools.every((tool) => tool.annotations?.readOnlyHint === true)).toBe(true)
    const { said: there } = await call('describe')
    expect(JSON.stringify(there)).toContain('"sales-order"')
    expect((await call('describe', { name: 'salesOrder' })).said).toMatchObject({ label: '销售订单', sort: 'document' })
    must(
      await house.admin.ask('POST', '/api/own-form', {
        code: 'salesOrder',
        name: '销售订单',
        fields: [
          { part: 'header', name: 'customer' },
          { part: 'header', name: 'x_site', label: '施工地点', kind: 'text' },
        ],
      }),
    )
    const { said: shaped } = await call('describe', { name: 'salesOrder' })
    expect(shaped).toMatchObject({ fields: { x_site: { label: '施工地点', kind: 'text' } } })
    const { said: orders } = await call('find_records', { type: 'sales-order', totals: true })
    expect(orders['rows']).toHaveLength(1)
    const [order] = orders['rows'] as { id: string; number: string }[]
    expect((await call('get_record', { type: 'salesOrder', id: order?.number })).said).toMatchObject({ id: order?.id })
    expect(JSON.stringify((await call('trace', { type: 'sales-order', id: order?.id })).said)).toContain(
      'salesDelivery',
    )
    expect(JSON.stringify((await call('search', { q: 'wjc' })).said)).toContain('文具厂')
    const parameters = { from: '2026-03-01', to: '2026-03-31', by: 'item' }
    expect(JSON.stringify((await call('run_report', { report: 'sales-summary', parameters })).said)).toContain('钢笔')
    const stock = await call('ledger_balances', { ledger: 'stock', as_of: '2026-03-02', group_by: 'item' })
    expect(stock.isError).toBe(false)
    const { said: checks } = await call('check_books')
    expect((checks['rows'] as { ok: boolean }[]).every(({ ok }) => ok)).toBe(true)
  })

  test('sees what its key may see and no more, and is told why', async () => {
    const { call } = await assistant(['item.read'])
    expect(JSON.stringify((await call('describe')).said)).not.toContain('sales-order')
    const refused = await call('find_records', { type: 'sales-order' })
    expect(refused).toMatchObject({ isError: true, said: { status: 403 } })
    expect((await call('check_books')).isError).toBe(true)
    expect((await call('get_record', { type: '../session', id: '..' })).isError).toBe(true)
  })

  test('writes drafts where its key says so, and never posts', async () => {
    const { client, call } = await assistant(['salesOrder.*', '*.read'])
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('create_draft')
    const content = { customer: 'C1', warehouse: 'MAIN', date: '2026-03-05', state: 'posted' }
    const lines = [{ item: 'PEN', quantity: '1', price: '150' }]
    const { said } = await call('create_draft', { type: 'sales-order', content: { ...content, lines } })
    expect(said).toMatchObject({ state: 'draft' })
    const wrong = await call('create_draft', { type: 'sales-order', content: { lines: [{ item: 'NONE' }] } })
    expect(wrong.isError).toBe(true)
    expect(JSON.stringify(wrong.said)).toContain('"path"')
    expect((await call('create_draft', { type: 'purchase-order', content: {} })).isError).toBe(true)
    expect(await call('create_draft', { type: 'item', content: { name: 'x' } })).toMatchObject({
      said: { refused: 'only documents can be drafted' },
    })
  })

  test('without a key is no one', async () => {
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    expect((await house.visitor.ask('POST', '/api/mcp', message)).status).toBe(401)
    expect((await house.admin.ask('POST', '/api/mcp', { hello: 1 })).status).toBe(400)
    expect((await house.admin.ask('GET', '/api/mcp')).status).toBe(405)
    const unknown = await house.admin.ask('POST', '/api/mcp', { ...message, method: 'resources/list' })
    expect(unknown.body).toMatchObject({ error: { code: -32601 } })
  })
})
