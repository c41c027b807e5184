import { beforeAll, describe, expect, test } from 'vitest'
import { kebab } from '../src/kernel/definition/define.ts'
import { installed } from '../src/app/product.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
const methods: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']
const isMethod = (text: string): text is Method => methods.includes(text)

/** Doors that stand open: signs of life, signing in, and what carries a token of its own instead of a session. */
const open = /^\/api\/(health|session$|link(\/|$)|sign-in(\/|$)|inbound\/)/
/** What everyone who is signed in may ask about themselves, or that is answered by what they may see. */
const ownOnly =
  /^\/api\/(session|me|search|approvals\/(waiting|decide)|catalogue|openapi|jobs|schedules|notices|views|tasks|dashboards|alert-rules|subscriptions|files\/|delegations|events|mcp|calls\/(find-help|read-help|seen-tours|mark-tour|company-use|practice-progress|send-feedback|tickets|read-ticket|reply-ticket|solve-ticket|help-desk))/

const routes = (): { method: Method; url: string }[] =>
  house.routes.flatMap(({ method, url }) => (isMethod(method) && url.startsWith('/api/') ? [{ method, url }] : []))
const bodyFor = (method: Method) => (method === 'GET' || method === 'DELETE' ? undefined : {})
const missing = '00000000-0000-7000-8000-000000000000'

/** A record of each type in the first company, whatever it takes to make one is copied by the database itself. */
const records = new Map<string, string>()

beforeAll(async () => {
  house = await openHouse()
  const { admin } = house
  const make = async (type: string, body: object): Promise<void> => {
    records.set(type.split('?')[0] ?? '', String(must(await admin.ask('POST', `/api/${type}`, body))['id']))
  }
  await make('item', { code: 'SECRET', name: '机密商品', unit: 'PCS', taxRate: 'VAT13' })
  await make('supplier', { code: 'S1', name: '机密供应商' })
  await make('customer', { code: 'C1', name: '机密客户' })
  await make('employee', { code: 'E1', name: '机密职员' })
  const goods = { date: '2026-03-02', warehouse: 'MAIN', lines: [{ item: 'SECRET', quantity: '10', price: '5' }] }
  await make('purchase-order?then=post', { ...goods, supplier: 'S1' })
  await make('purchase-receipt?then=post', { ...goods, supplier: 'S1' })
  await make('sales-order?then=post', { ...goods, customer: 'C1' })
  await make('sales-delivery?then=post', {
    ...goods,
    customer: 'C1',
    lines: [{ item: 'SECRET', quantity: '1', price: '9' }],
  })
  for (const { name } of installed.catalogue.entities.values()) {
    const rows = must(await admin.ask<{ rows: { id: string }[] }>('GET', `/api/${kebab(name)}?limit=1`)).rows
    if (rows[0] !== undefined) records.set(kebab(name), rows[0].id)
  }
})

describe('every route of the product', () => {
  test('[SYS-02] answers no visitor', async () => {
    expect(routes().length).toBeGreaterThan(1200)
    for (const { method, url } of routes().filter((route) => !open.test(route.url))) {
      const reply = await house.visitor.ask(method, url.replaceAll(/:\w+/g, missing), bodyFor(method))
      expect(reply.status, `${method} ${url}`).toBe(401)
    }
  })

  test('[SYS-02] answers no one without its right', async () => {
    must(await house.admin.ask('PUT', '/api/roles/nothing', { label: '无', rights: [] }))
    const { client } = await house.person('nora', 'nothing')
    for (const { method, url } of routes().filter((route) => !open.test(route.url) && !ownOnly.test(route.url))) {
      const reply = await client.ask(method, url.replaceAll(/:\w+/g, missing), bodyFor(method))
      expect(reply.status, `${method} ${url}`).toBe(403)
    }
  })

  test('[SYS-02] tells nothing of one company to the administrator of another, and changes nothing there', async () => {
    const before = must(await house.admin.ask('GET', '/api/checks'))
    for (const { method, url } of routes().filter(
      (route) => route.url.includes('/:id') && route.url !== '/api/jobs/:id',
    )) {
      const type = url.split('/')[2] ?? ''
      const id = records.get(type)
      if (id === undefined || url.endsWith('/events')) continue
      const address = url.replace(':id', id).replaceAll(/:\w+/g, 'x')
      const reply = await house.stranger.ask(method, address, bodyFor(method))
      expect([404, 400, 409, 422], `${method} ${address}: ${reply.status} ${reply.text.slice(0, 200)}`).toContain(
        reply.status,
      )
      expect(reply.text, `${method} ${address}`).not.toContain('机密')
    }
    for (const { url } of routes().filter((route) => route.method === 'GET' && !route.url.includes(':'))) {
      if (open.test(url) || url === '/api/events') continue
      const reply = await house.stranger.ask('GET', url)
      expect(reply.status, `GET ${url}: ${reply.text.slice(0, 300)}`).toBeLessThan(500)
      expect(reply.text, `GET ${url}`).not.toContain('机密')
    }
    expect(must(await house.admin.ask('GET', '/api/checks'))).toEqual(before)
  })
})
