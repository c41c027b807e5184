import { beforeAll, describe, expect, test } from 'vitest'
import { installed } from '../src/app/product.ts'
import { calendarDate } from '../src/base/calendar-date.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { everyQuestion } from './kit/every-answer.ts'
import { leaks } from './kit/leaks.ts'
import { must, openHouse } from './kit/open-house.ts'

/** Telephones and addresses that nothing else has: whoever finds one in an answer was told it. */
const phones = ['13871236541', '13971236542', '13671236543', '13571236544']
const told = new RegExp(`${phones.join('|')}|zhang\\.san@example\\.com|6222029876543210`)

let house: Awaited<ReturnType<typeof openHouse>>
let admin: TestClient
let limited: TestClient
let customer = ''

beforeAll(async () => {
  house = await openHouse()
  admin = house.admin
  const make = async (type: string, body: object) => String(must(await admin.ask('POST', `/api/${type}`, body))['id'])
  await make('employee', { code: 'E1', name: '王五', phone: phones[0], bankAccount: '工商银行 6222029876543210' })
  customer = await make('customer', {
    code: 'C1',
    name: '宏图商贸',
    contact: '张三',
    phone: phones[1],
    contacts: [{ name: '张三', phone: phones[2], email: 'zhang.san@example.com' }],
  })
  await make('lead', { date: '2026-03-02', contact: '李四', company: '新客户', origin: 'visit', phone: phones[3] })
  await make('item', { code: 'PEN', name: '钢笔', unit: 'PCS', taxRate: 'VAT13', salePrice: '20' })
  await make('supplier', { code: 'S1', name: '英雄金笔厂' })
  const bought = { supplier: 'S1', warehouse: 'MAIN', date: '2026-03-02' }
  await make('purchase-receipt?then=post', { ...bought, lines: [{ item: 'PEN', quantity: '10', price: '5' }] })
  await make('sales-delivery?then=post', {
    customer: 'C1',
    warehouse: 'MAIN',
    date: '2026-03-05',
    lines: [{ item: 'PEN', quantity: '3', price: '20' }],
  })
  const rights = ['*.read', 'report.*', 'ledger.*', '*.update', '*.create', '*.print', 'cost.see', 'salary.see']
  must(await admin.ask('PUT', '/api/roles/limited', { label: '受限', rights }))
  limited = (await house.person('lily', 'limited')).client
})

describe('what identifies a person', () => {
  test('[SYS-08] is whole for who may see it, and stars for everyone else, in no answer of any route or format', async () => {
    const { telling } = await leaks(admin, await everyQuestion(admin), told)
    expect(telling.length).toBeGreaterThan(15)
    expect((await leaks(limited, telling, told)).told).toEqual([])
  }, 600_000)

  test('[SYS-08] is shown as stars, so that who knows it knows it again', async () => {
    const shown = must(await limited.ask('GET', `/api/customer/${customer}`))
    expect(shown).toMatchObject({
      phone: '139****6542',
      contacts: [{ name: '张三', phone: '136****6543', email: 'z***@example.com' }],
    })
    expect((await limited.ask('GET', '/api/customer?format=csv')).text).toContain('139****6542')
    expect((await admin.ask('GET', '/api/customer?format=csv')).text).toContain(phones[1])
  })

  test('[SYS-08] is not found out by filters or order', async () => {
    const filter = encodeURIComponent(JSON.stringify([{ field: 'phone', operator: 'startsWith', value: '139' }]))
    expect((await limited.ask('GET', `/api/customer?filter=${filter}`)).status).toBeGreaterThanOrEqual(400)
    expect((await limited.ask('GET', '/api/customer?sort=phone')).status).toBeGreaterThanOrEqual(400)
  })

  test('[SYS-08] stays as it is when who sees stars saves something else, and is what they type when they type another', async () => {
    const shown = must(await limited.ask('GET', `/api/customer/${customer}`))
    must(await limited.ask('PATCH', `/api/customer/${customer}`, { ...shown, remark: '月结' }))
    const kept = must(await admin.ask('GET', `/api/customer/${customer}`))
    expect(kept).toMatchObject({ remark: '月结', phone: phones[1], contacts: [{ phone: phones[2] }] })
    must(await limited.ask('PATCH', `/api/customer/${customer}`, { phone: '010-62345678', version: kept['version'] }))
    expect(must(await admin.ask('GET', `/api/customer/${customer}`))).toMatchObject({ phone: '010-62345678' })
  })

  test('[SYS-08] who took which list out, how many rows and what they asked for stands in the trail', async () => {
    await limited.ask('GET', '/api/customer?format=xlsx&q=宏图')
    await limited.ask('GET', '/api/reports/stock-on-hand?format=csv')
    const rows = must(
      await admin.ask<{ rows: { actor: string; type: string; changes: { field: string; after: unknown }[] }[] }>(
        'GET',
        '/api/audit?action=export',
      ),
    ).rows
    expect(rows[0]).toMatchObject({ actor: 'lily', type: 'report.stockOnHand' })
    expect(rows[1]).toMatchObject({ actor: 'lily', type: 'party' })
    const noted = Object.fromEntries((rows[1]?.changes ?? []).map(({ field, after }) => [field, after]))
    expect(noted).toMatchObject({ format: 'xlsx', rows: 1, asked: expect.stringContaining('宏图') as unknown })
  })

  test('[SYS-08] of leads that came to nothing is forgotten after the months that the company keeps them; what is in use stays', async () => {
    const lost = String(
      must(
        await admin.ask('POST', '/api/lead', {
          date: '2026-03-03',
          contact: '赵六',
          company: '未成交客户',
          origin: 'visit',
          phone: '13471236545',
        }),
      )['id'],
    )
    must(await admin.ask('POST', `/api/lead/${lost}/void`, { reason: '无意向' }))
    const run = async (): Promise<void> => {
      must(await admin.ask('POST', '/api/processes/retain-personal-data', { months: 12 }))
      await house.context.jobs.drain()
    }
    await run()
    expect(must(await admin.ask('GET', `/api/lead/${lost}`))).toMatchObject({ phone: '13471236545' })
    house.clock.moveTo(calendarDate('2027-04-01'))
    await run()
    expect(must(await admin.ask('GET', `/api/lead/${lost}`))).toMatchObject({
      company: '未成交客户',
      contact: null,
      phone: null,
    })
    expect((await admin.ask('GET', '/api/search?q=13471236545')).text).not.toContain('未成交客户')
    const leads = must(await admin.ask<{ rows: { phone: string | null }[] }>('GET', '/api/lead')).rows
    expect(leads.map((one) => one.phone)).toContain(phones[3])
    expect(must(await admin.ask<{ rows: unknown[] }>('GET', '/api/audit?action=forget')).rows.length).toBe(1)
    house.clock.moveTo(calendarDate('2026-03-15'))
  })

  test('[SYS-08] of someone who asks for it is taken away, once nothing is owed; their documents and the books stay', async () => {
    const forget = async (body: object) => {
      const { job } = must(await admin.ask('POST', '/api/processes/forget-person', { reason: '本人书面申请', ...body }))
      await house.context.jobs.drain()
      return must(await admin.ask('GET', `/api/jobs/${String(job)}`))
    }
    expect(await forget({ party: customer })).toMatchObject({
      state: 'failed',
      error: { zh: { detail: expect.stringContaining('没有结清') } },
    })
    expect(await forget({})).toMatchObject({ state: 'failed' })
    const someone = {
      code: 'P1',
      name: '宏图先生',
      contact: '宏图先生',
      phone: phones[1],
      contacts: [{ name: '宏图夫人' }],
    }
    const person = String(must(await admin.ask('POST', '/api/customer', someone))['id'])
    const asked = { customer: 'P1', date: '2026-03-12', lines: [{ item: 'PEN', quantity: '1', price: '20' }] }
    const order = must(await admin.ask('POST', '/api/sales-order?then=post', asked))
    expect(await forget({ party: person })).toMatchObject({ state: 'done' })
    expect(await forget({ employee: 'E1' })).toMatchObject({ state: 'done' })
    expect(must(await admin.ask('GET', `/api/customer/${person}`))).toMatchObject({
      name: '已匿名 P1',
      contact: null,
      phone: null,
      disabled: true,
      contacts: [],
    })
    expect(must(await admin.ask('GET', '/api/employee/E1'))).toMatchObject({ name: '已匿名 E1', bankAccount: null })
    const kept = must(await admin.ask('GET', `/api/sales-order/${String(order['id'])}`))
    expect(kept).toMatchObject({ state: 'posted', customer: person })
    const found = await admin.ask('GET', `/api/search?q=${encodeURIComponent('宏图先生')}`)
    expect(found.text).not.toContain(person)
    const trail = must(await admin.ask<{ rows: object[] }>('GET', '/api/audit?action=forget&type=party')).rows
    expect(trail).toMatchObject([{ label: '已匿名 P1' }])
    const history = await admin.ask('GET', `/api/customer/${person}/audit`)
    expect(history.text).toContain('本人书面申请')
  })

  test('every field that holds a telephone, an account or an address of a person says so', () => {
    const parts = [...installed.catalogue.entities.values(), ...installed.catalogue.documents.values()].flatMap(
      (one) => [
        { name: one.name, fields: one.sort === 'entity' ? one.fields : one.header },
        ...Object.entries(one.tables).map(([table, { fields }]) => ({ name: `${one.name}.${table}`, fields })),
      ],
    )
    const open = parts.flatMap(({ name, fields }) =>
      Object.entries(fields)
        .filter(([field, { personal, kind }]) => /phone|mobile|idNumber/i.test(field) && kind === 'text' && !personal)
        .map(([field]) => `${name}.${field}`),
    )
    // The company's own and its places' are on its signboard.
    expect(open.toSorted()).toEqual(['branch.phone', 'company.phone', 'warehouse.phone'])
  })
})
