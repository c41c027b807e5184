import { beforeAll, describe, expect, test } from 'vitest'
import { pdfPages } from '../src/kernel/print/testing/pdf-text.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
let keeper: TestClient
let receipt = ''

/** What a receipt would tell of what the goods cost. */
const prices = ['price', 'net', 'tax', 'gross', 'cost', 'allowance', 'totalNet', 'totalTax', 'totalGross']

beforeAll(async () => {
  house = await openHouse()
  keeper = (await house.person('keeper', 'storekeeper')).client
  const { admin } = house
  must(await admin.ask('POST', '/api/item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13' }))
  must(await admin.ask('POST', '/api/supplier', { code: 'S1', name: '供应商' }))
  const order = must(
    await admin.ask('POST', '/api/purchase-order?then=post', {
      supplier: 'S1',
      warehouse: 'MAIN',
      date: '2026-03-09',
      lines: [{ item: 'PEN', quantity: '100', price: '9.04' }],
    }),
  )
  const drawn = must(await keeper.ask('POST', `/api/purchase-order/${String(order['id'])}/convert/purchase-receipt`))
  receipt = String(
    must(await keeper.ask('POST', '/api/purchase-receipt?then=post', { ...drawn, date: '2026-03-10' }))['id'],
  )
})

/** The names of everything that an answer says, however deep. */
const saidIn = (answer: unknown): string[] =>
  Array.isArray(answer)
    ? answer.flatMap(saidIn)
    : typeof answer === 'object' && answer !== null
      ? Object.entries(answer).flatMap(([name, value]) => [name, ...saidIn(value)])
      : []

describe('a storekeeper who may not see purchase prices', () => {
  test('receives at them all the same', async () => {
    const seen = must(await house.admin.ask('GET', `/api/purchase-receipt/${receipt}`))
    expect(seen).toMatchObject({ totalGross: '904', totalNet: '800' })
  })

  test.each([
    ['the receipt', () => `/api/purchase-receipt/${receipt}`],
    ['the list with its totals', () => '/api/purchase-receipt?totals=1'],
    ['the trail', () => `/api/purchase-receipt/${receipt}/audit`],
    ['the order', () => '/api/purchase-order?totals=1'],
  ])('is not told of them as nothing, but not at all: %s', async (_what, address) => {
    const said = saidIn(must(await keeper.ask('GET', address())))
    expect(said.filter((name) => prices.includes(name))).toEqual([])
  })

  test('prints a receipt without amounts, and without writing any out', async () => {
    const printed = async (client: TestClient) =>
      pdfPages((await client.ask('GET', `/api/purchase-receipt/${receipt}/print`)).raw)
        .flat()
        .join('')
        .replaceAll(' ', '')
    expect(await printed(house.admin)).toMatch(/玖佰零肆元整　?¥904\.00/)
    const paper = await printed(keeper)
    expect(paper).toContain('钢笔')
    expect(paper).not.toMatch(/大写|元整|904|¥/)
  })

  test('gets sheets of receipts without them', async () => {
    const sheet = await keeper.ask('GET', '/api/purchase-receipt?format=csv&limit=50')
    expect(sheet.status).toBe(200)
    expect(sheet.text).not.toMatch(/904|800/)
  })
})
