import { beforeAll, describe, expect, it } from 'vitest'
import { openingBalance } from '../src/domains/accounting/index.ts'
import type { AnyDocument, AnyEntity } from '../src/kernel/definition/record.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { dirtyBalances, dirtyCustomers, dirtyFile, dirtyItems } from './kit/dirty-rows.ts'
import type { DirtyFile } from './kit/dirty-rows.ts'
import { migrateDirty } from './kit/migrate-dirty.ts'
import { openHouse } from './kit/open-house.ts'
import { inWork } from '../src/kernel/http/work.ts'
import type { Work } from '../src/kernel/posting/work.ts'
import { sendFile } from './kit/send-file.ts'

/** In a hundred thousand rows this is run by `npm run bench -- N12`; here in two thousand. */
const count = 1000

describe('a company moves over with what it has', () => {
  let house: Awaited<ReturnType<typeof openHouse>>

  beforeAll(async () => {
    house = await openHouse()
  })

  const inTheBooks = <T>(step: (work: Work) => Promise<T>): Promise<T> =>
    inWork(house.context, { company: house.two.id, actor: { id: 'mover', name: 'mover', may: () => true } }, step)

  const scoreOf = async (definition: AnyEntity | AnyDocument, file: DirtyFile, defaults = {}) => {
    const score = await migrateDirty(inTheBooks, definition, file, defaults)
    const total = score.outcome.totals.find((one) => one.stated !== null)
    return {
      wrong: score.wrong,
      missed: [score.valid - score.right, score.bad - score.refused],
      kept: score.outcome.created - score.valid,
      refused: score.outcome.refusedRows - score.bad,
      sums: [Number(total?.sum), Number(total?.stated)],
    }
  }
  /** Nothing is wrong, nothing is missed, and the sum of the file ties with what it states. */
  const allRight = (file: DirtyFile) => ({
    wrong: [],
    missed: [0, 0],
    kept: 0,
    refused: 0,
    sums: [Number(file.stated), Number(file.stated)],
  })

  it('[IMP-02] [NUM-12] dirty lists of goods, customers and balances: all that is right comes in right, all that is wrong is refused with its cell, totals tie', async () => {
    const goods = dirtyFile(dirtyItems, count, 7)
    expect(await scoreOf(item, goods)).toEqual(allRight(goods))
    const customers = dirtyFile(dirtyCustomers, count, 8)
    expect(await scoreOf(party, customers, { isCustomer: true })).toEqual(allRight(customers))
    const known = customers.rows.filter((row) => row.values !== null).map((row) => row.code)
    const balances = dirtyFile(dirtyBalances(known), count / 4, 9)
    expect(await scoreOf(openingBalance, balances)).toEqual(allRight(balances))
  })

  it('[IMP-03] [NUM-13] 5,000 goods, 1,000 customers and the stock they begin with come in through the door within the hour, and the first sale is posted', async () => {
    const boss = house.one.admin
    const begun = performance.now()
    const kept = async (address: string, text: string, query = '') => {
      const reply = await sendFile(boss, address, text, {}, query)
      if (reply.job === undefined) return reply
      await house.context.jobs.drain()
      const job = (await boss.ask('GET', `/api/jobs/${reply.job}`)).body
      expect(job).toMatchObject({ state: 'done' })
      return job['result']
    }
    const goods = Array.from({ length: 5000 }, (_, n) => `G${n},商品 ${n},个,${(n % 90) + 10},${(n % 90) + 20}`)
    expect(await kept('item', `编码,名称,单位,进价,售价\n${goods.join('\n')}`)).toMatchObject({ created: 5000 })
    const customers = Array.from({ length: 1000 }, (_, n) => `C${n},客户 ${n}`)
    expect(await kept('customer', `编码,名称\n${customers.join('\n')}`)).toMatchObject({ created: 1000 })
    await boss.ask('POST', '/api/warehouse', { code: 'ZC', name: '主仓' })
    const stock = Array.from(
      { length: 5000 },
      (_, n) => `Q${Math.floor(n / 500)},2026-02-28,主仓,G${n},10,${(n % 90) + 10}`,
    )
    expect(
      await kept('opening-stock', `单号,日期,仓库,商品,数量,单位成本\n${stock.join('\n')}`, 'then=post'),
    ).toMatchObject({ created: 10 })
    const sale = await boss.ask('POST', '/api/sales-delivery?then=post', {
      customer: 'C1',
      warehouse: 'ZC',
      date: '2026-03-01',
      lines: [{ item: 'G7', quantity: '2', price: '30' }],
    })
    expect(sale.body).toMatchObject({ state: 'posted' })
    expect(performance.now() - begun).toBeLessThan(3_600_000)
  })
})
