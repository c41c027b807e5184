import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import type { TestClient } from '../src/kernel/http/testing/client.ts'
import { must, openHouse } from './kit/open-house.ts'

let house: Awaited<ReturnType<typeof openHouse>>

const rowsOf = (body: object): readonly JsonObject[] => (body as { rows: readonly JsonObject[] }).rows
const checksHold = async (who: TestClient): Promise<void> => {
  const checks = must(await who.ask<readonly { name: string; ok: boolean }[]>('GET', '/api/checks'))
  expect(checks.filter((check) => !check.ok)).toEqual([])
}
const enter = async (who: TestClient, company: unknown): Promise<void> =>
  void must(await who.ask('POST', '/api/session/company', { company: String(company) }))

beforeAll(async () => {
  house = await openHouse()
})

const inPractice = async (made: JsonObject, learner: TestClient): Promise<void> => enter(learner, made['id'])
const postOf = (who: TestClient, type: string, body: JsonObject) => who.ask('POST', `/api/${type}?then=post`, body)
type Lessons = {
  readonly lessons: readonly { readonly name: string; readonly steps: readonly { readonly done: boolean }[] }[]
  readonly people: readonly JsonObject[]
}
const progress = async (who: TestClient) => must(await who.ask<Lessons>('GET', '/api/calls/practice-progress'))
const doneIn = async (who: TestClient, lesson: string) =>
  (await progress(who)).lessons.find((one) => one.name === lesson)?.steps.map((step) => step.done)

describe('learning on a company of one’s own', () => {
  test('[HLP-02] a practice company is made at once for everyone, lessons are known by what was posted, and the administrator sees how far each has come', async () => {
    const learner = (await house.person('xiaoli', 'seller')).client
    const made = must(await house.admin.ask('POST', '/api/company', { code: 'LX', name: '练习' }))
    must(await house.admin.ask('POST', '/api/calls/open-practice', { made: made['id'] }))
    house.clock.advance(60_000)
    await enter(house.admin, made['id'])
    await inPractice(made, learner)
    expect(rowsOf(must(await learner.ask('GET', '/api/item'))).length).toBeGreaterThan(2)

    // Nothing is done by looking: samples that the product posted are nobody's lesson.
    expect(await doneIn(learner, 'first-sale')).toEqual([false, false])
    expect(await doneIn(house.admin, 'first-sale')).toEqual([false, false])
    const sold = must(
      await postOf(learner, 'sales-delivery', {
        date: '2026-03-15',
        customer: 'KH01',
        warehouse: 'MAIN',
        lines: [{ item: 'P001', quantity: '2', price: '26' }],
      }),
    )
    expect(sold['state']).toBe('posted')
    expect(await doneIn(learner, 'first-sale')).toEqual([true, false])
    must(
      await postOf(learner, 'expense', {
        date: '2026-03-15',
        cashAccount: 'CASH',
        lines: [{ expenseItem: 'YS', gross: '300' }],
      }),
    )
    expect(await doneIn(learner, 'expense')).toEqual([true])
    const { people } = await progress(house.admin)
    expect(people).toEqual(
      expect.arrayContaining([
        { name: 'xiaoli', done: 2, of: 10 },
        { name: '甲公司', done: 0, of: 10 },
      ]),
    )
    expect((await progress(learner)).people).toEqual([])
    await checksHold(house.admin)
    // The real books know nothing of it.
    await enter(house.admin, house.one.id)
    expect(rowsOf(must(await house.admin.ask('GET', '/api/item')))).toEqual([])
    // It is made of an empty company only, by who may make companies.
    expect((await house.admin.ask('POST', '/api/calls/open-practice', { made: made['id'] })).status).toBe(409)
    await enter(learner, house.one.id)
    expect((await learner.ask('POST', '/api/calls/open-practice', { made: made['id'] })).status).toBe(403)
  })

  test('[HLP-06] a trial of fifteen days has everything and samples, shows its adviser, and goes on with its data or begins anew', async () => {
    const { admin } = house
    must(await admin.ask('POST', '/api/calls/set-help-desk', { adviser: '沈顾问', phone: '0574-8888' }))
    const trials = []
    for (const code of ['SY1', 'SY2']) {
      const made = must(await admin.ask('POST', '/api/company', { code, name: '试用' }))
      must(await admin.ask('POST', '/api/calls/begin-trial', { made: made['id'], industry: 'ecommerce' }))
      trials.push(made['id'])
    }
    await enter(admin, trials[0])
    const use = async () => must(await admin.ask('GET', '/api/calls/company-use'))
    expect(await use()).toMatchObject({ use: 'trial', daysLeft: 15, adviser: '沈顾问', phone: '0574-8888' })
    const { modules } = must(await admin.ask<{ modules: { on: boolean }[] }>('GET', '/api/calls/modules'))
    expect(modules.every((one) => one.on)).toBe(true)
    const items = rowsOf(must(await admin.ask('GET', '/api/item')))
    expect(items.length).toBeGreaterThan(2)
    house.clock.advance(5 * 86_400_000)
    expect(await use()).toMatchObject({ daysLeft: 10 })
    // Over, it can be read and written down in, and nothing is posted until it is kept.
    house.clock.advance(10 * 86_400_000)
    expect(await use()).toMatchObject({ daysLeft: 0 })
    const expense = { cashAccount: 'CASH', lines: [{ expenseItem: 'YS', gross: '300' }] }
    const late = await postOf(admin, 'expense', expense)
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('转为正式')])
    must(await admin.ask('POST', '/api/expense', expense))
    const sales = rowsOf(must(await admin.ask('GET', '/api/sales-delivery')))
    must(await admin.ask('POST', '/api/calls/keep-trial', {}))
    expect(await use()).toMatchObject({ use: 'live', daysLeft: null })
    expect(must(await postOf(admin, 'expense', expense))['state']).toBe('posted')
    expect(rowsOf(must(await admin.ask('GET', '/api/sales-delivery')))).toEqual(sales)
    expect(rowsOf(must(await admin.ask('GET', '/api/item')))).toEqual(items)
    await checksHold(admin)
    expect((await admin.ask('POST', '/api/calls/keep-trial', {})).status).toBe(409)

    // The other one begins anew: the same trade, none of the samples.
    await enter(admin, trials[1])
    const fresh = must(await admin.ask('POST', '/api/company', { code: 'XIN', name: '新公司' }))
    must(await admin.ask('POST', '/api/calls/begin-anew', { made: fresh['id'] }))
    expect(await use()).toMatchObject({ use: 'ended' })
    expect((await postOf(admin, 'expense', expense)).status).toBe(409)
    await enter(admin, fresh['id'])
    expect(await use()).toMatchObject({ use: 'live' })
    expect(rowsOf(must(await admin.ask('GET', '/api/item')))).toEqual([])
    expect(rowsOf(must(await admin.ask('GET', '/api/item-category'))).map((row) => row['code'])).toContain('FS')
    await checksHold(admin)
  })
})
