import { beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../http/testing/client.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import { pdfPages, pdfSizes } from './testing/pdf-text.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
  await anna.ask('POST', '/api/client', { code: 'C1', name: '杭州百联家居有限公司' })
  await anna.ask('POST', '/api/product', { code: 'P1', name: '不锈钢复底汤锅' })
})

const write = async (lines: number, more: Readonly<Record<string, unknown>> = {}, note = '') => {
  const made = await anna.ask('POST', '/api/client-order', {
    client: 'C1',
    contactName: '王经理',
    lines: Array.from({ length: lines }, (_line, n) => ({
      product: 'P1',
      quantity: String(n + 1),
      amount: '1234.5',
      note,
    })),
    ...more,
  })
  expect(made.status, made.text).toBe(201)
  return made.body as unknown as { id: string; number: string }
}

const printed = async (path: string, language = 'zh') => {
  const reply = await anna.ask('GET', path, undefined, { 'accept-language': language })
  expect(reply.status, reply.text.slice(0, 300)).toBe(200)
  expect(reply.headers['content-type']).toBe('application/pdf')
  expect(reply.headers['content-disposition']).toMatch(/^inline;/)
  return { pages: pdfPages(reply.raw), sizes: pdfSizes(reply.raw) }
}

/** The text of a page without its gaps: Chinese is shown letter by letter. */
const on = (page: readonly string[] | undefined) => (page ?? []).join('').replaceAll(/\s/g, '')

test('a document is printed with all it says, its total in words, and the count of printings', async () => {
  const order = await write(2, { remark: '请于周五前送到' })
  const { pages, sizes } = await printed(`/api/client-order/${order.number}/print`)
  expect(pages).toHaveLength(1)
  const text = on(pages[0])
  for (const part of ['甲公司', '订单', '（草稿）', '客户：杭州百联家居有限公司', `单据编号：${order.number}`])
    expect(text).toContain(part)
  for (const part of [
    '1P1不锈钢复底汤锅111,234.50',
    '2P1不锈钢复底汤锅221,234.50',
    '合计3',
    '联系人：王经理',
    '备注：请于周五前送到',
  ])
    expect(text).toContain(part)
  expect(text).toContain('合计大写：人民币贰仟肆佰陆拾玖元整')
  expect(text).toContain('制单：anna审核：经手：仓管：客户签字：')
  expect(text).toContain('第1页/共1页')
  expect(text).toContain('第1次打印')
  expect(text).not.toContain('本页小计')
  expect(sizes).toEqual([[595.3, 841.9]])
  expect(on((await printed(`/api/client-order/${order.id}/print`)).pages[0])).toContain('第2次打印')
  expect((await anna.ask('GET', `/api/client-order/${order.id}`)).body).toMatchObject({ prints: 2 })
})

test('a long one goes on over pages, each with its head, its sums and its number', async () => {
  const order = await write(130)
  const { pages } = await printed(`/api/client-order/${order.id}/print`)
  expect(pages.length).toBeGreaterThan(2)
  for (const [at, page] of pages.entries()) {
    expect(on(page)).toContain(`第${at + 1}页/共${pages.length}页`)
    expect(on(page)).toContain('客户：杭州百联家居有限公司')
    expect(on(page)).toContain('本页小计')
  }
  expect(on(pages.at(-1))).toContain('合计8,515')
  expect(on(pages[0])).not.toContain('合计大写')
})

test('a form of continuous paper has its size and the same number of rows, however few or long they are', async () => {
  const few = await write(3)
  const many = await write(14)
  const long = await write(3, {}, '外箱破损请拍照并当场与司机确认，内包装完好可先签收，其余退回宁波仓'.repeat(3))
  const form = await printed(`/api/client-order/${few.id}/print?paper=241`)
  expect(form.sizes).toEqual([[683.1, 396]])
  expect(form.pages).toHaveLength(1)
  const two = await printed(`/api/client-order/${many.id}/print?paper=241`)
  expect(two.pages).toHaveLength(2)
  const short = await printed(`/api/client-order/${many.id}/print?paper=241-93`)
  expect(short.sizes).toEqual(Array.from({ length: 3 }, () => [683.1, 264]))
  const wrapped = await printed(`/api/client-order/${long.id}/print?paper=241`)
  expect(wrapped.sizes.length).toBe(Number(/共(\d+)页/.exec(on(wrapped.pages[0]))?.[1]))
  expect(on(wrapped.pages[0])).toContain('其余退回宁波仓外箱破损')
})

test('several documents are one file, each counting its own pages', async () => {
  const orders = [await write(1), await write(60), await write(2)]
  const { pages } = await printed(`/api/client-order/print?paper=a5&ids=${orders.map((one) => one.id).join(',')}`)
  const numbers = pages.map((page) => orders.findIndex((one) => on(page).includes(one.number)))
  expect(numbers.at(0)).toBe(0)
  expect(numbers.at(-1)).toBe(2)
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
  expect(on(pages.at(-1))).toContain('第1页/共1页')
  expect((await anna.ask('GET', '/api/client-order/print?ids=x')).status).toBe(400)
  expect((await anna.ask('GET', `/api/client-order/${orders[0]?.id}/print?paper=a3`)).status).toBe(400)
})

test('a reversal is red and negative, and names what it reverses', async () => {
  const made = await anna.ask('POST', '/api/delivery?then=post', {
    client: 'C1',
    lines: [{ product: 'P1', quantity: '3', amount: '99' }],
  })
  const number = String(made.body['number'])
  const red = await anna.ask('POST', `/api/delivery/${number}/reverse`, {})
  const text = on((await printed(`/api/delivery/${String(red.body['number'])}/print`)).pages[0])
  expect(text).toContain('出库单（红字）')
  expect(text).toContain(`冲销单据：${number}`)
  expect(text).toContain('-3-3-99.00')
})

test('it speaks English to who does, and is for those alone who may read the document', async () => {
  const order = await write(1)
  const { pages } = await printed(`/api/client-order/${order.id}/print`, 'en')
  expect(on(pages[0])).toContain('Clientorder')
  expect(on(pages[0])).toContain('Page1of1')
  const store = await server.signIn('store')
  expect((await store.ask('GET', `/api/client-order/${order.id}/print`)).status).toBe(403)
  const bert = await server.signIn('bert')
  expect((await bert.ask('GET', `/api/client-order/${order.id}/print`)).status).toBe(404)
  expect((await bert.ask('GET', `/api/client-order/print?ids=${order.id}`)).status).toBe(404)
})

test('no page runs over its paper, whatever stands on it', async () => {
  const words = '麦饭石不粘炒锅 32cm 带盖 PNKCG-32-2026/ABCDEFGHIJKLMNOPQRSTUVWXYZ，外箱破损请当场拍照；'
  const order = await write(12, { remark: words.repeat(8), contactName: words.repeat(2) }, words.repeat(2))
  for (const paper of ['a4', 'a5', '241', '241-93']) {
    const { pages } = await printed(`/api/client-order/${order.id}/print?paper=${paper}`)
    expect([paper, on(pages[0]).match(/共(\d+)页/)?.[1]]).toEqual([paper, String(pages.length)])
    for (const [at, page] of pages.entries()) expect(on(page)).toContain(`第${at + 1}页/共${pages.length}页`)
  }
})
