import { beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from './testing/client.ts'
import { openTestServer } from './testing/test-server.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient
let seller: TestClient
let boss: TestClient
let treasurer: TestClient

const filter = (state: string) => encodeURIComponent(JSON.stringify([{ field: 'state', op: 'in', value: [state] }]))

const write = async (amount: string, contactName = '平常') => {
  const made = await seller.ask('POST', '/api/client-order', {
    client: 'C1',
    contactName,
    lines: [{ product: 'P1', quantity: '1', amount }],
  })
  expect(made.status).toBe(201)
  return `/api/client-order/${String(made.body['id'])}`
}

const waitingFor = async (client: TestClient, scope = 'mine') => {
  const { body } = await client.ask<{ rows: { number: string; step: number }[] }>(
    'GET',
    `/api/approvals/waiting?scope=${scope}`,
  )
  return body.rows.map((row) => [row.number, row.step])
}

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  const role = (name: string, label: string, rights: string[]) =>
    anna.ask('PUT', `/api/roles/${name}`, { label, rights })
  await role('orders', '接单', ['clientOrder.*', 'product.read', 'client.read', 'contact.read'])
  await role('boss', '老板', ['*.read'])
  await role('treasurer', '财务', ['*.read'])
  await server.addUser(server.one, 'sally', 'orders')
  await server.addUser(server.one, 'boss', 'boss')
  await server.addUser(server.one, 'tom', 'treasurer')
  seller = await server.signIn('sally')
  boss = await server.signIn('boss')
  treasurer = await server.signIn('tom')
  await anna.ask('POST', '/api/product', { code: 'P1', name: '产品' })
  await anna.ask('POST', '/api/client', { code: 'C1', name: '客户' })
  const rule = (name: string, more: object) =>
    anna.ask('POST', '/api/approval-rule', { name, documentType: 'clientOrder', ...more })
  await rule('大单', {
    step: 1,
    approverRole: 'treasurer',
    conditions: [{ fact: 'amount', operator: 'gt', threshold: '1000' }],
  })
  await rule('特大单', {
    step: 2,
    approverRole: 'boss',
    conditions: [{ fact: 'amount', operator: 'gt', threshold: '5000' }],
  })
})

describe('approval rules', () => {
  test('refuse what cannot be judged, naming what can', async () => {
    const wrong = await anna.ask('POST', '/api/approval-rule', {
      name: '坏规则',
      documentType: 'clientOrder',
      step: 1,
      approverRole: 'nobody',
      conditions: [
        { fact: 'weight', operator: 'gt', threshold: '1' },
        { fact: 'amount', operator: 'gt', threshold: '很多' },
      ],
    })
    expect(wrong.status).toBe(422)
    const errors = wrong.body['errors'] as unknown as { path: string }[]
    expect(errors.map((one) => one.path)).toEqual(['conditions.0.fact', 'conditions.1.threshold', 'approverRole'])
    const facts = await anna.ask('GET', '/api/approvals/facts')
    expect(facts.body['roles']).toContainEqual({ name: 'boss', label: '老板' })
    expect(facts.text).toContain('"username"')
    expect(facts.body['documents']).toMatchObject([
      { type: 'clientOrder', facts: [{ name: 'amount', kind: 'money', label: '合计' }, { name: 'urgent' }] },
    ])
  })

  test('a small order posts as ever', async () => {
    const order = await write('1000')
    expect((await seller.ask('POST', `${order}/post`)).body).toMatchObject({ state: 'posted', approval: [] })
  })

  test('a large one tells why it cannot post, is submitted, and is posted by the last approval', async () => {
    const order = await write('6000')
    const refused = await seller.ask('POST', `${order}/post`)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ type: 'urn:suanpan:problem:unapproved', title: '需要审批' })
    expect(refused.text).toContain('请提交审批')
    expect(refused.text).toContain('合计 6,000.00 大于 1,000.00')
    const submitted = await seller.ask('POST', `${order}/submit`)
    expect(submitted.body).toMatchObject({
      state: 'submitted',
      approval: [
        { step: 1, approver: '财务', state: 'waiting' },
        { step: 2, approver: '老板', state: 'waiting' },
      ],
    })
    expect(submitted.body['actions']).toEqual(expect.arrayContaining(['withdraw']))
    expect(submitted.body['actions']).not.toContain('post')
    const number = submitted.body['number']
    // The second step is not asked before the first has answered.
    expect(await waitingFor(treasurer)).toEqual([[number, 1]])
    expect(await waitingFor(boss)).toEqual([])
    expect((await boss.ask('POST', `${order}/approve`)).status).toBe(403)
    expect((await seller.ask('POST', `${order}/post`)).text).toContain('等待审批')
    const told = await treasurer.ask('GET', '/api/notices')
    expect(told.text).toContain(`待审批：订单 ${String(number)}`)
    const halfway = await treasurer.ask('POST', `${order}/approve`, { note: '价格可以' })
    expect(halfway.body).toMatchObject({ state: 'submitted', approval: [{ note: '价格可以', state: 'approved' }, {}] })
    expect(await waitingFor(boss)).toEqual([[number, 2]])
    const done = await boss.ask('POST', `${order}/approve`)
    expect(done.body).toMatchObject({ state: 'posted', postedBy: 'boss' })
    expect(await waitingFor(boss)).toEqual([])
    const { body } = await seller.ask<{ rows: { action: string; actor: string }[] }>('GET', `${order}/audit`)
    const actions = body.rows.map((row) => [row.action, row.actor])
    expect(actions.toReversed()).toEqual([
      ['create', 'sally'],
      ['submit', 'sally'],
      ['approve', 'tom'],
      ['approve', 'boss'],
      ['post', 'boss'],
    ])
  })

  test('a rejection says why, stays with its author, and is judged afresh', async () => {
    const order = await write('2000')
    await seller.ask('POST', `${order}/submit`)
    expect((await treasurer.ask('POST', `${order}/reject`)).status).toBe(422)
    const rejected = await treasurer.ask('POST', `${order}/reject`, { reason: '客户欠款未清' })
    expect(rejected.body).toMatchObject({
      state: 'draft',
      derived: { status: 'rejected' },
      approval: [{ state: 'rejected', note: '客户欠款未清', decidedBy: 'tom' }],
    })
    const number = rejected.body['number']
    expect((await seller.ask('GET', '/api/notices')).text).toContain('被驳回：客户欠款未清')
    expect(await waitingFor(seller, 'requested')).toEqual([[number, 1]])
    const list = await seller.ask('GET', `/api/client-order?filter=${filter('rejected')}`)
    expect(list.body['rows']).toMatchObject([{ number }])
    // What was rejected cannot be posted by a change alone, unless the change makes it small enough.
    expect((await seller.ask('POST', `${order}/post`)).status).toBe(409)
    const lines = [{ product: 'P1', quantity: '1', amount: '900' }]
    await seller.ask('PATCH', order, { lines })
    expect((await seller.ask('POST', `${order}/post`)).body).toMatchObject({ state: 'posted' })
  })

  test('only who submitted it takes it back', async () => {
    const order = await write('2000')
    await seller.ask('POST', `${order}/submit`)
    await server.addUser(server.one, 'other', 'orders')
    const other = await server.signIn('other')
    expect((await other.ask('POST', `${order}/withdraw`)).status).toBe(403)
    const back = await seller.ask('POST', `${order}/withdraw`)
    expect(back.body).toMatchObject({ state: 'draft', approval: [], derived: { status: null } })
    expect(await waitingFor(treasurer)).toEqual([])
  })

  test('four eyes: nobody approves their own', async () => {
    const own = await anna.ask('POST', '/api/client-order?then=submit', {
      client: 'C1',
      lines: [{ product: 'P1', quantity: '1', amount: '3000' }],
    })
    const order = `/api/client-order/${String(own.body['id'])}`
    const refused = await anna.ask('POST', `${order}/approve`)
    expect(refused.status).toBe(403)
    expect((await treasurer.ask('POST', `${order}/approve`)).body).toMatchObject({ state: 'posted' })
  })

  test('an amended document is judged again, and one taken back starts afresh', async () => {
    const order = await write('2000')
    await seller.ask('POST', `${order}/submit`)
    await treasurer.ask('POST', `${order}/approve`)
    const { body } = await seller.ask<{ lines: { id: string }[] }>('GET', order)
    const [line] = body.lines
    const amend = (amount: string, client = seller) =>
      client.ask('POST', `${order}/amend`, { lines: [{ ...line, product: 'P1', quantity: '1', amount }] })
    // The same amount was approved; another was not.
    expect((await amend('2000')).status).toBe(200)
    const more = await amend('2500')
    expect(more.status).toBe(409)
    expect(more.text).toContain('由审批人变更')
    expect((await amend('800')).status).toBe(200)
    await seller.ask('POST', `${order}/unpost`)
    await seller.ask('PATCH', order, { lines: [{ product: 'P1', quantity: '1', amount: '2000' }] })
    expect((await seller.ask('POST', `${order}/post`)).status).toBe(409)
  })
})
