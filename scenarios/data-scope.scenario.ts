import { beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { must } from './kit/open-house.ts'
import { openSalespeople } from './kit/salespeople.ts'

type Stage = Awaited<ReturnType<typeof openSalespeople>>
let house: Stage['house']
let admin: TestClient
let ids: Stage['ids']
let sell: Stage['sell']
let bounded: Stage['bounded']

const numbersSeen = async (client: TestClient, type: string): Promise<string[]> => {
  const rows = must(await client.ask<{ rows: { number: string }[] }>('GET', `/api/${type}?limit=100&sort=number`)).rows
  return rows.map((row) => row.number)
}
const codesSeen = async (client: TestClient, type: string): Promise<string[]> => {
  const rows = must(await client.ask<{ rows: { code: string }[] }>('GET', `/api/${type}?limit=100`)).rows
  return rows.map((row) => row.code)
}

beforeAll(async () => {
  ;({ house, admin, ids, sell, bounded } = await openSalespeople())
})

describe('whose records someone is shown', () => {
  test('[SYS-02] a salesperson bounded to their own sees their customers and documents in lists, search, reports, trace and print, and no one else’s', async () => {
    const mine = await sell('CW')
    const others = await sell('CS')
    const wang = await bounded('wang', 'seller', { employee: ids['WANG'], people: 'own', chosen: {} })
    expect(await numbersSeen(wang, 'sales-delivery')).toEqual([mine.number])
    expect((await codesSeen(wang, 'customer')).sort()).toEqual(['CW', 'OPEN'])
    for (const address of ['', '/audit', '/trace', '/attachments', '/print']) {
      expect((await wang.ask('GET', `/api/sales-delivery/${others.id}${address}`)).status, address).toBe(404)
      expect((await wang.ask('GET', `/api/sales-delivery/${mine.id}${address}`)).status, address).toBe(200)
    }
    expect((await wang.ask('GET', `/api/sales-delivery/${others.number}`)).status).toBe(404)
    const found = await wang.ask('GET', `/api/search?q=${encodeURIComponent('客户C')}`)
    expect(found.text).toContain('客户CW')
    expect(found.text).not.toContain('客户CS')
    expect((await wang.ask('GET', `/api/search?q=${others.number}`)).text).not.toContain(others.id)
    const summary = await wang.ask('GET', '/api/reports/sales-summary?by=customer&from=2026-03-01&to=2026-03-31')
    expect(summary.text).toContain('客户CW')
    expect(summary.text).not.toContain('客户CS')
    const open = await wang.ask('GET', '/api/reports/open-items?side=receivable')
    expect(open.text).not.toContain('客户CS')
    const exported = await wang.ask('GET', '/api/sales-delivery?format=csv')
    expect(exported.text).toContain(mine.number)
    expect(exported.text).not.toContain(others.number)
  })

  test('[SYS-02] nothing outside one’s scope can be changed, posted, deleted or written about', async () => {
    const others = await sell('CS')
    const wang = await house.signIn('wang')
    for (const [method, url] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/unpost'],
      ['POST', '/reverse'],
      ['POST', '/convert/sales-return'],
    ] as const) {
      const reply = await wang.ask(
        method,
        `/api/sales-delivery/${others.id}${url}`,
        method === 'DELETE' ? undefined : {},
      )
      expect(reply.status, `${method} ${url}`).toBe(404)
    }
    const forbidden = await wang.ask('POST', '/api/sales-order', {
      customer: 'CS',
      date: '2026-03-13',
      lines: [{ item: 'PEN', quantity: '1', price: '10' }],
    })
    expect(forbidden.status).toBe(403)
    expect(forbidden.text).toContain('不在您的数据范围内')
    const own = await wang.ask('POST', '/api/sales-order', {
      customer: 'CW',
      date: '2026-03-13',
      lines: [{ item: 'PEN', quantity: '1', price: '10' }],
    })
    expect(own.status).toBe(201)
  })

  test('[SYS-02] a manager bounded to the department sees it and those below, not another', async () => {
    const below = await sell('CW')
    const other = await sell('CS')
    const lin = await bounded('lin', 'seller', { employee: ids['LIN'], people: 'department', chosen: {} })
    const seen = await numbersSeen(lin, 'sales-delivery')
    expect(seen).toContain(below.number)
    expect(seen).not.toContain(other.number)
    expect((await codesSeen(lin, 'customer')).sort()).toEqual(['CL', 'CW', 'OPEN'])
  })

  test('[SYS-02] a keeper of one warehouse sees its stock and documents alone, and moves nothing elsewhere', async () => {
    const inMain = await sell('CW')
    const inStore = await sell('CW', 'STORE')
    const keeper = await bounded('keeper', 'storekeeper', {
      employee: null,
      people: null,
      chosen: { warehouse: [ids['store']] },
    })
    const seen = await numbersSeen(keeper, 'sales-delivery')
    expect(seen).toContain(inStore.number)
    expect(seen).not.toContain(inMain.number)
    expect(await codesSeen(keeper, 'warehouse')).toEqual(['STORE'])
    const stock = must(
      await keeper.ask<{ rows: { warehouse: string }[] }>('GET', '/api/ledgers/stock/balances?group_by=warehouse'),
    )
    expect(stock.rows.map((row) => row.warehouse)).toEqual([ids['store']])
    const onHand = must(await keeper.ask('GET', '/api/reports/stock-on-hand'))
    expect(JSON.stringify(onHand)).toContain('"99"')
    const elsewhere = await keeper.ask('POST', '/api/other-issue', {
      warehouse: 'MAIN',
      date: '2026-03-13',
      lines: [{ item: 'PEN', quantity: '1' }],
    })
    expect(elsewhere.status).toBe(403)
  })

  test('a scope needs the employee that the user is, and refuses what it cannot be bounded by', async () => {
    const { id } = await house.person('nobody', 'seller')
    const refused = await admin.ask('PUT', `/api/users/${id}/scope`, { people: 'own' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('请先选择对应的职员')
    expect((await admin.ask('PUT', `/api/users/${id}/scope`, { chosen: { item: [] } })).status).toBe(422)
    expect((await admin.ask('PUT', `/api/users/${id}/scope`, { chosen: { warehouse: [ids['east']] } })).status).toBe(
      422,
    )
  })
})

describe('standing in for someone', () => {
  test('[SYS-02] who stands in has what was lent, no more, and only for the days it was lent for', async () => {
    const { id: lender, client: cashier } = await house.person('cash', 'cashier')
    const { id: stand, client: helper } = await house.person('helper', 'counter')
    const today = new Date().toISOString().slice(0, 10)
    const lend = (body: object) =>
      cashier.ask('POST', '/api/delegations', {
        to: stand,
        fromDate: '2020-01-01',
        toDate: today,
        rights: ['payment.read'],
        ...body,
      })
    expect((await helper.ask('GET', '/api/payment')).status).toBe(403)
    const past = await lend({ toDate: '2020-01-31' })
    expect(past.status).toBe(201)
    expect((await helper.ask('GET', '/api/payment')).status).toBe(403)
    const lent = must(await lend({ toDate: '2099-12-31', rights: ['payment.read', 'salesOrder.read'] }))
    expect((await helper.ask('GET', '/api/payment')).status).toBe(200)
    expect((await helper.ask('POST', '/api/payment', {})).status).toBe(403)
    expect((await helper.ask('GET', '/api/sales-order')).status, 'the lender has it not').toBe(403)
    expect((await lend({ to: lender })).status).toBe(422)
    expect((await lend({ from: stand, to: lender })).status, 'of others only by who manages users').toBe(422)
    expect((await helper.ask('DELETE', `/api/delegations/${String(lent['id'])}`)).status).toBe(404)
    must(await cashier.ask('DELETE', `/api/delegations/${String(lent['id'])}`))
    expect((await helper.ask('GET', '/api/payment')).status).toBe(403)
  })
})

describe('what would this user see', () => {
  test('[SYS-02] an administrator looks with someone’s eyes, changes nothing so, and it is in the trail', async () => {
    const { id } = await house.person('shown', 'storekeeper')
    const looking = await house.signIn('admin1')
    expect((await looking.ask('GET', '/api/payment')).status).toBe(200)
    const session = must(await looking.ask('POST', '/api/session/preview', { user: id }))
    expect(session).toMatchObject({ user: { username: 'shown' }, previewedBy: '甲公司' })
    expect((await looking.ask('GET', '/api/payment')).status).toBe(403)
    expect((await looking.ask('GET', '/api/purchase-receipt')).status).toBe(200)
    const write = await looking.ask('POST', '/api/item', { code: 'X', name: 'X' })
    expect(write.status).toBe(403)
    expect((await looking.ask('DELETE', '/api/session/preview')).status).toBe(200)
    expect((await looking.ask('GET', '/api/payment')).status).toBe(200)
    const shown = await house.signIn('shown')
    expect((await shown.ask('POST', '/api/session/preview', { user: id })).status).toBe(403)
  })
})
