import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from './client.ts'
import { ApiProblem, placeProblems } from './problem.ts'

afterEach(() => vi.unstubAllGlobals())

function answers(...responses: (Response | Error)[]): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(() => {
    const next = responses.shift()
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next ?? new Response('{}'))
  })
  vi.stubGlobal('fetch', fetched)
  return fetched
}

describe('the client', () => {
  it('asks for a page with what was given and leaves out what was not', async () => {
    const fetched = answers(Response.json({ rows: [], next: null }))
    await api.list('sales-order', { q: '锅', sort: '-date', cursor: undefined, limit: 50 })
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/sales-order?q=%E9%94%85&sort=-date&limit=50')
  })

  it('repeats a lost POST under the same key', async () => {
    vi.useFakeTimers()
    const fetched = answers(new TypeError('lost'), Response.json({ id: '1' }))
    const created = api.create('sales-order', { customer: 'c' })
    await vi.runAllTimersAsync()
    await created
    vi.useRealTimers()
    const keys = fetched.mock.calls.map(
      (call) => (call[1] as { headers: Record<string, string> }).headers['idempotency-key'],
    )
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
  })

  it('carries the version it read and knows a stale write', async () => {
    const fetched = answers(new Response(JSON.stringify({ title: '已被他人修改', status: 409 }), { status: 409 }))
    const problem = await api.change('item', '1', {}, 4).catch((error: unknown) => error)
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({ headers: { 'if-match': '"4"' } })
    expect(problem).toBeInstanceOf(ApiProblem)
    expect(problem instanceof ApiProblem && problem.isStale).toBe(true)
  })

  it('places errors on fields and cells', () => {
    const placed = placeProblems([
      { path: 'lines.2.quantity', message: '超出可用量 24 只' },
      { path: 'header.customer', message: '请选择客户' },
      { path: '', message: '期间已结账' },
    ])
    expect(placed.cells.get(2)?.get('quantity')?.message).toBe('超出可用量 24 只')
    expect(placed.fields.customer?.level).toBe('error')
    expect(placed.rest).toEqual(['期间已结账'])
  })
})
