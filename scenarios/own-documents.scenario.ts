import { beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { pdfPages } from '../src/kernel/print/testing/pdf-text.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient
let salesman: TestClient
let head: TestClient

type Rows = readonly Readonly<Record<string, string | null>>[]
const rowsOf = (body: object) => (body as { rows: Rows }).rows
const eq = (field: string, value: string) =>
  `filter=${encodeURIComponent(JSON.stringify([{ field, op: 'eq', value }]))}`

const own = ['read', 'create', 'update', 'submit'].map((verb) => `xShopCheck.${verb}`)

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
  must(await admin.ask('POST', '/api/customer', { code: 'C1', name: '滨江装饰' }))
  must(await admin.ask('POST', '/api/employee', { code: 'E1', name: '陈工' }))
  must(
    await admin.ask('PUT', '/api/roles/sales', {
      label: '销售',
      rights: [...own, 'customer.read', 'employee.read', 'report.recordSummary'],
    }),
  )
  must(await admin.ask('PUT', '/api/roles/head', { label: '主管', rights: ['xShopCheck.read'] }))
  salesman = (await house.person('xiaoli', 'sales')).client
  head = (await house.person('laowang', 'head')).client
})

describe('a type of document that the company defines itself', () => {
  test('is refused where its code, name or number is not its own', async () => {
    const body = { code: 'xShopCheck', name: '门店巡检', numbering: 'MDXJ-{yyyyMM}-{seq:4}', linesLabel: '检查项' }
    for (const [more, path] of [
      [{ code: 'ShopCheck' }, 'code'],
      [{ name: '销售订单' }, 'name'],
      [{ numbering: 'XSDD-{yyyy}-{seq:4}' }, 'numbering'],
      [{ numbering: 'M-{yyyy}' }, 'numbering'],
    ] as const) {
      const reply = await admin.ask('POST', '/api/own-document', { ...body, ...more })
      expect(reply.status, path).toBe(422)
      expect(reply.text).toContain(`"${path}"`)
    }
    must(await admin.ask('POST', '/api/own-document', body))
    must(
      await admin.ask('POST', '/api/own-form', {
        code: 'xShopCheck',
        name: '门店巡检',
        fields: [
          {
            part: 'header',
            name: 'x_customer',
            label: '门店',
            kind: 'ref',
            target: 'party',
            mandatory: true,
            listed: true,
          },
          { part: 'header', name: 'x_place', label: '地址', kind: 'text', listed: true, findable: true },
          { part: 'header', name: 'x_total', label: '总分', kind: 'decimal', formula: '合计(明细.得分)', listed: true },
          { part: 'header', name: 'x_store', label: '仓库', kind: 'ref', target: 'warehouse' },
          { part: 'header', name: 'x_fine', label: '罚款', kind: 'money', hiddenFrom: ['sales'], listed: true },
          { part: 'lines', name: 'x_check', label: '项目', kind: 'text', mandatory: true },
          { part: 'lines', name: 'x_score', label: '得分', kind: 'decimal', mandatory: true },
        ],
      }),
    )
  })

  test('behaves as any other: form, list, rights, life, search, history, paper, import, export, report, files', async () => {
    const check = {
      date: '2026-03-12',
      x_customer: 'C1',
      x_place: '江南大道',
      lines: [
        { x_check: '陈列', x_score: '8.5' },
        { x_check: '卫生', x_score: '9' },
      ],
    }
    const made = must(await salesman.ask('POST', '/api/x-shop-check', check))
    expect(made).toMatchObject({ type: 'xShopCheck', number: 'MDXJ-202603-0001', state: 'draft', x_total: '17.5' })
    const id = String(made['id'])
    expect((await salesman.ask('POST', `/api/x-shop-check/${id}/post`)).status).toBe(403)
    const wrong = await salesman.ask('POST', '/api/x-shop-check', {
      ...check,
      lines: [{ x_check: '陈列', x_score: '高' }],
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('lines.0.x_score')

    // Another type in the same tables is another type.
    must(await admin.ask('POST', '/api/own-document', { code: 'xOther', name: '另一种', numbering: 'LYZ-{seq:5}' }))
    must(await admin.ask('POST', '/api/x-other', { date: '2026-03-12', remark: '别的' }))
    expect(rowsOf(must(await admin.ask('GET', '/api/x-shop-check')))).toHaveLength(1)
    expect((await admin.ask('GET', `/api/x-other/${id}`)).status).toBe(404)
    expect((await admin.ask('GET', '/api/x-other/MDXJ-202603-0001')).status).toBe(404)
    expect((await salesman.ask('GET', '/api/x-other')).status).toBe(403)
    expect((await admin.ask('GET', '/api/x-nothing')).status).toBe(404)
    expect((await house.stranger.ask('GET', `/api/x-shop-check/${id}`)).status).toBe(404)
    // The bare tables are no way round a type's rights, and a record stays of its type.
    expect((await salesman.ask('GET', '/api/own-record')).status).not.toBe(200)
    must(await admin.ask('PATCH', `/api/x-shop-check/${id}`, { ownType: 'xOther' }))
    expect(rowsOf(must(await admin.ask('GET', '/api/x-shop-check')))).toHaveLength(1)

    must(await admin.ask('POST', `/api/x-shop-check/${id}/post`))
    expect(must(await admin.ask('GET', `/api/x-shop-check/${id}`))).toMatchObject({ state: 'posted' })
    expect((await admin.ask('PATCH', `/api/x-shop-check/${id}`, { x_place: '改' })).status).toBe(409)
    expect(rowsOf(must(await salesman.ask('GET', '/api/x-shop-check?q=jndd')))).toHaveLength(1)
    expect((await salesman.ask('GET', '/api/search?q=MDXJ')).text).toContain('门店巡检')
    const words = pdfPages((await salesman.ask('GET', `/api/x-shop-check/${id}/print`)).raw)
      .join('')
      .replaceAll(',', '')
    for (const word of ['门店巡检', '江南大道', '陈列', '17.5']) expect(words).toContain(word)
    expect((await salesman.ask('GET', '/api/x-shop-check?format=csv')).text).toContain('滨江装饰')
    expect((await salesman.ask('GET', `/api/x-shop-check/${id}/audit`)).text).toContain('江南大道')
    expect((await admin.ask('GET', '/api/openapi.json')).text).toContain('/api/x-shop-check/{id}')
    const report = must(await admin.ask('GET', '/api/reports/record-summary?type=xShopCheck&groupBy=门店'))
    expect(rowsOf(report)).toEqual([expect.objectContaining({ group: '滨江装饰', count: 1, x_total: '17.50' })])
    expect(must(await salesman.ask('GET', `/api/x-shop-check/${id}/attachments`))).toMatchObject({ rows: [] })

    must(await admin.ask('POST', `/api/x-shop-check/${id}/unpost`))
    must(await admin.ask('POST', `/api/x-shop-check/${id}/void`))
  })

  test('[SYS-02] is shown to someone bounded where it names them, their customer or their warehouse, and its kept fields to nobody who may not', async () => {
    must(await admin.ask('POST', '/api/employee', { code: 'E2', name: '王工' }))
    must(await admin.ask('POST', '/api/customer', { code: 'C2', name: '钱塘装饰', salesperson: 'E2' }))
    must(await admin.ask('POST', '/api/customer', { code: 'C3', name: '西湖装饰', salesperson: 'E1' }))
    must(await admin.ask('POST', '/api/warehouse', { code: 'STORE', name: '门店仓' }))
    const idOf = async (address: string) => String(must(await admin.ask('GET', `/api/${address}`))['id'])
    const check = async (customer: string, place: string, more: object = {}) =>
      must(
        await admin.ask('POST', '/api/x-shop-check', {
          date: '2026-03-20',
          x_customer: customer,
          x_place: place,
          x_fine: '4321',
          ...more,
          lines: [{ x_check: '陈列', x_score: '8' }],
        }),
      )
    const mine = await check('C2', '我的门店')
    const other = await check('C3', '别人的门店')
    const inStore = await check('C3', '门店仓里', { x_store: 'STORE' })
    const inMain = await check('C3', '总仓里', { x_store: 'MAIN' })
    const bounded = async (username: string, scope: object): Promise<TestClient> => {
      const { id, client } = await house.person(username, 'sales')
      must(await admin.ask('PUT', `/api/users/${id}/scope`, scope))
      return client
    }
    const seen = async (client: TestClient) =>
      rowsOf(must(await client.ask('GET', '/api/x-shop-check?limit=100'))).map((row) => row['x_place'])
    const wang = await bounded('wang', { employee: await idOf('employee/E2'), people: 'own', chosen: {} })
    expect(await seen(wang)).toEqual(['我的门店'])
    for (const address of ['', '/audit', '/attachments', '/print']) {
      expect((await wang.ask('GET', `/api/x-shop-check/${String(other['id'])}${address}`)).status, address).toBe(404)
      const shown = await wang.ask('GET', `/api/x-shop-check/${String(mine['id'])}${address}`)
      expect(shown.status, address).toBe(200)
      expect(shown.text).not.toMatch(/x_fine|4321|罚款/)
    }
    expect((await wang.ask('PATCH', `/api/x-shop-check/${String(other['id'])}`, { x_place: '改' })).status).toBe(404)
    for (const address of [
      `search?q=${encodeURIComponent('门店')}`,
      'x-shop-check?format=csv',
      'reports/record-summary?type=xShopCheck&groupBy=门店',
      `search?q=${String(other['number'])}`,
    ]) {
      const { status, text } = await wang.ask('GET', `/api/${address}`)
      expect(status, address).toBe(200)
      expect(text, address).not.toMatch(/别人的门店|西湖装饰|4321|罚款/)
      expect(text, address).not.toContain(String(other['id']))
    }
    const keeper = await bounded('keeper', {
      employee: null,
      people: null,
      chosen: { warehouse: [await idOf('warehouse/STORE')] },
    })
    const kept = await seen(keeper)
    expect(kept).toContain('门店仓里')
    expect(kept).not.toContain('总仓里')
    // A kept field is no way to ask either: not by filter, sort, formula of a report or import.
    for (const address of [
      `x-shop-check?filter=${encodeURIComponent(JSON.stringify([{ field: 'x_fine', op: 'gt', value: '1' }]))}`,
      'x-shop-check?sort=x_fine',
      'reports/record-summary?type=xShopCheck&groupBy=x_fine',
    ])
      expect([400, 422], address).toContain((await wang.ask('GET', `/api/${address}`)).status)
    expect(rowsOf(must(await wang.ask('GET', '/api/x-shop-check?q=4321')))).toEqual([])
    for (const one of [mine, other, inStore, inMain])
      must(await admin.ask('DELETE', `/api/x-shop-check/${String(one['id'])}`))
  })

  test('goes its way of approval before it takes effect', async () => {
    const node = {
      id: '01900000-0000-7000-8000-000000000001',
      kind: 'approve',
      name: '主管',
      approvers: [{ id: '01900000-0000-7000-8000-000000000002', kind: 'role', value: 'head' }],
      mode: 'any',
      when: '总分 < 10',
      fourEyes: true,
    }
    const flow = must(
      await admin.ask('POST', '/api/approval-flow', { name: '低分审批', documentType: 'xShopCheck', nodes: [node] }),
    )
    must(await admin.ask('POST', `/api/approvals/flows/${String(flow['id'])}/release`))
    const low = must(
      await salesman.ask('POST', '/api/x-shop-check', {
        date: '2026-03-13',
        x_customer: 'C1',
        lines: [{ x_check: '陈列', x_score: '3' }],
      }),
    )
    const id = String(low['id'])
    must(await salesman.ask('POST', `/api/x-shop-check/${id}/submit`))
    expect(rowsOf(must(await head.ask('GET', '/api/approvals/waiting')))).toEqual([
      expect.objectContaining({ type: 'xShopCheck', address: 'x-shop-check', label: '门店巡检' }),
    ])
    expect(must(await head.ask('POST', `/api/x-shop-check/${id}/approve`))).toMatchObject({ state: 'posted' })
    // What it refers to stays.
    const gone = await admin.ask('DELETE', '/api/customer/C1')
    expect(gone.status).toBe(409)
    expect(gone.text).toContain('门店巡检')
  })
})

describe('templates', () => {
  const library = async () =>
    must(
      await admin.ask<{
        templates: { template: string; installed: boolean; types: { type: string; address: string; label: string }[] }[]
      }>('GET', '/api/calls/template-library'),
    ).templates

  test('[SYS-13] each of the library installs at once, works, goes out as a file, comes back from it, and goes unused', async () => {
    const templates = await library()
    expect(templates.length).toBeGreaterThanOrEqual(8)
    for (const { template, types } of templates) {
      must(await admin.ask('POST', '/api/calls/install-template', { template }))
      const [type] = types
      expect(rowsOf(must(await admin.ask('GET', `/api/${type?.address}`)))).toEqual([])
    }
    expect((await library()).every((one) => one.installed)).toBe(true)
    expect((await admin.ask('POST', '/api/calls/install-template', { template: 'visit-record' })).status).toBe(409)
    expect((await salesman.ask('POST', '/api/calls/install-template', { template: 'visit-record' })).status).toBe(403)

    // A contract: what is agreed is reckoned, the head of the department is asked, the view and the report are there.
    const contract = must(
      await admin.ask('POST', '/api/x-contract', {
        x_title: '年度供货',
        x_party: 'C1',
        x_kind: '销售',
        x_amount: '100000',
        x_from: '2026-01-01',
        x_until: '2026-12-31',
        lines: [{ x_stage: '预付', x_amount: '30000' }],
      }),
    )
    expect(contract).toMatchObject({ x_planned: '30000', x_open: '70000', x_days: 364, number: 'HTTZ-202603-0001' })
    const submitted = must(await admin.ask('POST', `/api/x-contract/${String(contract['id'])}/submit`))
    expect(submitted['state']).toBe('submitted')
    const views = rowsOf(must(await admin.ask('GET', '/api/views?type=x-contract')))
    expect(views.map((view) => view['name'])).toEqual(['销售合同'])
    expect(rowsOf(must(await admin.ask('GET', `/api/x-contract?${eq('x_kind', 'o1')}`)))).toHaveLength(1)
    const report = must(await admin.ask('GET', '/api/reports/record-summary?type=xContract&groupBy=合同类别'))
    expect(rowsOf(report)).toEqual([expect.objectContaining({ group: '销售', x_amount: '100000.00' })])
    const used = await admin.ask('POST', '/api/calls/uninstall-template', { template: 'contract-register' })
    expect(used.status).toBe(409)
    expect(used.text).toContain('HTTZ-202603-0001')

    // Out as a file, away, and back from it, in another company too.
    const file = must(await admin.ask('GET', '/api/calls/export-template?type=xVisit'))
    must(await admin.ask('POST', '/api/calls/uninstall-template', { template: 'visit-record' }))
    expect((await admin.ask('GET', '/api/x-visit')).status).toBe(404)
    for (const client of [admin, house.stranger]) {
      must(await client.ask('POST', '/api/calls/install-template', { content: file }))
      const visit = must(await client.ask('POST', '/api/x-visit', { x_talk: '谈妥', remark: null }))
      expect(visit).toMatchObject({ x_talk: '谈妥', state: 'draft' })
    }
    const broken = await admin.ask('POST', '/api/calls/install-template', { content: { template: 'a', forms: 'x' } })
    expect(broken.status).toBe(422)
    expect((await library()).find((one) => one.template === 'vehicle-request')?.installed).toBe(true)
  })

  test('stands in the check of the books, where nothing is found against it', async () => {
    const checks = Object.values(must(await admin.ask('GET', '/api/checks')))
    expect(checks).not.toEqual([])
    for (const check of checks) expect(check).toMatchObject({ ok: true })
  })
})
