import { beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient
const ids: Record<string, string> = {}

const make = async (type: string, body: object): Promise<string> =>
  String(must(await admin.ask('POST', `/api/${type}`, body))['id'])
const numbersSeen = async (client: TestClient, type: string): Promise<string[]> => {
  const rows = must(await client.ask<{ rows: { number: string }[] }>('GET', `/api/${type}?limit=100&sort=number`)).rows
  return rows.map((row) => row.number)
}
const codesSeen = async (client: TestClient, type: string): Promise<string[]> => {
  const rows = must(await client.ask<{ rows: { code: string }[] }>('GET', `/api/${type}?limit=100`)).rows
  return rows.map((row) => row.code)
}
const sell = async (
  customer: string,
  warehouse = 'MAIN',
  salesperson?: string,
): Promise<{ id: string; number: string }> => {
  const body = {
    customer,
    warehouse,
    date: '2026-03-12',
    ...(salesperson === undefined ? {} : { salesperson }),
    lines: [{ item: 'PEN', quantity: '1', price: '10' }],
  }
  const made = must(await admin.ask('POST', '/api/sales-delivery?then=post', body))
  return { id: String(made['id']), number: String(made['number']) }
}

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
  ids['east'] = await make('department', { code: 'EAST', name: '华东部' })
  ids['ningbo'] = await make('department', { code: 'NB', name: '宁波组', parent: 'EAST' })
  ids['north'] = await make('department', { code: 'NORTH', name: '华北部' })
  for (const [code, name, department] of [
    ['LIN', '林经理', 'EAST'],
    ['WANG', '王业务', 'NB'],
    ['SUN', '孙业务', 'NORTH'],
  ]) {
    ids[String(code)] = await make('employee', { code, name, department })
  }
  ids['store'] = await make('warehouse', { code: 'STORE', name: '门店' })
  await make('item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' })
  await make('supplier', { code: 'S1', name: '供应商' })
  for (const [code, salesperson] of [
    ['CW', 'WANG'],
    ['CS', 'SUN'],
    ['CL', 'LIN'],
    ['OPEN', undefined],
  ] as const) {
    await make('customer', { code, name: `客户${code}`, ...(salesperson === undefined ? {} : { salesperson }) })
  }
  for (const warehouse of ['MAIN', 'STORE']) {
    await make('purchase-receipt?then=post', {
      supplier: 'S1',
      warehouse,
      date: '2026-03-10',
      lines: [{ item: 'PEN', quantity: '100', price: '7' }],
    })
  }
})

/** A salesperson bounded by what the administrator says. */
const bounded = async (username: string, role: string, scope: object): Promise<TestClient> => {
  const { id, client } = await house.person(username, role)
  must(await admin.ask('PUT', `/api/users/${id}/scope`, scope))
  return client
}

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

describe('talk about a record', () => {
  type Row = Readonly<Record<string, unknown>>
  const rowsAt = async (client: TestClient, path: string) =>
    must(await client.ask<{ rows: readonly Row[] }>('GET', path)).rows
  const noticed = async (client: TestClient) =>
    (await rowsAt(client, '/api/notices?unread=1')).map((row) => String(row['text']))

  test('[MOB-05] whoever may see a delivery reads and answers what is said of it; whom it is outside of is neither shown nor called', async () => {
    const { id: wangs, number } = await sell('CW')
    await house.person('packer', 'storekeeper')
    await bounded('rival', 'seller', { employee: ids['SUN'], people: 'own', chosen: {} })
    const [wang, rival, packer] = [
      await house.signIn('wang'),
      await house.signIn('rival'),
      await house.signIn('packer'),
    ]
    const path = `/api/sales-delivery/${wangs}/remarks`
    must(await wang.ask('POST', path, { text: '客户催货，@packer 今天能装车吗？' }))
    expect(await noticed(packer)).toEqual([`wang 在 销售出库单 ${number} 中提到了您`])
    must(await packer.ask('POST', path, { text: '下午三点装车' }))
    expect(await rowsAt(wang, path)).toMatchObject([
      { text: '客户催货，@packer 今天能装车吗？', author: 'wang', own: true },
      { text: '下午三点装车', author: 'packer', own: false },
    ])
    expect((await rival.ask('GET', path)).status).toBe(404)
    expect((await rival.ask('POST', path, { text: '我也看看' })).status).toBe(404)
    const called = await wang.ask('POST', path, { text: '@rival 你知道吗' })
    expect(called.status).toBe(422)
    expect(called.body['errors']).toMatchObject([{ path: 'text', message: expect.stringContaining('rival 无权查看') }])
    expect((await rowsAt(wang, path)).length).toBe(2)
    expect(await noticed(rival)).toEqual([])
    expect((await wang.ask('POST', path, { text: ' ' })).body['errors']).toMatchObject([{ path: 'text' }])
    const [first, second] = await rowsAt(wang, path)
    expect((await wang.ask('DELETE', `${path}/${String(second?.['id'])}`)).status).toBe(404)
    must(await wang.ask('DELETE', `${path}/${String(first?.['id'])}`))
    expect((await rowsAt(packer, path))[0]).toMatchObject({ text: '', withdrawn: true })
    // A customer has its talk as a document has.
    must(await wang.ask('POST', '/api/customer/CW/remarks', { text: '月底对账' }))
    expect((await rival.ask('GET', '/api/customer/CW/remarks')).status).toBe(404)
  })

  test('[MOB-05] a task has a person, a day and the document it is about; who gave it hears that it is done, and it may be opened again', async () => {
    const { id: record, number } = await sell('CW')
    const [wang, packer] = [await house.signIn('wang'), await house.signIn('packer')]
    const about = { type: 'sales-delivery', record }
    const task = { title: '拍装车照片', assignee: 'packer', dueOn: '2026-03-14', ...about }
    const key = { 'idempotency-key': 'task-1' }
    const made = must(await wang.ask('POST', '/api/tasks', task, key))
    // Pressed twice it is given once.
    expect(must(await wang.ask('POST', '/api/tasks', task, key))).toEqual(made)
    const unseen = await wang.ask('POST', '/api/tasks', { ...task, assignee: 'rival' })
    expect(unseen.body['errors']).toMatchObject([{ path: 'assignee', message: expect.stringContaining('无权查看') }])
    const wrong = await wang.ask('POST', '/api/tasks', { title: '', assignee: 'no such user', dueOn: '2026-02-30' })
    expect(wrong.body['errors']).toMatchObject([{ path: 'title' }, { path: 'assignee' }, { path: 'dueOn' }])
    const others = await sell('CS')
    expect((await wang.ask('POST', '/api/tasks', { ...task, record: others.id })).status).toBe(404)
    expect(await rowsAt(packer, '/api/tasks')).toMatchObject([
      { title: '拍装车照片', askedBy: 'wang', dueOn: '2026-03-14', subject: { id: record, address: 'sales-delivery' } },
    ])
    expect(await rowsAt(wang, '/api/tasks?scope=asked')).toMatchObject([{ assignee: 'packer', doneAt: null }])
    expect(await rowsAt(await house.signIn('rival'), '/api/tasks?scope=all')).toEqual([])
    expect(await noticed(packer)).toContain('wang 请您：拍装车照片')
    const at = `/api/tasks/${String(made['id'])}`
    must(await packer.ask('POST', `${at}/done`))
    must(await packer.ask('POST', `${at}/done`))
    expect((await noticed(wang)).filter((text) => text === 'packer 已完成：拍装车照片').length).toBe(1)
    expect(await rowsAt(packer, '/api/tasks')).toEqual([])
    expect((await rowsAt(packer, `/api/tasks?done=1&record=${record}`))[0]).toMatchObject({
      doneBy: 'packer',
      subject: { label: expect.stringContaining(number) },
    })
    must(await wang.ask('POST', `${at}/open`))
    expect((await rowsAt(packer, '/api/tasks')).length).toBe(1)
    expect((await packer.ask('DELETE', at)).status).toBe(404)
    must(await wang.ask('DELETE', at))
    expect(await rowsAt(packer, '/api/tasks')).toEqual([])
  })
})
