import ExcelJS from 'exceljs'
import { buffer } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { openTestServer } from '../http/testing/test-server.ts'
import type { Reply, TestClient } from '../http/testing/client.ts'
import { readSeparated, readTable } from './read-table.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { upload as uploadAs } from './testing/upload.ts'
import { withoutFormula } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

const upload = (url: string, name: string, content: Buffer | string, client = anna): Promise<Reply> =>
  uploadAs(client, url, name, content)

const workbookOf = async (rows: readonly (readonly ExcelJS.CellValue[])[]): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet('商品')
  for (const row of rows) page.addRow([...row])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function* brokenRows(): AsyncGenerator<SheetRow> {
  yield { text: 'a' }
  await Promise.reject(new Error('gone'))
}

const readBook = async (raw: Buffer): Promise<ExcelJS.Worksheet> => {
  const workbook = new ExcelJS.Workbook()
  const copy = new ArrayBuffer(raw.byteLength)
  new Uint8Array(copy).set(raw)
  await workbook.xlsx.load(copy)
  const page = workbook.worksheets[0]
  if (page === undefined) throw new Error('no sheet')
  return page
}

test('a workbook of products is tried, kept, and taken back as a whole', async () => {
  const file = await workbookOf([
    ['产品资料'],
    ['编码', '名称*', '进价', '类别', '备注栏'],
    ['X1', '螺丝', 1.1, '货物', '?'],
    ['X2', '螺母', '2,000.50', 'service'],
  ])
  const tried = await upload('/api/imports/product?dry_run=1', 'a.xlsx', file)
  expect(tried.body).toMatchObject({
    ok: true,
    dryRun: true,
    rows: 2,
    created: 2,
    batch: null,
    unknownColumns: ['备注栏'],
    controlTotals: { 进价: '2001.6' },
  })
  expect((await anna.ask('GET', '/api/product/X1')).status).toBe(404)
  const kept = await upload('/api/imports/product', 'a.xlsx', file)
  expect(kept.body).toMatchObject({ ok: true, created: 2 })
  expect((await anna.ask('GET', '/api/product/X2')).body).toMatchObject({
    name: '螺母',
    buyPrice: '2000.5',
    kind: 'service',
  })
  const undo = `/api/imports/product/${String(kept.body['batch'])}/undo`
  await anna.ask('PATCH', '/api/product/X1', { note: '改过' })
  expect((await anna.ask('POST', undo)).status).toBe(409)
  expect((await anna.ask('GET', '/api/product/X2')).status).toBe(200)
  await anna.ask('DELETE', '/api/product/X1')
  await upload('/api/imports/product?update=1', 'a.csv', '编码,名称,进价\r\nX2,螺母,3\r\nX3,垫片,4\r\n')
  expect((await anna.ask('GET', '/api/product/X2')).body).toMatchObject({ buyPrice: '3', version: 2 })
})

test('errors name the cell, and nothing is kept', async () => {
  const csv = '编码,名称,进价,货架\r\nE1,好,1,\r\nE2,,abc,\r\nE1,重复,2,\r\nE4,四,1,没有的货架\r\n'
  const reply = await upload('/api/imports/product', 'a.csv', csv)
  expect(reply.status).toBe(422)
  const errors = reply.body['errors'] as unknown as { row: number; column: string; message: string }[]
  const places = new Set(errors.map(({ row, column }) => `${row} ${column}`))
  expect(places).toEqual(new Set(['3 名称', '3 进价', '4 编码', '5 货架']))
  expect(errors.find((error) => error.row === 3 && error.column === '进价')?.message).toContain('abc')
  expect((await anna.ask('GET', '/api/product/E1')).status).toBe(404)
  const other = await upload('/api/imports/product', 'a.csv', 'foo,bar\r\n1,2\r\n')
  expect(other.text).toContain('表头')
})

test('a file in GBK is read, and names find what they name', async () => {
  // 编码,名称 / G1,中文 in GBK.
  const gbk = Buffer.from('b1e0c2eb2cc3fbb3c60d0a47312cd6d0cec40d0a', 'hex')
  expect((await upload('/api/imports/product', 'a.csv', gbk)).body).toMatchObject({ created: 1 })
  expect((await anna.ask('GET', '/api/product/G1')).body).toMatchObject({ name: '中文' })
  expect((await upload('/api/imports/client', 'c.csv', '名称,电话\n大客户,0571-88\n')).body).toMatchObject({
    created: 1,
  })
})

test('documents are grouped by their number, posted, and can be taken back', async () => {
  const csv =
    '单据编号,单据日期,客户,产品编码,数量,金额\n1,2026-03-01,大客户,G1,2,20\n,,,中文,3,30\n2,2026/3/2,大客户,G1,1,10\n'
  const reply = await upload('/api/imports/client-order?then=post', 'o.csv', csv)
  expect(reply.body).toMatchObject({ ok: true, records: 2, created: 2, controlTotals: { 数量: '6', 金额: '60' } })
  const list = await anna.ask('GET', '/api/client-order?sort=date&totals=1')
  expect(list.body).toMatchObject({
    rows: [{ date: '2026-03-01', state: 'posted', total: '50' }, { date: '2026-03-02' }],
    totals: { count: 2, quantity: '6' },
  })
  const undone = await anna.ask('POST', `/api/imports/client-order/${String(reply.body['batch'])}/undo`)
  expect(undone.body).toEqual({ deleted: 2 })
  // They were posted for a while, which the books remember.
  const left = (await anna.ask('GET', '/api/client-order')).body['rows']
  expect(left).toMatchObject([{ state: 'void' }, { state: 'void' }])
})

test('a long file goes on as a job', async () => {
  const rows = Array.from({ length: 500 }, (_, n) => `L${n},产品 ${n},${n}.5`)
  const started = await upload('/api/imports/product?job=1', 'long.csv', `编码,名称,进价\n${rows.join('\n')}`)
  expect(started.status).toBe(202)
  await server.context.jobs.drain()
  expect((await anna.ask('GET', `/api/jobs/${String(started.body['job'])}`)).body).toMatchObject({
    state: 'done',
    progress: 500,
    result: { created: 500 },
  })
})

test('a list leaves as Excel with real types and as text without formulas', async () => {
  await anna.ask('POST', '/api/product', { code: 'Z=', name: '=HYPERLINK("http://evil")', buyPrice: '12.5' })
  const filter = encodeURIComponent('[{"field":"code","op":"startsWith","value":"Z"}]')
  const book = await readBook((await anna.ask('GET', `/api/product?format=xlsx&filter=${filter}`)).raw)
  const head = (book.getRow(1).values as ExcelJS.CellValue[]).slice(1)
  expect(head.slice(0, 3)).toEqual(['编码', '名称', '停用'])
  expect(book.getRow(2).getCell(2).value).toBe('=HYPERLINK("http://evil")')
  expect(book.getRow(2).getCell(2).type).toBe(ExcelJS.ValueType.String)
  expect(book.getRow(2).getCell(head.indexOf('进价') + 1).value).toBe(12.5)
  const csv = await anna.ask('GET', `/api/product?format=csv&filter=${filter}`)
  expect(csv.text).toContain(`"'=HYPERLINK(""http://evil"")"`)
  expect((await anna.ask('GET', '/api/product?format=csv')).text.split('\r\n').length).toBeGreaterThan(500)
  expect((await anna.ask('GET', '/api/product?format=xls')).status).toBe(400)
  expect(withoutFormula('+86')).toBe("'+86")
})

test('a workbook keeps every sign that a cell can hold, and its days and figures as such', async () => {
  const sheet: Sheet = {
    title: 'a/b<&>"c',
    notes: ['甲 & 乙'],
    columns: [
      { name: 'text', label: '文字<1>', kind: 'text' },
      { name: 'day', label: '日期', kind: 'date' },
      { name: 'sum', label: '金额', kind: 'money', total: true },
      { name: 'long', label: '长数', kind: 'money' },
    ],
    rows: [
      { text: ' <a> & "b"\u0001 𠮷\n第二行 ', day: '2024-02-29', sum: '-1234567.89', long: '12345678901234567.89' },
      { text: null, day: null, sum: null, long: null },
    ],
    totals: { sum: '-1234567.89' },
  }
  const page = await readBook(await buffer(writeXlsx(sheet)))
  expect(page.name).toBe('a b<&>"c')
  expect(page.getRow(3).getCell(1).value).toBe('文字<1>')
  const row = page.getRow(4)
  expect(row.getCell(1).value).toBe(' <a> & "b" 𠮷\n第二行 ')
  expect(row.getCell(2).value).toEqual(new Date('2024-02-29T00:00:00Z'))
  expect(row.getCell(3).value).toBe(-1234567.89)
  expect(row.getCell(4).value).toBe('12345678901234567.89')
  expect(page.getRow(6).getCell(3).value).toEqual({ formula: 'SUBTOTAL(9,C4:C5)', result: -1234567.89 })
  const broken = writeXlsx({ ...sheet, rows: brokenRows() })
  await expect(buffer(broken)).rejects.toThrow('gone')
})

test('[BI-02] a hundred thousand rows leave within a few seconds, and others are answered meanwhile', async () => {
  const columns: Sheet['columns'] = [
    { name: 'code', label: '编码', kind: 'text' },
    { name: 'name', label: '名称', kind: 'text' },
    { name: 'day', label: '日期', kind: 'date' },
    { name: 'quantity', label: '数量', kind: 'quantity', total: true },
    { name: 'amount', label: '金额', kind: 'money', total: true },
  ]
  function* rows(): Generator<SheetRow> {
    for (let n = 0; n < 100_000; n += 1)
      yield { code: `X${n}`, name: `不锈钢六角螺栓${n}`, day: '2026-01-31', quantity: '2', amount: '12.50' }
  }
  let last = performance.now()
  let longest = 0
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 10)
  const totals = { quantity: '200000', amount: '1250000' }
  const begun = performance.now()
  const file = await buffer(writeXlsx({ title: '收发明细', notes: [], columns, rows: rows(), totals }))
  const took = performance.now() - begun
  clearInterval(watch)
  expect(took).toBeLessThan(10_000)
  expect(longest).toBeLessThan(1000)
  const read = await readTable(file, true)
  expect(read).toHaveLength(100_002)
  expect(read[100_000]?.cells).toEqual(['X99999', '不锈钢六角螺栓99999', '2026-01-31', '2', '12.5'])
  expect(read.at(-1)?.cells.slice(3)).toEqual(['200000', '1250000'])
})

test('every type has a template that names its columns', async () => {
  const book = await readBook((await anna.ask('GET', '/api/imports/client-order/template')).raw)
  expect((book.getRow(1).values as string[]).slice(1)).toEqual([
    '单据编号',
    '单据日期',
    '客户*',
    '联系人',
    '备注',
    '产品*',
    '数量*',
    '金额',
    '行备注',
  ])
})

test('a report is answered in each form, without costs for who may not see them', async () => {
  const order = { client: '大客户', lines: [{ product: 'G1', quantity: '7' }] }
  const client = (await anna.ask('GET', '/api/client?q=大客户'.replace('大客户', encodeURIComponent('大客户')))).body[
    'rows'
  ] as unknown as { code: string }[]
  await anna.ask('POST', '/api/delivery?then=post', { ...order, client: client[0]?.code })
  const json = await anna.ask('GET', '/api/reports/move-listing?product=G1')
  expect(json.body).toMatchObject({
    rows: [{ product: '中文', quantity: '-7.000000' }],
    totals: { quantity: '-7', amount: '-14' },
  })
  expect((await anna.ask('GET', '/api/reports/move-listing?product=nothing')).status).toBe(422)
  const book = await readBook((await anna.ask('GET', '/api/reports/move-listing?format=xlsx')).raw)
  expect(book.lastRow?.getCell(3).value).toMatchObject({ formula: 'SUBTOTAL(9,C4:C4)', result: -7 })
  const pdf = await anna.ask('GET', '/api/reports/move-listing?format=pdf&from=2026-01-01')
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.raw.length).toBeLessThan(60_000)
  await anna.ask('PUT', '/api/roles/reader', { label: '读者', rights: ['report.*'] })
  await server.addUser(server.one, 'reader', 'reader')
  const reader = await server.signIn('reader')
  expect((await reader.ask('GET', '/api/reports/move-listing')).text).not.toContain('amount')
})

test('files are kept by content, attached, and sent back safely', async () => {
  const page = await upload('/api/files', 'evil.html', '<script>alert(1)</script>')
  expect(page.body).toMatchObject({ contentType: 'text/plain', name: 'evil.html' })
  expect((await upload('/api/files', 'x.exe', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]))).status).toBe(422)
  const attached = await anna.ask('POST', '/api/product/G1/attachments', { file: page.body['id'] })
  expect(attached.status).toBe(201)
  const back = await anna.ask('GET', String(attached.body['url']))
  expect(back.text).toBe('<script>alert(1)</script>')
  expect(back.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  expect(String(back.headers['content-disposition'])).toMatch(/^attachment/)
  const bert = await server.signIn('bert')
  expect((await bert.ask('GET', String(attached.body['url']))).status).toBe(404)
  const reader = await server.signIn('reader')
  expect((await reader.ask('GET', String(attached.body['url']))).status).toBe(403)
  const list = await anna.ask('GET', '/api/product/G1/attachments')
  expect(list.body['rows']).toMatchObject([{ name: 'evil.html', size: 25 }])
})

test('separated text is taken apart as spreadsheets write it', () => {
  expect(readSeparated('a;b\n"x;\n""y""";2\n\n;\n').map((row) => [row.row, ...row.cells])).toEqual([
    [1, 'a', 'b'],
    [2, 'x;\n"y"', '2'],
  ])
})
