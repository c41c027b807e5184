import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../src/kernel/access/system-actor.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { inWork } from '../src/kernel/http/work.ts'
import { queueSubscriptions } from '../src/kernel/watch/subscriptions.ts'
import { openWatcher } from '../src/kernel/watch/watcher.ts'
import { simpleParser } from './kit/mail.ts'
import { openMailServer } from './kit/mail-server.ts'
import { must } from './kit/open-house.ts'
import { openSalespeople } from './kit/salespeople.ts'
import { workbookText } from './kit/workbook-text.ts'

type Stage = Awaited<ReturnType<typeof openSalespeople>>
let house: Stage['house']
let admin: TestClient
let ids: Stage['ids']
let sell: Stage['sell']
let bounded: Stage['bounded']

beforeAll(async () => {
  ;({ house, admin, ids, sell, bounded } = await openSalespeople())
  await bounded('wang', 'seller', { employee: ids['WANG'], people: 'own', chosen: {} })
  await sell('CW')
  await sell('CS')
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

describe('dashboards, alerts and reports by mail', () => {
  const report = { report: 'salesSummary', parameters: { by: 'customer' }, span: 'thisMonth' }
  let mail: Awaited<ReturnType<typeof openMailServer>>
  beforeAll(async () => {
    mail = await openMailServer()
    must(await admin.ask('PUT', '/api/notices/channels/mail', { enabled: true, settings: mail.settings }))
  })
  afterAll(() => mail.close())
  const watch = async (): Promise<void> => {
    await inWork(house.context, { company: house.one.id, actor: systemActor }, queueSubscriptions)
    const watcher = openWatcher(house.context, 'https://erp.example', console.error)
    await watcher.drain(house.one.id)
    await watcher.stop()
  }
  const rowsAt = async (client: TestClient, path: string) =>
    must(await client.ask<{ rows: readonly Record<string, unknown>[] }>('GET', path)).rows

  test('[DEP-31] a dashboard laid out for a role shows each of them their own rows, and only who may lays out for others', async () => {
    must(
      await admin.ask('PUT', '/api/roles/watcher', {
        label: '看数',
        rights: ['report.salesSummary', 'report.stockOnHand'],
      }),
    )
    const tile = { kind: 'figure', title: '本月销售', width: 1, question: report, measure: 'total', figure: 'net' }
    const wrong = await admin.ask('POST', '/api/dashboards', {
      name: '',
      tiles: [{ ...tile, question: { report: 'nothing' } }],
    })
    expect(wrong.body['errors']).toMatchObject([{ path: 'name' }, { path: 'tiles.0.question.report' }])
    const body = {
      name: '销售看板',
      roles: ['seller'],
      tiles: [tile, { ...tile, kind: 'chart', title: '按客户', width: 2 }],
    }
    const made = must(await admin.ask('POST', '/api/dashboards', body))
    const [wang, packer] = [await house.signIn('wang'), await house.signIn('packer')]
    expect(await rowsAt(wang, '/api/dashboards')).toMatchObject([{ name: '销售看板', own: false }])
    expect(await rowsAt(packer, '/api/dashboards')).toEqual([])
    const at = `/api/dashboards/${String(made['id'])}`
    expect((await packer.ask('GET', at)).status).toBe(404)
    expect((await wang.ask('PATCH', at, { name: '我的' })).status).toBe(404)
    expect((await wang.ask('POST', '/api/dashboards', { ...body, tiles: [] })).status, 'for others').toBe(403)
    // What a tile asks is asked by whoever looks: the report's own rights and rows.
    const seen = await wang.ask('GET', '/api/reports/sales-summary?by=customer&from=2026-03-01&to=2026-03-31')
    expect(seen.text).not.toContain('客户CS')
    // Changed at two desks at once, the second is told.
    must(await admin.ask('PATCH', at, { tiles: body.tiles.toReversed(), version: made['version'] }))
    expect((await admin.ask('PATCH', at, { name: '旧的', version: made['version'] })).status).toBe(409)
  })

  test('[DEP-31] a threshold tells its owner once when their own figure goes over it', async () => {
    const wang = await house.signIn('wang')
    const told = async () =>
      (await rowsAt(wang, '/api/notices?unread=1'))
        .map((row) => String(row['text']))
        .filter((text) => text.includes('我的客户数'))
    const count = (await rowsAt(wang, '/api/reports/sales-summary?by=customer&from=2026-03-01&to=2026-03-31')).length
    const rule = {
      name: '我的客户数',
      question: report,
      measure: 'count',
      comparison: 'above',
      threshold: String(count),
    }
    const refused = await wang.ask('POST', '/api/alert-rules', { ...rule, comparison: 'near', threshold: 'x' })
    expect(refused.body['errors']).toMatchObject([{ path: 'comparison' }, { path: 'threshold' }])
    const made = must(await wang.ask('POST', '/api/alert-rules', rule))
    expect(made['value']).toBe(String(count))
    await watch()
    expect(await told()).toEqual([])
    // A customer of someone else does not count for wang.
    await sell('CL')
    house.clock.advance(11 * 60_000)
    await watch()
    expect(await told()).toEqual([])
    must(await wang.ask('PATCH', `/api/alert-rules/${String(made['id'])}`, { threshold: String(count - 1) }))
    await watch()
    house.clock.advance(11 * 60_000)
    await watch()
    expect(await told()).toEqual([`我的客户数：现为 ${count}，高于 ${count - 1}`])
    expect(
      (await wang.ask('PATCH', `/api/alert-rules/${String(made['id'])}`, { measure: 'total', figure: 'customer' }))
        .status,
    ).toBe(422)
    must(await wang.ask('DELETE', `/api/alert-rules/${String(made['id'])}`))
  })

  test('[DEP-31] a report comes by mail with the subscriber’s own rows, is logged, and stops by the link in the mail', async () => {
    const wang = await house.signIn('wang')
    const asked = {
      name: '每日销售',
      question: report,
      format: 'xlsx',
      rhythm: { every: 'day', day: 1, time: '18:00' },
      address: 'wang@suanpan.test',
    }
    const refused = await wang.ask('POST', '/api/subscriptions', {
      ...asked,
      address: 'wang',
      rhythm: { every: 'day', time: '25:00' },
    })
    expect(refused.body['errors']).toMatchObject([{ path: 'rhythm' }, { path: 'address' }])
    expect(
      (await wang.ask('POST', '/api/subscriptions', { ...asked, question: { ...report, report: 'profitStatement' } }))
        .status,
    ).toBe(422)
    const { id } = must(await wang.ask<{ id: string }>('POST', '/api/subscriptions', asked))
    await watch()
    expect(mail.caught).toEqual([])
    house.clock.moveTo(new Date('2026-03-15T10:01:00Z'))
    await watch()
    await watch()
    expect(mail.caught.length, 'once a day').toBe(1)
    const [sent] = mail.caught
    const parsed = simpleParser(sent ?? '')
    expect(parsed.to).toContain('wang@suanpan.test')
    const book = await workbookText(parsed.attachments[0]?.bytes ?? Buffer.alloc(0))
    expect(book).toContain('客户CW')
    expect(book).not.toContain('客户CS')
    expect(await rowsAt(wang, `/api/subscriptions/${id}/runs`)).toMatchObject([
      { state: 'sent', dueOn: '2026-03-15', answer: '250 2.0.0 taken' },
    ])
    // A dashboard of two tiles, as paper.
    const [board] = await rowsAt(wang, '/api/dashboards')
    const other = must(
      await wang.ask('POST', '/api/subscriptions', { ...asked, name: '看板', format: 'pdf', dashboard: board?.['id'] }),
    )
    must(await wang.ask('POST', `/api/subscriptions/${String(other['id'])}/send`))
    await watch()
    expect(
      simpleParser(mail.caught[1] ?? '')
        .attachments[0]?.bytes.subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    // The link only asks; its button stops it. It is no link to anything else.
    const text =
      Buffer.from(/\r\n\r\n([A-Za-z0-9+/=\r\n]+)\r\n--/.exec(sent ?? '')?.[1] ?? '', 'base64').toString('utf8') +
      (sent ?? '')
    const link =
      /https:\/\/erp\.example(\/api\/subscription-stop\/[\w.-]+)/.exec(text.replaceAll('=\r\n', ''))?.[1] ?? ''
    expect(link).not.toBe('')
    expect((await house.visitor.ask('GET', link)).status).toBe(200)
    expect((await rowsAt(wang, '/api/subscriptions'))[0]).toMatchObject({ enabled: true, lastState: 'sent' })
    expect((await house.visitor.ask('POST', link)).status).toBe(200)
    expect((await house.visitor.ask('POST', `${link}x`)).status).toBe(404)
    expect((await rowsAt(wang, '/api/subscriptions'))[0]).toMatchObject({ enabled: false })
    house.clock.moveTo(new Date('2026-03-16T10:01:00Z'))
    await watch()
    expect(mail.caught.filter((one) => one.includes('wang@suanpan.test')).length).toBe(3)
    // Whoever may not see the report any more gets no mail; the log says why.
    must(await admin.ask('PUT', '/api/roles/seller', { label: '业务员', rights: ['salesDelivery.read'] }))
    must(await wang.ask('PATCH', `/api/subscriptions/${id}`, { enabled: true }))
    must(await wang.ask('POST', `/api/subscriptions/${id}/send`))
    await watch()
    expect((await rowsAt(wang, `/api/subscriptions/${id}/runs`))[0]).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('无权查看'),
    })
  })
})
