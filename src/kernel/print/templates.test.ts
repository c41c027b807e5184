import { beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../http/testing/client.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import { pdfPages, pdfSizes } from './testing/pdf-text.ts'
import { pdfPlaces } from './testing/pdf-places.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await anna.ask('POST', '/api/client', { code: 'C1', name: '杭州百联', phone: '0571-88' })
  await anna.ask('POST', '/api/client', { code: 'C2', name: '宁波海定' })
  await anna.ask('POST', '/api/product', { code: 'P1', name: '汤锅', spec: '24cm', buyPrice: '60' })
})

const element = { when: '', pages: 'every', size: 10, align: 'left', bold: false, width: 100, height: 5 }
const words = (text: string, x = 20, y = 10, more = {}) => ({ ...element, id: text, kind: 'text', text, x, y, ...more })
const layoutOf = (...elements: readonly object[]) => ({ paper: { width: 241, height: 139.7 }, elements })

const save = async (name: string, elements: readonly object[], more: Readonly<Record<string, unknown>> = {}) => {
  const reply = await anna.ask('POST', '/api/print-template', {
    code: name,
    name,
    recordType: 'clientOrder',
    layout: layoutOf(...elements),
    ...more,
  })
  expect(reply.status, reply.text).toBe(201)
  return String(reply.body['id'])
}

const order = async (client = 'C1', lines = 1) => {
  const made = await anna.ask('POST', '/api/client-order', {
    client,
    lines: Array.from({ length: lines }, () => ({ product: 'P1', quantity: '2', amount: '100' })),
  })
  expect(made.status, made.text).toBe(201)
  return String(made.body['id'])
}

const on = (page: readonly string[] | undefined) => (page ?? []).join('').replaceAll(/\s/g, '')
const printed = async (id: string, query = '', as = anna) => {
  const reply = await as.ask('GET', `/api/client-order/${id}/print${query}`)
  expect(reply.status, reply.text.slice(0, 300)).toBe(200)
  return reply.raw
}

describe('a template of the company', () => {
  test('prints what it says where it says, to a tenth of a millimetre', async () => {
    await save('exact', [
      words('送货单', 100, 8, { size: 16, align: 'center', width: 41, height: 8 }),
      { ...words('', 18, 25), id: 'client', kind: 'field', path: 'client', label: '客户：', format: 'plain' },
      { ...words('', 18, 32), id: 'phone', kind: 'field', path: 'client.phone', label: '', format: 'plain' },
      words('{number}', 180, 25),
    ])
    const pdf = await printed(await order(), '?template=exact')
    expect(
      pdfSizes(pdf)
        .flat()
        .map((points) => (points / 72) * 25.4),
    ).toEqual([expect.closeTo(241, 2), expect.closeTo(139.7, 2)])
    const [page = []] = await pdfPlaces(pdf)
    const find = (text: string) => page.find((one) => one.text.startsWith(text))
    // 10 pt: the letters stand 0.44 mm below the frame, the baseline 0.88 × 3.53 mm below that.
    expect(find('客')?.x).toBeCloseTo(18, 1)
    expect(find('客')?.y).toBeCloseTo(25 + 0.44 + 3.1, 1)
    expect(find('0571')?.x).toBeCloseTo(18, 1)
    expect(find('0571')?.y).toBeCloseTo(32 + 0.44 + 3.1, 1)
    expect(find('DD-')?.x).toBeCloseTo(180, 1)
    expect(on(pdfPages(pdf)[0])).toContain('客户：杭州百联')
  })

  test('has pictures and bold words on it, and bars that are drawn', async () => {
    const dot =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await save('picture', [
      { ...words('', 10, 10), id: 'logo', kind: 'image', source: dot },
      words('加粗', 10, 30, { bold: true }),
      { ...words('', 10, 50), id: 'bars', kind: 'barcode', symbol: 'code128', text: '{number}', readable: true },
    ])
    const pdf = await printed(await order(), '?template=picture')
    expect(pdf.toString('latin1')).toContain('/Subtype /Image')
    const [page = []] = await pdfPlaces(pdf)
    expect(page.map((one) => one.text).join('')).toMatch(/加粗.*DD-/)
    const wrong = await anna.ask('POST', '/api/print-template', {
      code: 'script',
      name: 'script',
      recordType: 'clientOrder',
      layout: layoutOf({ ...words('', 0, 0), id: 'x', kind: 'image', source: 'https://example.com/x.png' }),
    })
    expect(wrong.status).toBe(422)
  })

  test('is refused with the place of what is wrong', async () => {
    const reply = await anna.ask('POST', '/api/print-template', {
      code: 'bad',
      name: 'bad',
      recordType: 'clientOrder',
      layout: layoutOf(
        { ...words('', 0, 0), id: 'a', kind: 'field', path: 'nowhere' },
        words('x', 0, 0, { when: '客户 >' }),
        words('y', 5000, 0),
      ),
    })
    expect(reply.status).toBe(422)
    const paths = (reply.body['errors'] as unknown as { path: string }[]).map((one) => one.path)
    expect(paths).toEqual(['layout.elements.0.path', 'layout.elements.1.when', 'layout.elements.2.x'])
    const none = await anna.ask('POST', '/api/print-template', {
      code: 'n',
      name: 'n',
      recordType: 'nothing',
      layout: {},
    })
    expect(none.status).toBe(422)
  })

  test('is the default of a customer before that of a role, and that before everyone’s', async () => {
    const client = await anna.ask('GET', '/api/client/C2')
    const ids = [await order('C1'), await order('C2')]
    const everyone = await save('all', [words('通用模板')], { isDefault: true })
    expect(on(pdfPages(await printed(ids[0] ?? ''))[0])).toBe('通用模板')
    await save('admin', [words('管理员模板')], { isDefault: true, role: 'administrator' })
    expect(on(pdfPages(await printed(ids[0] ?? ''))[0])).toBe('管理员模板')
    await save('client', [words('海定专用')], { isDefault: true, forRecord: client.body['id'], forName: '宁波海定' })
    expect(on(pdfPages(await printed(ids[1] ?? ''))[0])).toBe('海定专用')
    const both = await anna.ask('GET', `/api/client-order/print?ids=${ids.join(',')}`)
    expect(pdfPages(both.raw).map((page) => on(page))).toEqual(['管理员模板', '海定专用'])
    expect(on(pdfPages(await printed(ids[0] ?? '', '?paper=a4'))[0])).toContain('第4次打印')
    expect(on(pdfPages(await printed(ids[0] ?? '', `?template=${everyone}`))[0])).toBe('通用模板')
    expect((await anna.ask('GET', `/api/client-order/${ids[0] ?? ''}/print?template=none`)).status).toBe(404)
    for (const code of ['all', 'admin', 'client']) {
      const found = await anna.ask('GET', `/api/print-template/${code}`)
      await anna.ask('DELETE', `/api/print-template/${code}`, { version: found.body['version'] })
    }
  })

  test('prints no cost to who may not see it', async () => {
    await save(
      'cost',
      [
        words('{code}', 2, 2),
        { ...words('', 2, 10), id: 'cost', kind: 'field', path: 'buyPrice', label: '进价', format: 'plain' },
      ],
      { recordType: 'product', kind: 'label' },
    )
    const product = String((await anna.ask('GET', '/api/product/P1')).body['id'])
    const seen = await anna.ask('GET', `/api/product/print?ids=${product}&template=cost&copies=2`)
    expect(pdfPages(seen.raw).map((page) => on(page))).toEqual(['P1进价60', 'P1进价60'])
    const store = await server.signIn('store')
    const reply = await store.ask('GET', `/api/product/${product}/print?template=cost`)
    expect(on(pdfPages(reply.raw)[0])).toBe('P1')
  })
})

test('the designer is told names, shipped layouts and the values of the newest record', async () => {
  const number = String((await anna.ask('GET', `/api/client-order/${await order('C1', 3)}`)).body['number'])
  const { names, layouts, tables } = (
    await anna.ask<{
      names: { path: string; label: string; table: string | null }[]
      layouts: { paper: string; layout: { elements: object[] } }[]
      tables: object[]
    }>('GET', '/api/printing/names?type=clientOrder')
  ).body
  expect(names.map((one) => one.path)).toEqual(
    expect.arrayContaining(['number', 'client', 'client.phone', 'company.name', 'sum.lines.amount', 'product.spec']),
  )
  expect(tables).toEqual([{ name: 'lines', label: '明细' }])
  const data = await anna.ask('GET', '/api/printing/data?type=clientOrder')
  expect(data.body).toMatchObject({
    record: { number },
    data: { values: { client: { text: '杭州百联' }, 'sum.lines.amount': { text: '300.00' } } },
  })
  for (const { layout } of layouts) {
    const preview = await anna.ask('POST', '/api/printing/preview', { type: 'clientOrder', layout })
    expect(preview.status, preview.text.slice(0, 500)).toBe(200)
  }
  const form = layouts.find((one) => one.paper === '241')?.layout
  const preview = await anna.ask('POST', '/api/printing/preview', { type: 'clientOrder', layout: form })
  const [page = []] = await pdfPlaces(preview.raw)
  const shown = page.map((one) => one.text.trim())
  for (const part of [
    '甲公司',
    '订单',
    `单据编号：${number}`,
    '合计大写：人民币叁佰元整',
    '¥300.00',
    '第1页/共1页',
    '存',
    '根',
  ])
    expect(on(shown)).toContain(part)
  const bert = await server.signIn('bert')
  expect((await bert.ask('GET', '/api/printing/data?type=clientOrder')).body).toEqual({ record: null, data: null })
})

test('every printing is remembered, and before posting there is none where the company wants it so', async () => {
  const id = await order()
  await printed(id, '?paper=a5')
  await printed(id, '?template=exact')
  const { body } = await anna.ask('GET', `/api/client-order/${id}/prints`)
  expect(body['rows']).toMatchObject([
    { actor: 'anna', template: 'exact', form: 'pdf' },
    { actor: 'anna', template: 'a5', form: 'pdf' },
  ])
  const company = await anna.ask('GET', '/api/company/A')
  const set = (printAfterPosting: boolean, version: unknown) =>
    anna.ask('PATCH', '/api/company/A', { printAfterPosting, version })
  const changed = await set(true, company.body['version'])
  const refused = await anna.ask('GET', `/api/client-order/${id}/print`)
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('先审核')
  await set(false, changed.body['version'])
})
