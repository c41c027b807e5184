import { expect, it } from 'vitest'
import { openingBalance } from '../src/domains/accounting/index.ts'
import { assetOpening } from '../src/domains/assets/index.ts'
import { openingStock } from '../src/domains/inventory/index.ts'
import { collection } from '../src/domains/money/index.ts'
import { Problem } from '../src/kernel/definition/problem.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { assetCard } from '../src/ledgers/dimensions/asset.ts'
import { ask, columnsOf, followUp } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'

const day = '2025-12-31'
const opening: JsonObject = {
  date: day,
  lines: [
    { account: '1002', debit: '50000', cashAccount: 'BANK' },
    { account: '1122', debit: '1130', party: 'C1', dueOn: '2026-01-20' },
    { account: '220201', credit: '2260', party: 'S1', dueOn: '2026-01-15' },
    { account: '3001', credit: '59870' },
  ],
}

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((reason: unknown) => reason)
  if (!(error instanceof Problem)) throw new Error(`not refused: ${String(error)}`)
  return error.errors.map((one) => `${one.path}：${one.message.zh}`).join()
}

it('a company begins with what it has: stock, assets, money, what is owed and the rest, and it must tie', async () => {
  const { books, ledger, openItems, itemsOf } = await openTrade({ startMonth: '2026-01' })
  expect(await refusal(books.post(openingBalance, { ...opening, date: '2026-01-01' }))).toMatch(
    /^date：期初余额的日期应为启用月份前一天 2025-12-31/,
  )
  expect(await refusal(books.post(openingBalance, opening))).toMatch(/借方还差 11000；请先审核期初库存和期初资产/)
  await books.entity(assetCard, { code: 'PC', name: '服务器', category: 'DZ' })
  await books.post(assetOpening, {
    date: day,
    lines: [{ asset: 'PC', value: '12000', depreciation: '2000', usedMonths: 6 }],
  })
  await books.post(openingStock, {
    date: day,
    warehouse: 'MAIN',
    lines: [{ item: 'A', quantity: '100', unitCost: '10' }],
  })
  const wrong = (opening['lines'] as JsonObject[]).map((line) =>
    line['account'] === '3001' ? { ...line, credit: '60870' } : line,
  )
  expect(await refusal(books.post(openingBalance, { ...opening, lines: wrong }))).toMatch(
    /借方还差 1000（已录入的期初库存、资产等为借方 11000）/,
  )
  const steps = async () => columnsOf((await ask(books, 'openingCheck')).rows, 'name', 'ok', 'debit', 'credit')
  expect(await steps()).toContainEqual(expect.stringMatching(/^trial \| false/))
  const begun = await books.post(openingBalance, opening)
  expect(await steps()).toEqual([
    'setUp | true |  | ',
    'openingStock | true | 1000.00 | 0.00',
    expect.stringMatching(/^assetOpening/),
    expect.stringMatching(/^openingBalance \| true/),
    expect.stringMatching(/^trial \| true/),
    'ties | true |  | ',
  ])
  expect(await ledger()).toEqual({
    1002: '50000.00',
    1122: '1130.00',
    1405: '1000.00',
    1601: '12000.00',
    1602: '-2000.00',
    220201: '-2260.00',
    3001: '-59870.00',
  })
  expect(await openItems()).toEqual(['payable -2260.00', 'receivable 1130.00'])
  await followUp(books)
  const vouchers = await ask(books, 'voucherList', { from: day, to: '2026-01-31' })
  expect(vouchers.rows).toEqual([])
  const numbers = await books.rows(`select 1 from voucher_number where company_id = $1`)
  expect(numbers).toEqual([])
  const [, due] = await itemsOf(begun)
  await books.post(collection, {
    date: '2026-01-10',
    customer: 'C1',
    lines: [{ cashAccount: 'BANK', amount: '1130' }],
    settlements: [{ openItem: due ?? '', amount: '1130' }],
  })
  expect(await openItems()).toEqual(['payable -2260.00'])
})

it('an opening asks for what its accounts ask for, and can be taken back', async () => {
  const { books, ledger } = await openTrade()
  const text = await refusal(
    books.post(openingBalance, {
      date: day,
      lines: [
        { account: '1122', debit: '100' },
        { account: '1405', debit: '5' },
        { account: '3001', credit: '105', debit: '1' },
        { account: '1601', debit: '7' },
      ],
    }),
  )
  expect(text).toMatch(/lines.0.party：1122 应收账款 须填往来单位/)
  expect(text).toMatch(/lines.1.account/)
  expect(text).toMatch(/lines.2.debit：借方、贷方须且只能填一个/)
  expect(text).toMatch(/lines.3.account：1601 固定资产：资产科目由资产单据产生分录/)
  const lines: JsonObject[] = [
    { account: '1001', debit: '100', cashAccount: 'CASH' },
    { account: '3001', credit: '100' },
  ]
  const begun = await books.post(openingBalance, { date: day, lines })
  await books.act(openingBalance, begun, 'unpost')
  expect(await ledger()).toEqual({})
})
