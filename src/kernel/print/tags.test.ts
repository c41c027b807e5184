import { beforeAll, expect, test } from 'vitest'
import type { TestClient } from '../http/testing/client.ts'
import { openTestServer } from '../http/testing/test-server.ts'
import { pdfPages, pdfSizes } from './testing/pdf-text.ts'

let anna: TestClient
const ids: string[] = []

beforeAll(async () => {
  const server = await openTestServer()
  anna = await server.signIn('anna')
  await anna.ask('POST', '/api/shelf', { code: 'S1', name: '三号货架' })
  for (let n = 1; n <= 25; n += 1) {
    const made = await anna.ask<{ id: string }>('POST', '/api/product', {
      code: `P${n}`,
      name: `汤锅${n}`,
      spec: '24cm',
      shelf: 'S1',
    })
    ids.push(made.body.id)
  }
})

const tags = async (query: string) => {
  const reply = await anna.ask('GET', `/api/product/tags?${query}`)
  expect(reply.status, reply.text.slice(0, 300)).toBe(200)
  expect(reply.headers['content-type']).toBe('application/pdf')
  return { pages: pdfPages(reply.raw), sizes: pdfSizes(reply.raw) }
}
const on = (page: readonly string[] | undefined) => (page ?? []).join('').replaceAll(/\s/g, '')

test('tags stand twenty-four on a sheet, each with its name, code and what the definition adds', async () => {
  const { pages } = await tags(`ids=${ids.join(',')}`)
  expect(pages).toHaveLength(2)
  expect(on(pages[0])).toContain('汤锅1P1规格：24cm货架：三号货架')
  expect(on(pages[1])).toContain('汤锅25P25')
})

test('a label printer gets one tag a page', async () => {
  const { pages, sizes } = await tags(`ids=${ids.slice(0, 3).join(',')}&paper=label`)
  expect(pages).toHaveLength(3)
  expect(Number(sizes[0]?.[0])).toBeCloseTo(170.1, 0)
})

test('what is not there, or no paper, is refused', async () => {
  const odd = await anna.ask('GET', `/api/product/tags?ids=${ids[0] ?? ''}&paper=a0`)
  expect(odd.status).toBe(400)
  const none = await anna.ask('GET', '/api/product/tags?ids=')
  expect(none.status).toBe(400)
})
