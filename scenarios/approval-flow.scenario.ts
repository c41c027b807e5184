import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { escalateOverdue } from '../src/kernel/approvals/escalate.ts'
import { systemActor } from '../src/kernel/access/system-actor.ts'
import { inWork } from '../src/kernel/http/work.ts'
import type { Reply, TestClient } from '../src/kernel/http/testing/client.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient
const people: Record<string, { id: string; client: TestClient }> = {}
const client = (name: string): TestClient => people[name]?.client ?? admin

const role = (value: string) => ({ id: randomUUID(), kind: 'role', value })
const user = (value: string) => ({ id: randomUUID(), kind: 'user', value })
const head = () => ({ id: randomUUID(), kind: 'head', value: '' })
const node = (name: string, approvers: object[], more: object = {}) => ({
  id: randomUUID(),
  kind: 'approve',
  name,
  approvers,
  ...more,
})
const fork = (...ways: { when?: string; nodes: object[] }[]) => ({
  id: randomUUID(),
  kind: 'branch',
  name: '分支',
  ways: ways.map((way) => ({ id: randomUUID(), ...way })),
})

const write = async (nodes: object[], documentType = 'salesOrder'): Promise<string> => {
  const made = must(
    await admin.ask('POST', '/api/approval-flow', {
      code: randomUUID().slice(0, 8),
      name: '订单审批',
      documentType,
      nodes,
    }),
  )
  return String(made['id'])
}
const release = async (nodes: object[], documentType?: string): Promise<string> => {
  const id = await write(nodes, documentType)
  must(await admin.ask('POST', `/api/approvals/flows/${id}/release`))
  return id
}
const order = async (quantity: string): Promise<string> => {
  const body = { customer: 'C1', date: '2026-03-10', lines: [{ item: 'PEN', quantity, price: '100' }] }
  return String(must(await client('seller').ask('POST', '/api/sales-order?then=submit', body))['id'])
}
const act = (who: string, id: string, action: string, body: object = {}): Promise<Reply> =>
  client(who).ask('POST', `/api/sales-order/${id}/${action}`, body)
const stateOf = async (id: string): Promise<string> =>
  String(must(await admin.ask('GET', `/api/sales-order/${id}`))['state'])
const waitingFor = async (id: string): Promise<string[]> => {
  const steps = must(
    await admin.ask<{ approval: { step: number; approver: string; state: string }[] }>('GET', `/api/sales-order/${id}`),
  ).approval
  const waiting = steps.filter((step) => step.state === 'waiting')
  const first = Math.min(...waiting.map((step) => step.step))
  return waiting.filter((step) => step.step === first).map((step) => step.approver)
}

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
  must(await admin.ask('POST', '/api/item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' }))
  must(await admin.ask('POST', '/api/department', { code: 'SALES', name: '销售部' }))
  const lin = must(await admin.ask('POST', '/api/employee', { code: 'LIN', name: '林经理', department: 'SALES' }))
  must(await admin.ask('POST', '/api/employee', { code: 'WANG', name: '王业务', department: 'SALES' }))
  must(await admin.ask('PATCH', '/api/department/SALES', { head: 'LIN' }))
  must(await admin.ask('POST', '/api/customer', { code: 'C1', name: '客户', salesperson: 'WANG' }))
  for (const [name, ofRole] of [
    ['seller', 'seller'],
    ['manager', 'seller'],
    ['boss', 'owner'],
    ['clerk', 'accountant'],
    ['clerk2', 'accountant'],
    ['helper', 'counter'],
  ] as const) {
    people[name] = await house.person(name, ofRole)
  }
  must(await admin.ask('PUT', `/api/users/${people['manager']?.id}/scope`, { employee: lin['id'] }))
})

describe('a flow that was drawn', () => {
  test('[SYS-05] is in force at once when it is released, goes different ways by amount, and a node more is a version more', async () => {
    const small = await order('1')
    expect(await waitingFor(small)).toEqual([])
    await release([
      node('部门负责人', [head()]),
      fork({ when: '价税合计 > 10000', nodes: [node('老板', [role('owner')])] }, { nodes: [] }),
    ])
    const little = await order('5')
    expect(await waitingFor(little)).toEqual(['manager'])
    expect((await act('seller', little, 'post')).status).toBe(409)
    expect((await act('boss', little, 'approve')).status).toBe(403)
    must(await act('manager', little, 'approve'))
    expect(await stateOf(little)).toBe('posted')
    const large = await order('200')
    must(await act('manager', large, 'approve'))
    expect(await stateOf(large)).toBe('submitted')
    expect(await waitingFor(large)).toEqual(['老板'])
    // A node is added while the order waits: it goes on by the version it was submitted under, the next one by the new.
    await release([node('会计', [role('accountant')]), node('老板', [role('owner')])])
    must(await act('boss', large, 'approve'))
    expect(await stateOf(large)).toBe('posted')
    const next = await order('1')
    expect(await waitingFor(next)).toEqual(['会计'])
    const versions = must(
      await admin.ask<{ rows: { number: number; state: string }[] }>('GET', '/api/approval-flow?sort=number'),
    ).rows
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [1, 'retired'],
      [2, 'live'],
    ])
  })

  test('[SYS-05] is tried on a document before it is released, and says where a condition is wrong', async () => {
    const nodes = [
      node('会计', [role('accountant')], { when: '合计(明细.价税合计) > 5000' }),
      node('老板', [role('owner')], { when: '客户 = "客户"' }),
    ]
    const id = await order('1')
    const tried = must(
      await admin.ask<{ steps: { approver: string }[] }>('POST', '/api/approvals/simulate', {
        documentType: 'salesOrder',
        document: id,
        nodes,
      }),
    )
    expect(tried.steps.map((step) => step.approver)).toEqual(['老板'])
    const wrong = await admin.ask('POST', '/api/approval-flow', {
      code: 'W',
      name: 'x',
      documentType: 'salesOrder',
      nodes: [node('x', [role('owner')], { when: '价税合计 > “很多”' })],
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('nodes.0.when')
    expect(wrong.text).toContain('条件第 8 个字：这里应为数字')
    const nobody = await admin.ask('POST', '/api/approval-flow', {
      code: 'N',
      name: 'x',
      documentType: 'salesOrder',
      nodes: [node('x', [role('ghost')])],
    })
    expect(nobody.text).toContain('没有角色')
    expect((await client('seller').ask('POST', '/api/approval-flow', { nodes: [] })).status).toBe(403)
  })

  test('[SYS-05] is never changed once it was in force, nor put in force but by releasing it', async () => {
    const id = await write([node('老板', [role('owner')])])
    expect((await admin.ask('PATCH', `/api/approval-flow/${id}`, { state: 'live' })).status).toBe(422)
    must(await admin.ask('POST', `/api/approvals/flows/${id}/release`))
    expect((await admin.ask('PATCH', `/api/approval-flow/${id}`, { nodes: [] })).status).toBe(422)
    must(await admin.ask('POST', `/api/approvals/flows/${id}/retire`))
    expect(await waitingFor(await order('1'))).toEqual([])
  })
})

describe('approvals', () => {
  test('[SYS-14] of all wait for each, of any for the first', async () => {
    await release([
      node('两位会计', [user('clerk'), user('clerk2')]),
      node('任一', [role('owner'), role('accountant')], { mode: 'any' }),
    ])
    const id = await order('1')
    expect((await waitingFor(id)).toSorted()).toEqual(['clerk', 'clerk2'])
    must(await act('clerk', id, 'approve'))
    expect(await waitingFor(id)).toEqual(['clerk2'])
    must(await act('clerk2', id, 'approve'))
    expect((await waitingFor(id)).toSorted()).toEqual(['会计', '老板'])
    must(await act('boss', id, 'approve'))
    expect(await stateOf(id)).toBe('posted')
  })

  test('[SYS-14] are rejected with a reason, handed on, asked of one more before or after, and returned to a step', async () => {
    await release([node('会计', [role('accountant')]), node('老板', [role('owner')])])
    const rejected = await order('1')
    expect((await act('clerk', rejected, 'reject')).status).toBe(422)
    must(await act('clerk', rejected, 'reject', { reason: '价格不对' }))
    expect(await stateOf(rejected)).toBe('draft')

    const id = await order('2')
    must(await act('clerk', id, 'approval/delegate', { user: 'clerk2', note: '出差' }))
    expect(await waitingFor(id)).toEqual(['clerk2'])
    must(await act('clerk2', id, 'approval/countersign', { user: 'manager', when: 'before', note: '请看价格' }))
    expect(await waitingFor(id)).toEqual(['manager'])
    expect((await act('clerk2', id, 'approve')).status, 'one’s own waits for theirs').toBe(403)
    must(await act('manager', id, 'approve'))
    must(await act('clerk2', id, 'approve'))
    expect(await waitingFor(id)).toEqual(['老板'])
    expect((await act('boss', id, 'approval/return', {})).status).toBe(422)
    must(await act('boss', id, 'approval/return', { step: 100, reason: '再核一次' }))
    expect(await waitingFor(id)).toEqual(['clerk2'])
    must(await act('clerk2', id, 'approve'))
    must(await act('boss', id, 'approval/countersign', { user: 'clerk', when: 'after' }))
    expect(await waitingFor(id)).toEqual(['clerk'])
    expect(await stateOf(id)).toBe('submitted')
    must(await act('clerk', id, 'approve'))
    expect(await stateOf(id)).toBe('posted')
    const history = must(await admin.ask<{ rows: { action: string }[] }>('GET', `/api/sales-order/${id}/audit`)).rows
    expect(
      history
        .map((row) => row.action)
        .toReversed()
        .filter((action) => action !== 'approve'),
    ).toEqual(['create', 'submit', 'delegate', 'countersign', 'return', 'countersign', 'post'])
    expect((await act('helper', id, 'approval/delegate', { user: 'clerk' })).status).toBe(403)
  })

  test('[SYS-14] asked of someone away are given by who stands in, in both names, but not for what the one away wrote', async () => {
    await release([node('老板', [role('owner')])])
    const id = await order('1')
    expect((await act('helper', id, 'approve')).status).toBe(403)
    must(
      await client('boss').ask('POST', '/api/delegations', {
        to: people['helper']?.id,
        fromDate: '2020-01-01',
        toDate: '2099-12-31',
        rights: ['*.read', '*.approve', '*.reject'],
      }),
    )
    const inbox = must(
      await client('helper').ask<{ rows: { document: string; isMine: boolean }[] }>('GET', '/api/approvals/waiting'),
    ).rows
    expect(inbox).toContainEqual(expect.objectContaining({ document: id, isMine: true }))
    must(await act('helper', id, 'approve'))
    const steps = must(await admin.ask<{ approval: { decidedBy: string }[] }>('GET', `/api/sales-order/${id}`)).approval
    expect(steps.map((step) => step.decidedBy)).toEqual(['helper（代boss）'])
  })

  test('[SYS-14] that are late go to who comes after, once, and who submitted it is told', async () => {
    await release([node('会计', [user('clerk')], { hours: 24, escalateTo: user('boss') })])
    const id = await order('1')
    const look = () => inWork(house.context, { company: house.one.id, actor: systemActor }, escalateOverdue)
    expect(await look()).toBe(0)
    house.clock.advance(25 * 3_600_000)
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    expect(await waitingFor(id)).toEqual(['boss'])
    const notices = must(await client('seller').ask('GET', '/api/notices'))
    expect(JSON.stringify(notices)).toContain('clerk超时未审批，已转boss')
    must(await act('boss', id, 'approve'))
    expect(await stateOf(id)).toBe('posted')
  })
})
