import { beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { period } from '../src/base/period.ts'
import { carryProfitForward } from '../src/domains/accounting/processes/closing-documents.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import { actOn } from '../src/kernel/documents/actions.ts'
import { createDocument } from '../src/kernel/documents/documents.ts'
import { kebab } from '../src/kernel/definition/define.ts'
import { inWork } from '../src/kernel/http/work.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient
const ids: Record<string, string> = {}

type Row = Readonly<Record<string, string | null>>
const lineOf = (answer: unknown) => (answer as { lines: { id: string }[] }).lines[0]?.id
const rowsIn = (answer: unknown): Row[] => (answer as { rows: Row[] }).rows

const make = async (type: string, body: object): Promise<string> =>
  String(must(await admin.ask('POST', `/api/${type}`, body))['id'])
const post = async (client: TestClient, type: string, body: object) =>
  must(await client.ask('POST', `/api/${type}?then=post`, body))
const report = async (client: TestClient, name: string, parameters: Record<string, string>) =>
  rowsIn(must(await client.ask('GET', `/api/reports/${kebab(name)}?${new URLSearchParams(parameters).toString()}`)))
const seen = async (client: TestClient, type: string): Promise<string[]> =>
  rowsIn(
    must(await client.ask('GET', `/api/${type}?limit=100&sort=${type === 'sales-delivery' ? 'number' : 'code'}`)),
  ).map((row) => String(row['number'] ?? row['code']))
const sale = (warehouse: string, price: string) => ({
  customer: 'CUST',
  warehouse,
  date: '2026-03-12',
  lines: [{ item: 'PEN', quantity: '10', price }],
})
const fieldsOf = async (client: TestClient, type: string) => {
  const catalogue = must(
    await client.ask<{ documents: readonly { name: string; fields: readonly { name: string; hidden?: boolean }[] }[] }>(
      'GET',
      '/api/catalogue',
    ),
  )
  return catalogue.documents.find((one) => one.name === type)?.fields ?? []
}
const balanceOf = (rows: readonly Row[], code: string) => {
  const row = rows.find((one) => one['code'] === code)
  return row?.['closingDebit'] ?? (row?.['closingCredit'] ? `-${row['closingCredit']}` : '0')
}
const actor = { id: 'system', name: '系统', may: () => true }
const month = { from: '2026-03-01', to: '2026-03-31' }

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
  must(await admin.ask('PATCH', '/api/company/A', { costPool: 'warehouse' }))
})

describe('a company with branches', () => {
  test('a company without branches sees nothing of them', async () => {
    const field = (await fieldsOf(admin, 'salesDelivery')).find((one) => one.name === 'branch')
    expect(field?.hidden).toBe(true)
    const { reports } = must(
      await admin.ask<{ reports: readonly { name: string; parameters: readonly { name: string }[] }[] }>(
        'GET',
        '/api/catalogue',
      ),
    )
    const trial = reports.find((one) => one.name === 'trialBalance')
    expect(trial?.parameters.map((one) => one.name)).not.toContain('branch')
  })

  test('[MD-08] every document names a branch, users see their own branches alone, and the books are read by branch and consolidated', async () => {
    ids['east'] = await make('branch', { code: 'EAST', name: '杭州门店', sellerTitle: '某某公司杭州分公司' })
    ids['west'] = await make('branch', { code: 'WEST', name: '成都门店' })
    ids['shop'] = await make('warehouse', { code: 'SHOP', name: '杭州店仓', branch: 'EAST' })
    ids['cd'] = await make('warehouse', { code: 'CD', name: '成都店仓', branch: 'WEST' })
    ids['till'] = await make('cash-account', { code: 'TILL', name: '杭州店现金', kind: 'cash', branch: 'EAST' })
    ids['lin'] = await make('employee', { code: 'LIN', name: '林店长', branch: 'EAST' })
    await make('item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' })
    await make('supplier', { code: 'SUP', name: '供应商' })
    await make('customer', { code: 'CUST', name: '客户' })

    // Every document has the field now, and it is filled from the warehouse where nobody says it.
    expect((await fieldsOf(admin, 'salesDelivery')).find((one) => one.name === 'branch')?.hidden).not.toBe(true)
    const opening = { supplier: 'SUP', date: '2026-03-02', lines: [{ item: 'PEN', quantity: '100', price: '11.3' }] }
    const received = await post(admin, 'purchase-receipt', { ...opening, warehouse: 'MAIN' })
    expect(received['branch']).toBeNull()

    // Goods go out to the shops: each holds its own.
    await post(admin, 'stock-transfer', {
      date: '2026-03-03',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'PEN', quantity: '40' }],
    })
    await post(admin, 'stock-transfer', {
      date: '2026-03-03',
      fromWarehouse: 'MAIN',
      toWarehouse: 'CD',
      lines: [{ item: 'PEN', quantity: '20' }],
    })
    const east = await post(admin, 'sales-delivery', sale('SHOP', '22.6'))
    const west = await post(admin, 'sales-delivery', sale('CD', '33.9'))
    const head = await post(admin, 'sales-delivery', sale('MAIN', '45.2'))
    expect([east['branch'], west['branch'], head['branch']]).toEqual([ids['east'], ids['west'], null])

    // The list filters by it.
    const filter = encodeURIComponent(JSON.stringify([{ field: 'branch', op: 'eq', value: ids['east'] }]))
    const filtered = rowsIn(must(await admin.ask('GET', `/api/sales-delivery?filter=${filter}`)))
    expect(filtered.map((row) => row['number'])).toEqual([east['number']])

    // What grows out of a document is of its branch, whoever makes it.
    const back = must(await admin.ask('POST', `/api/sales-delivery/${String(east['id'])}/convert/sales-return`))
    expect((back['draft'] as Row | undefined)?.['branch'] ?? back['branch']).toBe(ids['east'])

    // By branch and consolidated: sales, stock, trial balance, profit.
    const sales = await report(admin, 'salesAnalysis', { ...month, by: 'branch' })
    expect(sales.map((row) => [row['key'], row['net'], row['cost']])).toEqual([
      ['（总部）', '400.00', '100.00'],
      ['成都门店', '300.00', '100.00'],
      ['杭州门店', '200.00', '100.00'],
    ])
    const stock = await report(admin, 'stockOnHand', { branch: ids['east'] })
    expect(stock.map((row) => [row['quantity'], row['amount']])).toEqual([['30', '300']])
    const books = (branch?: string) =>
      report(admin, 'trialBalance', { ...month, ...(branch === undefined ? {} : { branch }) })
    const [all, inEast, inWest] = await Promise.all([books(), books(ids['east']), books(ids['west'])])
    expect([balanceOf(all, '1405'), balanceOf(inEast, '1405'), balanceOf(inWest, '1405')]).toEqual([
      '700.00',
      '300.00',
      '100.00',
    ])
    expect([balanceOf(all, '5001'), balanceOf(inEast, '5001'), balanceOf(inWest, '5001')]).toEqual([
      '-900.00',
      '-200.00',
      '-300.00',
    ])
    // The shop owes the head office the goods it was sent; with that its own trial balance meets.
    expect(inEast.find((row) => row['code'] === '')).toMatchObject({
      name: '与总部及其他分支机构往来',
      closingCredit: '400.00',
    })
    // Its balance sheet meets as well: goods 300 and what the customer owes 226, less VAT 26 and the goods it was sent, are its profit.
    const sheet = async (branch?: string) => {
      const rows = await report(admin, 'balanceSheet', {
        period: '2026-03',
        ...(branch === undefined ? {} : { branch }),
      })
      const cell = (side: 'asset' | 'claim', item: string) =>
        rows.find((row) => String(row[`${side}Item`]).includes(item))?.[`${side}Closing`]
      return [
        cell('asset', '应收总部'),
        cell('asset', '资产总计'),
        cell('claim', '应付总部'),
        cell('claim', '负债和所有者权益'),
      ]
    }
    expect(await sheet(ids['east'])).toEqual([null, '526.00', '400.00', '526.00'])
    expect(await sheet()).toEqual([undefined, '1717.00', undefined, '1717.00'])
    const behind = await report(admin, 'statementLine', {
      statement: 'balanceSheet',
      line: '55',
      period: '2026-03',
      branch: ids['east'],
    })
    expect(behind.map((row) => [row['code'], row['closing']])).toEqual([
      ['1122', '226.00'],
      ['1405', '300.00'],
      ['2221', '-26.00'],
      ['5001', '-200.00'],
      ['5401', '100.00'],
    ])
    const profit = async (branch?: string) =>
      (await report(admin, 'incomeStatement', { period: '2026-03', ...(branch === undefined ? {} : { branch }) })).find(
        (row) => String(row['item']).includes('净利润'),
      )?.['current']
    expect([await profit(), await profit(ids['east']), await profit(ids['west'])]).toEqual([
      '600.00',
      '100.00',
      '200.00',
    ])

    // A late price makes the goods dearer: the branch that sold them bears it, the one that holds them has it.
    const dearer = await admin.ask('POST', `/api/purchase-receipt/${String(received['id'])}/amend`, {
      lines: [{ id: lineOf(received), item: 'PEN', quantity: '100', price: '22.6' }],
      version: received['version'],
    })
    must(dearer)
    expect([await profit(), await profit(ids['east']), await profit(ids['west'])]).toEqual(['300.00', null, '100.00'])
    expect(balanceOf(await books(ids['east']), '1405')).toBe('600.00')
  })

  test('the money of a branch is what it took in, and what it handed to the head office', async () => {
    await make('cash-account', { code: 'HEAD', name: '总部银行', kind: 'bank' })
    await post(admin, 'collection', {
      customer: 'CUST',
      date: '2026-03-20',
      branch: 'EAST',
      lines: [{ cashAccount: 'TILL', amount: '226' }],
    })
    await post(admin, 'cash-transfer', {
      date: '2026-03-21',
      fromAccount: 'TILL',
      toAccount: 'HEAD',
      amount: '100',
    })
    const flow = async (branch?: string) => {
      const asked = { period: '2026-03', ...(branch === undefined ? {} : { branch }) }
      const { rows, notes } = must(
        await admin.ask<{ rows: Row[]; notes: string[] }>(
          'GET',
          `/api/reports/cash-flow?${new URLSearchParams(asked).toString()}`,
        ),
      )
      const shown = rows.filter((row) => row['current'] !== null).map((row) => [Number(row['line']), row['current']])
      return { shown: Object.fromEntries(shown) as object, tie: notes.at(-1) }
    }
    const tie = '期末现金余额 = 资产负债表货币资金'
    expect(await flow(ids['east'])).toEqual({
      shown: { 1: '226.00', 7: '226.00', 20: '126.00', 22: '126.00', 23: '-100.00' },
      tie,
    })
    expect(await flow()).toEqual({ shown: { 1: '226.00', 7: '226.00', 20: '226.00', 22: '226.00' }, tie })
  })

  test('someone of a branch makes its documents, and is shown those of no other', async () => {
    const { id, client } = await house.person('lin', 'seller')
    must(
      await admin.ask('PUT', `/api/users/${id}/scope`, {
        employee: ids['lin'],
        people: null,
        chosen: { branch: [ids['east']] },
      }),
    )
    expect(await seen(client, 'warehouse')).toEqual(['SHOP'])
    expect(await seen(client, 'sales-delivery')).toHaveLength(1)
    const made = await post(client, 'sales-delivery', sale('SHOP', '22.6'))
    expect(made['branch']).toBe(ids['east'])
    // Neither another’s warehouse nor another branch may be written, and nothing is left behind.
    const foreign = await client.ask('POST', '/api/sales-delivery', { ...sale('SHOP', '22.6'), branch: 'WEST' })
    expect(foreign.status).toBe(403)
    expect((await client.ask('POST', '/api/sales-delivery', sale('CD', '22.6'))).status).toBeGreaterThanOrEqual(400)
    expect(await seen(client, 'sales-delivery')).toHaveLength(2)
    const stock = await report(client, 'stockOnHand', {})
    expect(stock.map((row) => row['quantity'])).toEqual(['20'])
    const sales = await report(client, 'salesAnalysis', { ...month, by: 'branch' })
    expect(sales.map((row) => row['key'])).toEqual(['杭州门店'])
  })

  test('an accountant of a branch reads its books alone', async () => {
    const { id, client } = await house.person('zhou', 'accountant')
    must(
      await admin.ask('PUT', `/api/users/${id}/scope`, {
        employee: null,
        people: null,
        chosen: { branch: [ids['west']] },
      }),
    )
    const trial = await report(client, 'trialBalance', month)
    expect(balanceOf(trial, '5001')).toBe('-300.00')
    expect(await seen(client, 'cash-account')).not.toContain('TILL')
    // Of what the customer owes, that of the shop alone.
    const owed = rowsIn(must(await client.ask('GET', '/api/ledgers/party/entries?limit=100')))
    expect(owed.map((row) => row['amount'])).toEqual(['339'])
  })

  test('goods whose cost all warehouses share are the head office’s, and a shop owes it what it sells', async () => {
    const boss = house.stranger
    const create = async (type: string, body: object) => must(await boss.ask('POST', `/api/${type}`, body))
    const branch = String((await create('branch', { code: 'SHOP', name: '一店' }))['id'])
    await create('warehouse', { code: 'SHOP', name: '店仓', branch: 'SHOP' })
    await create('item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' })
    await create('supplier', { code: 'SUP', name: '供应商' })
    await create('customer', { code: 'CUST', name: '客户' })
    const lines = [{ item: 'PEN', quantity: '100', price: '11.3' }]
    await post(boss, 'purchase-receipt', { supplier: 'SUP', warehouse: 'MAIN', date: '2026-03-02', lines })
    await post(boss, 'stock-transfer', {
      date: '2026-03-03',
      fromWarehouse: 'MAIN',
      toWarehouse: 'SHOP',
      lines: [{ item: 'PEN', quantity: '40' }],
    })
    await post(boss, 'sales-delivery', sale('SHOP', '22.6'))
    const [all, shop] = await Promise.all([
      report(boss, 'trialBalance', month),
      report(boss, 'trialBalance', { ...month, branch }),
    ])
    expect([balanceOf(all, '1405'), balanceOf(shop, '1405')]).toEqual(['900.00', '0'])
    expect([balanceOf(all, '5401'), balanceOf(shop, '5401')]).toEqual(['100.00', '100.00'])
    expect(shop.find((row) => row['code'] === '')).toMatchObject({ closingCredit: '100.00' })
  })

  test('what the product itself writes is of its branch in the books as well', async () => {
    const revenue = async () =>
      balanceOf(await report(admin, 'trialBalance', { ...month, branch: String(ids['west']) }), '5001')
    const before = await revenue()
    const delivery = await inWork(house.context, { company: house.one.id, actor }, async (work) => {
      const made = await createDocument(work, salesDelivery, sale('CD', '11.3'))
      return actOn(work, salesDelivery, made, 'post', {})
    })
    expect([before, await revenue()]).toEqual(['-300.00', '-400.00'])
    await inWork(house.context, { company: house.one.id, actor }, (work) =>
      actOn(work, salesDelivery, delivery, 'unpost', {}),
    )
    expect(await revenue()).toBe('-300.00')
  })

  test('the month’s profit is carried forward branch by branch', async () => {
    await inWork(house.context, { company: house.one.id, actor }, (work) => carryProfitForward(work, period('2026-03')))
    const books = await report(admin, 'trialBalance', { ...month, branch: String(ids['west']) })
    expect(balanceOf(books, '5001')).toBe('0')
    expect(balanceOf(books, '3103')).toBe('-100.00')
  })
})
