import { beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { pdfPages } from '../src/kernel/print/testing/pdf-text.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient
let salesman: TestClient

type Rows = readonly Readonly<Record<string, string | null>>[]
const rowsOf = (body: object) => (body as { rows: Rows }).rows

/** The fields that a client is told a document has, by part. */
const told = async (client: TestClient, type: string, table?: string) => {
  const { documents, entities } = must(
    await client.ask<
      Record<
        'documents' | 'entities',
        {
          name: string
          list: string[]
          fields: { name: string; label: string; formula?: string; required: boolean }[]
          tables: { name: string; fields: { name: string; label: string }[] }[]
        }[]
      >
    >('GET', '/api/catalogue'),
  )
  const found = [...documents, ...entities].find((one) => one.name === type)
  if (found === undefined) throw new Error(`no ${type}`)
  const fields = table === undefined ? found.fields : (found.tables.find((one) => one.name === table)?.fields ?? [])
  return { list: found.list, fields, names: fields.map((one) => one.name) }
}

const importing = (client: TestClient, type: string, file: string): ReturnType<TestClient['ask']> => {
  const boundary = 'BOUNDARY'
  const body = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="file"; filename="orders.csv"',
    'Content-Type: text/csv',
    '',
    file,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  return client.ask('POST', `/api/imports/${type}`, body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
}

/** 销售订单: 施工地点, 安装级别, 预付款, 保密的返点; 明细 颜色 and 体积. */
const orderDesign = {
  code: 'salesOrder',
  name: '销售订单',
  fields: [
    { part: 'header', name: 'customer' },
    { part: 'header', name: 'x_site', label: '施工地点', kind: 'text', section: '工程', listed: true, findable: true },
    {
      part: 'header',
      name: 'x_grade',
      label: '安装级别',
      kind: 'choice',
      choices: { a: '甲级', b: '乙级' },
      listed: true,
      mandatory: true,
    },
    { part: 'header', name: 'x_prepaid', label: '预付款', kind: 'money', listed: true },
    { part: 'header', name: 'x_visit', label: '勘察日期', kind: 'date' },
    { part: 'header', name: 'x_foreman', label: '工长', kind: 'ref', target: 'employee' },
    { part: 'header', name: 'x_rebate', label: '返点', kind: 'percent', hiddenFrom: ['sales'] },
    {
      part: 'header',
      name: 'x_volume',
      label: '总体积',
      kind: 'decimal',
      scale: 3,
      formula: '合计(明细.体积)',
      listed: true,
    },
    { part: 'lines', name: 'x_colour', label: '颜色', kind: 'text' },
    { part: 'lines', name: 'x_each', label: '单件体积', kind: 'decimal', scale: 3 },
    { part: 'lines', name: 'x_volume', label: '体积', kind: 'decimal', scale: 3, formula: '数量 * 单件体积' },
  ],
}

const order = (more: object = {}) => ({
  date: '2026-03-10',
  customer: 'C1',
  x_grade: '甲级',
  x_site: '滨江一号',
  x_prepaid: '1200.50',
  lines: [
    { item: 'DOOR', quantity: '3', price: '100', x_colour: '胡桃', x_each: '0.25' },
    { item: 'DOOR', quantity: '2', price: '100', x_colour: '白', x_each: '0.1' },
  ],
  ...more,
})

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
  await admin.ask('POST', '/api/item', { code: 'DOOR', name: '木门', unit: 'PCS', taxRate: 'VAT13' })
  await admin.ask('POST', '/api/customer', { code: 'C1', name: '滨江装饰' })
  await admin.ask('POST', '/api/employee', { code: 'E1', name: '陈工' })
  const rights = ['salesOrder.*', 'customer.read', 'item.read', 'employee.read', 'warehouse.read']
  must(await admin.ask('PUT', '/api/roles/sales', { label: '销售', rights }))
  salesman = (await house.person('xiaoli', 'sales')).client
  must(await admin.ask('POST', '/api/own-form', orderDesign))
})

describe('a field that the company adds to its sales order', () => {
  test('[SYS-06] stands in form, list, filter, print, import, export, API and report as soon as it is kept', async () => {
    // Form and list follow the catalogue, for whoever is signed in, without their signing in again.
    const form = await told(salesman, 'salesOrder')
    expect(form.names.slice(0, 6)).toEqual(['customer', 'x_site', 'x_grade', 'x_prepaid', 'x_visit', 'x_foreman'])
    expect(form.list).toEqual(expect.arrayContaining(['x_site', 'x_grade', 'x_prepaid', 'x_volume']))
    expect((await told(salesman, 'salesOrder', 'lines')).names.slice(-3)).toEqual(['x_colour', 'x_each', 'x_volume'])

    // API: typed, required, references by code, amounts as text.
    const refused = await admin.ask('POST', '/api/sales-order?then=post', order({ x_grade: '丙级', x_visit: '后天' }))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('x_grade')
    expect(refused.text).toContain('x_visit')
    const incomplete = await admin.ask('POST', '/api/sales-order?then=post', order({ x_grade: null }))
    expect(incomplete.text).toContain('请填写安装级别')
    const made = must(
      await admin.ask('POST', '/api/sales-order?then=post', order({ x_foreman: 'E1', x_visit: '2026-03-08' })),
    )
    expect(made).toMatchObject({
      x_grade: 'a',
      x_site: '滨江一号',
      x_prepaid: '1200.5',
      x_visit: '2026-03-08',
      custom: {},
    })
    expect(made['references']).toMatchObject({ employee: { [String(made['x_foreman'])]: { name: '陈工' } } })
    const openapi = (await admin.ask('GET', '/api/openapi.json')).text
    expect(openapi).toContain('x_prepaid')

    // List: shown, sorted, searched, filtered by a value, a range and a reference.
    must(
      await admin.ask('POST', '/api/sales-order?then=post', order({ x_grade: 'b', x_site: '钱塘府', x_prepaid: '80' })),
    )
    const list = async (query: string) =>
      rowsOf(must(await admin.ask('GET', `/api/sales-order?${query}`))).map((row) => row['x_site'])
    const filter = (field: string, op: string, value: unknown) =>
      `filter=${encodeURIComponent(JSON.stringify([{ field, op, value }]))}`
    expect(await list('sort=x_prepaid')).toEqual(['钱塘府', '滨江一号'])
    expect(await list(filter('x_grade', 'eq', 'b'))).toEqual(['钱塘府'])
    expect(await list(filter('x_prepaid', 'gt', '100'))).toEqual(['滨江一号'])
    expect(await list(filter('x_visit', 'between', ['2026-03-01', '2026-03-31']))).toEqual(['滨江一号'])
    expect(await list(filter('x_foreman', 'eq', 'E1'))).toEqual(['滨江一号'])
    expect(await list(filter('x_site', 'contains', '钱塘'))).toEqual(['钱塘府'])
    expect(await list('q=qtf')).toEqual(['钱塘府'])

    // Export and import.
    const exported = (await admin.ask('GET', '/api/sales-order?format=csv')).text
    expect(exported).toContain('施工地点')
    expect(exported).toContain('甲级')
    const heads = (await admin.ask('GET', '/api/imports/sales-order/template?format=csv')).text
    expect(heads).toContain('施工地点')
    expect(heads).not.toContain('总体积')
    const file =
      '单据编号,单据日期,客户,安装级别,施工地点,预付款,工长,商品,数量,单价,颜色,单件体积\n1,2026-03-11,C1,乙级,西溪里,33.3,陈工,DOOR,4,9,灰,0.5\n'
    const outcome = must(await importing(admin, 'sales-order', file))
    expect(outcome).toMatchObject({ ok: true })
    const [imported] = rowsOf(must(await admin.ask('GET', `/api/sales-order?${filter('x_site', 'eq', '西溪里')}`)))
    expect(imported).toMatchObject({ x_grade: 'b', x_prepaid: '33.3', x_volume: '2' })
    const bad = await importing(admin, 'sales-order', file.replace('乙级', '丁级'))
    expect(bad.status).toBe(422)
    expect(bad.text).toContain('安装级别')

    // Paper.
    const paper = await admin.ask('GET', `/api/sales-order/${String(made['id'])}/print`)
    const words = pdfPages(paper.raw).join('\n').replaceAll(',', '')
    for (const word of ['施工地点', '滨江一号', '甲级', '颜色', '胡桃']) expect(words).toContain(word)

    // Report.
    const report = must(await admin.ask('GET', '/api/reports/record-summary?type=salesOrder&groupBy=x_grade'))
    expect(rowsOf(report)).toEqual([
      expect.objectContaining({ group: '乙级', count: 2, x_prepaid: '113.30' }),
      expect.objectContaining({ group: '甲级', count: 1, x_prepaid: '1200.50' }),
    ])

    // History.
    const history = rowsOf(must(await admin.ask('GET', `/api/sales-order/${String(made['id'])}/audit`)))
    expect(JSON.stringify(history)).toContain('滨江一号')
  })

  test('that a role is kept from is in no answer to it, and stays as it was when they change the order', async () => {
    const made = must(await admin.ask('POST', '/api/sales-order', order({ x_rebate: '7.77' })))
    const id = String(made['id'])
    expect(made).toMatchObject({ x_rebate: '7.77' })
    expect((await told(salesman, 'salesOrder')).names).not.toContain('x_rebate')
    for (const path of [
      `sales-order/${id}`,
      'sales-order',
      'sales-order?format=csv',
      `sales-order/${id}/audit`,
      'imports/sales-order/template?format=csv',
      'openapi.json',
      'catalogue',
    ]) {
      const reply = await salesman.ask('GET', `/api/${path}`)
      expect(reply.status, path).toBe(200)
      expect(reply.text, path).not.toContain('7.77')
      expect(reply.text, path).not.toContain('返点')
    }
    const filter = encodeURIComponent(JSON.stringify([{ field: 'x_rebate', op: 'gt', value: '1' }]))
    expect((await salesman.ask('GET', `/api/sales-order?filter=${filter}`)).status).toBe(422)
    expect(
      (await salesman.ask('GET', `/api/sales-order?filter=${filter.replace('x_rebate', 'custom.x_rebate')}`)).status,
    ).toBe(422)
    const written = await salesman.ask('PATCH', `/api/sales-order/${id}?then=draft`, { x_rebate: '99' })
    expect(written.status).toBe(422)
    expect(written.text).toContain('没有这个字段')
    must(await salesman.ask('PATCH', `/api/sales-order/${id}?then=draft`, { x_site: '改过' }))
    must(await salesman.ask('PATCH', `/api/sales-order/${id}?then=draft`, { lines: order().lines }))
    expect(must(await admin.ask('GET', `/api/sales-order/${id}`))).toMatchObject({ x_rebate: '7.77', x_site: '改过' })
  })

  test('is reckoned by its formula, line by line and over the lines', async () => {
    const made = must(
      await admin.ask<{ x_volume: string; lines: { x_volume: string }[] }>('POST', '/api/sales-order', order()),
    )
    expect(made.lines.map((line) => line.x_volume)).toEqual(['0.75', '0.2'])
    expect(made.x_volume).toBe('0.95')
    // What is typed into it counts for nothing.
    const typed = must(await admin.ask('POST', '/api/sales-order', order({ x_volume: '99' })))
    expect(typed['x_volume']).toBe('0.95')
  })

  test('is refused with the field named where the design does not hold together', async () => {
    const form = must(await admin.ask('GET', '/api/own-form/salesOrder'))
    const { fields } = orderDesign
    const change = (more: object) =>
      admin.ask('PATCH', '/api/own-form/salesOrder', { ...more, version: form['version'] })
    const refusals: [object, string, string][] = [
      [{ fields: [...fields, { part: 'header', name: 'colour', label: '色' }] }, 'fields.11.name', 'x_ 开头'],
      [{ fields: [...fields, { part: 'header', name: 'x_a', kind: 'text' }] }, 'fields.11.label', '请填写字段标题'],
      [
        { fields: [...fields, { part: 'header', name: 'x_a', label: '客户', kind: 'text' }] },
        'fields.11.label',
        '已有标题',
      ],
      [
        { fields: [...fields, { part: 'header', name: 'x_a', label: '甲', kind: 'choice' }] },
        'fields.11.choices',
        '选项',
      ],
      [
        { fields: [...fields, { part: 'header', name: 'x_a', label: '甲', kind: 'money', formula: '预付款 * 没有' }] },
        'fields.11.formula',
        '没有字段“没有”',
      ],
      [
        { fields: [...fields, { part: 'header', name: 'x_a', label: '甲', kind: 'money', formula: '甲 + 1' }] },
        'fields.11.formula',
        '循环',
      ],
      [
        { fields: [...fields, { part: 'header', name: 'x_a', label: '甲', kind: 'percent', formula: '返点 * 2' }] },
        'fields.11.formula',
        '保密',
      ],
      [
        { fields: [{ part: 'header', name: 'customer', concealed: true }, ...fields.slice(1)] },
        'fields.0.concealed',
        '必填',
      ],
      [{ fields: fields.filter((one) => one.name !== 'x_site') }, 'fields', '已有数据'],
      [
        { fields: fields.map((one) => (one.name === 'x_prepaid' ? { ...one, kind: 'date' } : one)) },
        'fields.3.kind',
        '不能改变类型',
      ],
      [{ numbering: 'CGDD-{yyyy}-{seq:4}' }, 'numbering', '采购订单'],
      [{ numbering: '{yyyy}' }, 'numbering', '流水号'],
    ]
    for (const [more, path, words] of refusals) {
      const reply = await change(more)
      expect(reply.status, `${path} ${reply.text.slice(0, 300)}`).toBe(422)
      expect(reply.text).toContain(`"${path}"`)
      expect(reply.text).toContain(words)
    }
    const unknown = await admin.ask('POST', '/api/own-form', { code: 'nothing', name: '无' })
    expect(unknown.status).toBe(422)
  })

  test('no longer used is shown to nobody, and what it held comes back with it', async () => {
    const site = (archived: boolean) => ({
      fields: orderDesign.fields.map((one) => (one.name === 'x_site' ? { ...one, archived } : one)),
    })
    const filter = encodeURIComponent(JSON.stringify([{ field: 'x_grade', op: 'eq', value: 'b' }]))
    const [first] = rowsOf(must(await admin.ask('GET', `/api/sales-order?sort=number&filter=${filter}`)))
    const id = String(first?.['id'])
    must(await admin.ask('PATCH', '/api/own-form/salesOrder', site(true)))
    expect((await told(admin, 'salesOrder')).names).not.toContain('x_site')
    expect((await admin.ask('GET', `/api/sales-order/${id}`)).text).not.toContain('钱塘府')
    must(await admin.ask('POST', `/api/sales-order/${id}/unpost`))
    must(await admin.ask('PATCH', `/api/sales-order/${id}?then=draft`, { remark: '改一笔' }))
    must(await admin.ask('PATCH', '/api/own-form/salesOrder', site(false)))
    expect(must(await admin.ask('GET', `/api/sales-order/${id}`))).toMatchObject({ x_site: '钱塘府', remark: '改一笔' })
  })

  test('is the company’s own: another company has the form as the product brings it', async () => {
    expect((await told(house.stranger, 'salesOrder')).names).not.toContain('x_site')
    expect((await salesman.ask('POST', '/api/own-form', { code: 'item', name: '商品' })).status).toBe(403)
  })

  test('goes along where an order grows into a delivery that has a field of the same name', async () => {
    const form = {
      code: 'salesDelivery',
      name: '销售出库单',
      fields: [
        { part: 'header', name: 'x_site', label: '施工地点', kind: 'text' },
        { part: 'lines', name: 'x_colour', label: '颜色', kind: 'text' },
      ],
    }
    must(await admin.ask('POST', '/api/own-form', form))
    const made = must(await admin.ask('POST', '/api/sales-order?then=post', order({ warehouse: 'MAIN' })))
    const draft = must(await admin.ask('POST', `/api/sales-order/${String(made['id'])}/convert/sales-delivery`))
    expect(draft).toMatchObject({ x_site: '滨江一号', lines: [{ x_colour: '胡桃' }, { x_colour: '白' }] })
  })

  test('stands on master data as on documents, and documents are numbered by the rule that the company writes', async () => {
    must(
      await admin.ask('POST', '/api/own-form', {
        code: 'item',
        name: '商品',
        fields: [
          { part: 'header', name: 'x_origin', label: '林区', kind: 'text', listed: true, findable: true },
          { part: 'header', name: 'x_weight', label: '重量', kind: 'decimal', scale: 3 },
          { part: 'header', name: 'x_tonnes', label: '吨', kind: 'decimal', scale: 6, formula: '重量 / 1000' },
        ],
      }),
    )
    const made = must(
      await admin.ask('POST', '/api/item', {
        code: 'OAK',
        name: '橡木',
        unit: 'PCS',
        x_origin: '吉林',
        x_weight: '12.5',
      }),
    )
    expect(made).toMatchObject({ x_origin: '吉林', x_weight: '12.5', x_tonnes: '0.0125' })
    must(await admin.ask('PATCH', '/api/item/OAK', { x_weight: '20' }))
    expect(must(await admin.ask('GET', '/api/item/OAK'))).toMatchObject({ x_origin: '吉林', x_tonnes: '0.02' })
    expect(rowsOf(must(await admin.ask('GET', '/api/item?q=jilin'))).map((row) => row['code'])).toEqual(['OAK'])

    const parts = must(await admin.ask('GET', '/api/calls/form-parts?type=salesOrder&numbering=DD{yy}-{seq:5}'))
    expect(parts['preview']).toMatchObject({ next: 'DD26-00001', problem: null })
    must(await admin.ask('PATCH', '/api/own-form/salesOrder', { numbering: 'DD{yy}-{seq:5}' }))
    expect(must(await admin.ask('POST', '/api/sales-order', order()))['number']).toBe('DD26-00001')
  })
})
