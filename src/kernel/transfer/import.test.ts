import ExcelJS from 'exceljs'
import { deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestServer } from '../http/testing/test-server.ts'
import type { TestClient } from '../http/testing/client.ts'
import { shop } from '../http/testing/shop.ts'
import { inWork } from '../http/work.ts'
import type { Work } from '../posting/work.ts'
import { openBatch } from './import-batch.ts'
import { runLongImport } from './import-job.ts'
import type { ImportOptions } from './import-plan.ts'
import { readSeparated } from './read-table.ts'
import { refuseBombs } from './read/unpacked-size.ts'
import { upload } from './testing/upload.ts'
import { undoImport } from './undo-import.ts'

let server: Awaited<ReturnType<typeof openTestServer>>
let anna: TestClient

beforeAll(async () => {
  server = await openTestServer()
  anna = await server.signIn('anna')
})

const send = (query: string, content: Buffer | string, plan: object = {}) =>
  upload(anna, `/api/imports/product?${query}`, 'a.csv', content, { plan: JSON.stringify(plan) })

const many = (count: number, prefix: string, wrong: (n: number) => boolean = () => false) =>
  ['编码,名称,进价', ...Array.from({ length: count }, (_, n) => `${prefix}${n},产品 ${n},${wrong(n) ? 'x' : n}`)].join(
    '\n',
  )

const product = async (code: string) => (await anna.ask('GET', `/api/product/${code}`)).body

describe('mistakes are mended in place', () => {
  test('a cell that cannot be read offers what it may mean, and a fix takes its place', async () => {
    const csv = '编码,名称,进价\nM1,甲,12 个\nM1,乙,3\n,,\nM3,丙,"1,5"\n'
    const tried = (await send('dry_run=1', csv)).body
    expect(tried).toMatchObject({
      ok: false,
      errors: [
        { row: 2, column: '进价', at: 2, value: '12 个', mends: [{ value: '12', label: '改为“12”' }] },
        { row: 3, column: '编码', others: [2] },
        { row: 5, column: '进价' },
      ],
    })
    const plan = { fixes: { '2:2': '12', '3:0': 'M2' }, drop: [5] }
    expect((await send('', csv, plan)).body).toMatchObject({ ok: true, created: 2 })
    expect(await product('M1')).toMatchObject({ buyPrice: '12' })
    expect(await product('M2')).toMatchObject({ name: '乙' })
  })

  test('rows with mistakes are left out where a person says so, the others kept', async () => {
    const kept = (await send('', '编码,名称,进价\nS1,甲,1\nS2,乙,abc\nS3,丙,3\n合计,,5\n', { skipBad: true })).body
    expect(kept).toMatchObject({ created: 2, refusedRows: 1, errors: [{ row: 3, column: '进价' }] })
    expect(kept['totals']).toMatchObject([{ column: '进价', sum: '4', stated: '5' }])
    expect((await anna.ask('GET', '/api/product/S2')).status).toBe(404)
  })

  test('columns that were said once are known for the next file with the same head', async () => {
    const file = (code: string) => `料号甲,叫什么\n${code},螺丝\n`
    const columns = { '0': 'header.code', '1': 'header.name' }
    expect((await send('', file('H1'), { columns })).body).toMatchObject({ created: 1 })
    const next = (await send('dry_run=1', file('H2'))).body
    expect(next).toMatchObject({ ok: true, created: 1, columns: [{ target: 'header.code', by: 'remembered' }, {}] })
  })
})

const administrator = { id: 'anna', name: 'anna', may: () => true }
const silent = { report: async () => {}, cancelled: async () => false }

describe('a long import', () => {
  const product = shop.catalogue.entities.get('product')
  const options = { fileName: 'c.csv', mapping: {}, update: false, post: false, defaults: {} }
  const inSteps = <T>(step: (work: Work) => Promise<T>) =>
    inWork(server.context, { company: server.one, actor: administrator }, step)
  /** As if the program ended after so many steps: what they committed stays, and nothing else is known. */
  const dying = (after: number) => {
    let steps = 0
    return <T>(step: (work: Work) => Promise<T>): Promise<T> => {
      steps += 1
      return steps > after ? Promise.reject(new Error('the program ended')) : inSteps(step)
    }
  }
  const longOf = async (text: string, more: Partial<ImportOptions> = {}) => {
    if (product === undefined) throw new Error('the shop has no products')
    const batch = await inSteps((work) => openBatch(work, 'product', 'c.csv', false))
    return {
      definition: product,
      batch,
      rows: readSeparated(text),
      options: { ...options, ...more },
      exported: new Map<string, never>(),
    }
  }
  const countOf = async (prefix: string): Promise<number> => {
    const rows = await inSteps((work) =>
      work.tx.rows<{ count: string }>(`select count(*) from product where company_id = $1 and code like $2`, [
        work.company,
        `${prefix}%`,
      ]),
    )
    return Number(rows[0]?.count)
  }

  test('goes on where it was when the program ended in the middle, and is taken back as one', async () => {
    const long = await longOf(many(7000, 'C'))
    // Beginning, preparing, looking at four steps, and two of them written.
    await expect(runLongImport(dying(8), silent, long)).rejects.toThrow('the program ended')
    expect(await countOf('C')).toBe(4000)
    const outcome = await runLongImport(inSteps, silent, long)
    expect(outcome).toMatchObject({ created: 7000, errorCount: 0 })
    expect(await countOf('C')).toBe(7000)
    expect(await inSteps((work) => undoImport(work, long.definition, long.batch))).toBe(7000)
    expect(await countOf('C')).toBe(0)
  })

  test('keeps nothing of a file whose last row is wrong, and nothing when it is cancelled half way', async () => {
    const wrong = await longOf(many(5000, 'D', (n) => n === 4999))
    await expect(runLongImport(inSteps, silent, wrong)).rejects.toMatchObject({
      text: { zh: expect.stringContaining('1 处有误') },
    })
    expect(await countOf('D')).toBe(0)
    let asked = 0
    const impatient = { ...silent, cancelled: async () => (asked += 1) > 5 }
    const long = await longOf(many(7000, 'E'))
    await expect(runLongImport(inSteps, impatient, long)).rejects.toMatchObject({
      text: { zh: expect.stringContaining('取消') },
    })
    expect(asked).toBeGreaterThan(5)
    expect(await countOf('E')).toBe(0)
  })

  test('leaves out the rows that are wrong where a person says so, each with its cell', async () => {
    const long = await longOf(
      many(5000, 'F', (n) => n % 100 === 0),
      { plan: { skipBad: true } },
    )
    const outcome = await runLongImport(inSteps, silent, long)
    expect(outcome).toMatchObject({ created: 4950, refusedRows: 50 })
    expect(outcome.errors).toHaveLength(50)
    expect(await countOf('F')).toBe(4950)
  })
})

describe('a list that was exported, edited and imported', () => {
  const edited = async (raw: Buffer, edit: (page: ExcelJS.Worksheet) => void): Promise<Buffer> => {
    const book = new ExcelJS.Workbook()
    const copy = new ArrayBuffer(raw.byteLength)
    new Uint8Array(copy).set(raw)
    await book.xlsx.load(copy)
    const page = book.worksheets[0]
    if (page === undefined) throw new Error('no sheet')
    edit(page)
    return Buffer.from(await book.xlsx.writeBuffer())
  }
  const columnOf = (page: ExcelJS.Worksheet, head: string): number => {
    let found = 0
    page.getRow(1).eachCell((cell, at) => {
      if (cell.value === head) found = at
    })
    return found
  }

  test('shows what it would change, lets others keep what they changed, and asks where both did', async () => {
    await send('', '编码,名称,进价,产品备注\nT1,一,1,\nT2,二,2,\nT3,三,3,\n')
    const filter = encodeURIComponent('[{"field":"code","op":"startsWith","value":"T"}]')
    const { raw } = await anna.ask('GET', `/api/product?format=xlsx&sort=code&filter=${filter}`)
    // Someone else changes two of them meanwhile.
    await anna.ask('PATCH', '/api/product/T1', { buyPrice: '1.5' })
    await anna.ask('PATCH', '/api/product/T2', { buyPrice: '2.5' })
    const file = await edited(raw, (page) => {
      const price = columnOf(page, '进价')
      page.getRow(3).getCell(price).value = 22
      page.getRow(4).getCell(columnOf(page, '名称')).value = '三号'
    })
    const tried = (await send('dry_run=1', file)).body
    expect(tried['changes']).toEqual([
      expect.objectContaining({ row: 3, before: '2.5', after: '22', base: '2', conflict: true }),
      expect.objectContaining({ row: 4, before: '三', after: '三号', base: null, conflict: false }),
    ])
    expect(tried).toMatchObject({ ok: false, errors: [{ row: 3, column: '进价', conflict: true }], unchanged: 1 })
    expect((await send('', file)).status).toBe(422)
    const [change] = tried['changes'] as unknown as readonly { at: number }[]
    const kept = await send('', file, { conflicts: { [`3:${change?.at}`]: 'theirs' } })
    expect(kept.body).toMatchObject({ ok: true, created: 0, updated: 1 })
    expect(await product('T1')).toMatchObject({ buyPrice: '1.5' })
    expect(await product('T2')).toMatchObject({ buyPrice: '2.5' })
    expect(await product('T3')).toMatchObject({ name: '三号', buyPrice: '3' })
    await anna.ask('POST', `/api/imports/product/${String(kept.body['batch'])}/undo`)
    expect(await product('T3')).toMatchObject({ name: '三' })
  })
})

describe('files that would harm', () => {
  test('a zip that unpacks to gigabytes is refused without being unpacked', () => {
    const packed = deflateRawSync(Buffer.alloc(40_000_000))
    const entry = (head: number, length: number, claimed: number) => {
      const bytes = Buffer.alloc(length)
      bytes.writeUInt32LE(head, 0)
      const at = length === 30 ? 8 : 10
      bytes.writeUInt16LE(8, at)
      bytes.writeUInt32LE(packed.length, at + 10)
      bytes.writeUInt32LE(claimed, at + 14)
      return bytes
    }
    const bomb = (claimed: number) =>
      Buffer.concat([entry(0x04034b50, 30, claimed), packed, entry(0x02014b50, 46, claimed)])
    expect(() => refuseBombs(bomb(40_000_000), 300_000_000)).toThrow('too large')
    // A directory that lies is found out.
    expect(() => refuseBombs(bomb(1000), 10_000_000)).toThrow('too large')
    expect(() => refuseBombs(bomb(1000), 300_000_000)).not.toThrow()
  })
})
