import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { openHouse } from './kit/open-house.ts'
import { sendFile } from './kit/send-file.ts'
import type { ImportReply } from './kit/send-file.ts'

const folder = join(process.env['SUANPAN_DATA'] ?? '../shared/data', 'import-templates-cn')
const hasTemplates = existsSync(folder)
if (!hasTemplates) console.warn(`left out: no templates of another product in ${folder}`)

let house: Awaited<ReturnType<typeof openHouse>>
let boss: TestClient

beforeAll(async () => {
  house = await openHouse()
  boss = house.one.admin
})

const template = (name: string) => readFileSync(join(folder, `jsherp-${name}.xls`))
const rowsOf = async (address: string, query = '') => (await boss.ask('GET', `/api/${address}?${query}`)).body['rows']

const missing = (reply: ImportReply) => [
  ...new Map(reply.errors.flatMap(({ create }) => (create === null ? [] : [[create.name, create] as const]))).values(),
]

describe.skipIf(!hasTemplates)('files of another product are taken as they are', () => {
  it('customers and suppliers, from old workbooks with instructions above the head, nothing mapped by hand', async () => {
    const tried = await sendFile(boss, 'customer', template('customer'), {}, 'dry_run=1')
    expect(tried).toMatchObject({ status: 200, ok: true, records: 2, headRow: 2 })
    expect(tried.columns.filter((column) => column.target !== null).map((column) => column.head)).toEqual(
      expect.arrayContaining([
        '名称*',
        '联系人',
        '手机号码',
        '联系电话',
        '纳税人识别号',
        '开户行',
        '账号',
        '地址',
        '备注',
        '状态*',
      ]),
    )
    await sendFile(boss, 'customer', template('customer'))
    await sendFile(boss, 'supplier', template('vendor'))
    expect(await rowsOf('customer', 'sort=name')).toMatchObject([
      { name: '客户a', contact: '小梁', phone: '13000000000', disabled: false },
      { name: '客户b', contact: '小魏' },
    ])
    expect(await rowsOf('supplier', 'sort=name')).toMatchObject([{ name: '供应商a' }, { name: '供应商b' }])
  })

  it('the same file a second time is refused, because all of it is there', async () => {
    const again = await sendFile(boss, 'customer', template('customer'))
    expect(again.status).toBe(422)
    expect(again.errors.map((error) => `${error.row} ${error.column}`)).toEqual(['3 名称*', '4 名称*'])
  })

  it('goods, whose category is missing and is made when a person says so', async () => {
    const tried = await sendFile(boss, 'item', template('goods'), {}, 'dry_run=1')
    expect(tried.ok).toBe(false)
    expect(missing(tried).map((one) => `${one.label} ${one.name}`)).toEqual(['商品分类 饮料'])
    const kept = await sendFile(boss, 'item', template('goods'), { create: missing(tried) })
    expect(kept).toMatchObject({ status: 200, created: 2 })
    expect(kept.totals.find((total) => total.column === '采购价')?.sum).toBe('8')
    expect(await rowsOf('item', 'sort=name')).toMatchObject([
      {
        name: '可乐test',
        spec: '250ml kele',
        barcode: '2001',
        purchasePrice: '5',
        shelfLifeDays: 180,
        disabled: false,
      },
      { name: '啤酒test', spec: '500ml pijiu', barcode: '2011', purchasePrice: '3', tracksLots: false },
    ])
  })

  it('lines of orders, and goods in and out, that name goods by their bar code', async () => {
    const plan = { header: { supplier: '供应商a' } }
    const order = await sendFile(boss, 'purchase-order', template('order_item'), plan)
    expect(order).toMatchObject({ status: 200, records: 1, created: 1 })
    await boss.ask('POST', '/api/warehouse', { code: 'W1', name: '仓库1' })
    await boss.ask('POST', '/api/stock-reason', {
      code: 'R1',
      name: '盘盈',
      direction: 'in',
      role: 'nonOperatingIncome',
    })
    const receipt = await sendFile(
      boss,
      'other-receipt',
      template('in_out_item'),
      { header: { reason: 'R1' } },
      'dry_run=1',
    )
    expect(receipt.errors).toEqual([])
    expect(receipt).toMatchObject({ ok: true, records: 1 })
  })
})

const payloads = join(process.env['SUANPAN_DATA'] ?? '../shared/data', 'security', 'csv-injection-payloads.txt')
const hasPayloads = existsSync(payloads)
if (!hasPayloads) console.warn(`left out: there is no ${payloads}`)

describe.skipIf(!hasPayloads)('names that a spreadsheet would run', () => {
  it('leave as text, and come back as they were', async () => {
    const names = readFileSync(payloads, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
    const quoted = names.map((name, n) => `X${n},"${name.replaceAll('"', '""')}",个`)
    const kept = await sendFile(boss, 'item', `编码,名称,单位\n${quoted.join('\n')}`)
    expect(kept).toMatchObject({ status: 200, created: names.length })
    const filter = encodeURIComponent('[{"field":"code","op":"startsWith","value":"X"}]')
    const { text } = await boss.ask('GET', `/api/item?format=csv&filter=${filter}`)
    const cells = text.split(/\r?\n/).flatMap((line) => line.split(/,(?=")|(?<="),|,/))
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell.replace(/^\uFEFF/, '')) && /^"?[=@+]/.test(cell))).toEqual(
      [],
    )
    const again = await sendFile(boss, 'item', text, {}, 'dry_run=1&update=1')
    expect(again).toMatchObject({ ok: true, unchanged: names.length, changeCount: 0 })
  })
})
