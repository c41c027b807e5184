import { beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../src/base/text.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { industries } from '../src/domains/help/server.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>

type Row = Readonly<Record<string, unknown>>
const rowsOf = (body: object): readonly Row[] => (body as { rows: readonly Row[] }).rows
const codesOf = async (who: TestClient, type: string): Promise<string[]> =>
  rowsOf(must(await who.ask('GET', `/api/${type}?limit=500`))).map((row) => String(row['code']))
const namesOf = async (who: TestClient, type: string): Promise<string[]> =>
  rowsOf(must(await who.ask('GET', `/api/${type}?limit=500`))).map((row) => String(row['name']))
const checksHold = async (who: TestClient): Promise<void> => {
  const checks = must(await who.ask<readonly { name: string; ok: boolean }[]>('GET', '/api/checks'))
  expect(checks.filter((check) => !check.ok)).toEqual([])
}

beforeAll(async () => {
  house = await openHouse()
})

let next = 0
/** A company of one's own, entered by its maker. */
const newCompany = async (): Promise<TestClient> => {
  next += 1
  return (await house.found(`C${next}`, `新公司${next}`, `boss${next}`)).admin
}
const choose = (who: TestClient, body: JsonObject) => who.ask('POST', '/api/calls/choose-industry', body)

describe('a company begins in its trade', () => {
  test.each(industries.map((one) => [one.label, one] as const))(
    '[MD-05] %s: accounts, areas, roles, numbers, categories, units, fields of its own and samples are there, and the books tie',
    async (_label, industry) => {
      const admin = await newCompany()
      must(await choose(admin, { industry: industry.name, samples: true, startMonth: '2026-03' }))

      const accounts = await namesOf(admin, 'account')
      expect(accounts).toEqual(expect.arrayContaining(industry.accounts.map(([, , name]) => name)))
      const { modules } = must(
        await admin.ask<{ modules: { name: string; on: boolean }[] }>('GET', '/api/calls/modules'),
      )
      expect(modules.filter((one) => one.on !== industry.modules.includes(one.name))).toEqual([])
      const roles = rowsOf(must(await admin.ask('GET', '/api/roles'))).map((row) => row['name'])
      expect(roles).toEqual(expect.arrayContaining(['administrator', ...industry.roles]))
      expect(await codesOf(admin, 'unit')).toEqual(expect.arrayContaining(industry.units.map(([code]) => code)))
      expect(await codesOf(admin, 'item-category')).toEqual(
        expect.arrayContaining(industry.categories.map(([code]) => code)),
      )
      expect(await codesOf(admin, 'expense-item')).toEqual(
        expect.arrayContaining(industry.expenses.map(([code]) => code)),
      )
      const catalogue = must(
        await admin.ask<{ documents: { name: string; fields: Row[] }[]; entities: { name: string; fields: Row[] }[] }>(
          'GET',
          '/api/catalogue',
        ),
      )
      for (const [type, fields] of Object.entries(industry.fields)) {
        const definition = [...catalogue.documents, ...catalogue.entities].find((one) => one.name === type)
        const names = definition?.fields.map((field) => field['name']) ?? []
        expect(names, type).toEqual(expect.arrayContaining(fields.map((field) => textOf(field['name']))))
      }
      expect(await codesOf(admin, 'item')).toHaveLength(industry.items.length)
      expect(rowsOf(must(await admin.ask('GET', '/api/reports/stock-on-hand'))).length).toBeGreaterThan(0)
      const [order] = rowsOf(must(await admin.ask('GET', '/api/purchase-order')))
      const rule = industry.numbering['purchaseOrder'] ?? 'CGDD-'
      expect(order?.['number']).toContain(rule.split('-')[0])
      await checksHold(admin)
    },
  )

  test('[MD-05] all of it can be changed later, and another trade chosen, without losing what was entered', async () => {
    const admin = await newCompany()
    must(
      await choose(admin, { industry: 'trade', companyName: '江北商行', taxpayer: 'smallScale', costMethod: 'fifo' }),
    )
    const [company] = rowsOf(must(await admin.ask('GET', '/api/company')))
    expect(company).toMatchObject({ name: '江北商行', taxpayer: 'smallScale', costMethod: 'fifo' })
    const [category] = rowsOf(must(await admin.ask('GET', '/api/item-category?limit=100'))).filter(
      (row) => row['code'] === 'RH',
    )
    must(
      await admin.ask('PATCH', `/api/item-category/${String(category?.['id'])}`, {
        name: '家居',
        version: category?.['version'],
      }),
    )
    must(await choose(admin, { industry: 'trade' }))
    expect(await namesOf(admin, 'item-category')).toContain('家居')
    expect(await namesOf(admin, 'item-category')).not.toContain('日用百货')

    must(await choose(admin, { industry: 'manufacturing', samples: true, standard: 'enterprise' }))
    expect(await codesOf(admin, 'item-category')).toEqual(expect.arrayContaining(['RH', 'YCL', 'CP']))
    expect(await codesOf(admin, 'account')).toContain('6001')
    const { begun } = must(await admin.ask('GET', '/api/calls/industry-choices'))
    expect(begun).toBe(true)
    await checksHold(admin)

    // Once there is trade the standard stays, and samples are not put beside what is there.
    expect((await choose(admin, { industry: 'trade', standard: 'smallBusiness' })).status).toBe(409)
    const again = await choose(admin, { industry: 'retail', samples: true })
    expect(again.status).toBe(409)
    expect(again.text).toContain('已有商品')
    expect((await choose(admin, { industry: 'retail' })).status).toBe(200)
    await checksHold(admin)
  })

  test('what is wrong is named by its field, and nothing is half done', async () => {
    const admin = await newCompany()
    const before = await codesOf(admin, 'account')
    for (const [body, field] of [
      [{ industry: 'mining' }, 'industry'],
      [{ industry: 'trade', startMonth: '2026-13' }, 'startMonth'],
    ] as const) {
      const reply = await choose(admin, body)
      expect(reply.status).toBe(422)
      expect(reply.text).toContain(field)
    }
    expect(await codesOf(admin, 'account')).toEqual(before)
    const { client } = await house.person('clerk', 'seller')
    expect((await choose(client, { industry: 'trade' })).status).toBe(403)
  })
})
