import { beforeAll, describe, expect, test } from 'vitest'
import { housePassword, must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  house = await openHouse()
})

/** What people of each post begin their day with, and what is not theirs to touch. */
const posts = [
  {
    role: 'owner',
    label: '老板',
    does: ['GET /api/reports/trial-balance', 'GET /api/voucher'],
    not: ['POST /api/sales-order'],
  },
  {
    role: 'accountant',
    label: '会计',
    does: ['GET /api/voucher', 'GET /api/purchase-invoice'],
    not: ['POST /api/sales-order'],
  },
  {
    role: 'cashier',
    label: '出纳',
    does: ['GET /api/payment', 'GET /api/collection'],
    not: ['POST /api/purchase-order', 'GET /api/voucher'],
  },
  {
    role: 'buyer',
    label: '采购',
    does: ['GET /api/purchase-order', 'GET /api/supplier'],
    not: ['GET /api/payment', 'POST /api/sales-order'],
  },
  {
    role: 'seller',
    label: '销售',
    does: ['GET /api/sales-order', 'GET /api/customer'],
    not: ['GET /api/purchase-order', 'GET /api/voucher'],
  },
  {
    role: 'storekeeper',
    label: '仓管',
    does: ['GET /api/purchase-receipt', 'GET /api/stock-count'],
    not: ['GET /api/payment', 'POST /api/sales-order'],
  },
  {
    role: 'production',
    label: '生产',
    does: ['GET /api/assembly', 'GET /api/sales-order'],
    not: ['GET /api/payment', 'GET /api/purchase-order'],
  },
  {
    role: 'personnel',
    label: '人事',
    does: ['GET /api/employee', 'GET /api/department'],
    not: ['GET /api/sales-order', 'GET /api/payment'],
  },
] as const

describe('people of a company', () => {
  test.each(posts)(
    '[SYS-01] $label comes ready with a new company: does its work and nothing else',
    async ({ role, label, does, not }) => {
      const roles = must(await house.admin.ask<{ rows: { name: string; label: string }[] }>('GET', '/api/roles')).rows
      expect(roles).toContainEqual(expect.objectContaining({ name: role, label }))
      const { client } = await house.person(role, role)
      const ask = async (line: string): Promise<number> => {
        const [method, url = ''] = line.split(' ')
        return (await client.ask(method === 'POST' ? 'POST' : 'GET', url, method === 'POST' ? {} : undefined)).status
      }
      for (const line of does) expect(await ask(line), line).toBe(200)
      for (const line of not) expect(await ask(line), line).toBe(403)
    },
  )

  test('[SYS-10] grow in number by entering them, each with rights of their own, and nothing else is changed', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `colleague${index + 1}`)
    for (const username of names)
      must(
        await house.admin.ask('POST', '/api/users', {
          username,
          name: username,
          password: housePassword,
          roles: ['seller'],
        }),
      )
    // More than this a minute from one address are refused, as they should be.
    const some = names.filter((_, index) => index % 4 === 0)
    const clients = await Promise.all(some.map((name) => house.signIn(name)))
    const seen = await Promise.all(clients.map((client) => client.ask('GET', '/api/sales-order')))
    expect(seen.map((reply) => reply.status)).toEqual(some.map(() => 200))
    const refused = await Promise.all(clients.map((client) => client.ask('GET', '/api/users')))
    expect(refused.every((reply) => reply.status === 403)).toBe(true)
  })
})
