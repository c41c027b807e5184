import { addDays, firstOfMonth, lastOfMonth, monthOf, weekdayOf } from '../../base/calendar-date.ts'
import {
  countAdjustment,
  lossDisposition,
  otherIssue,
  stockCount,
  stockReason,
  stockTransfer,
} from '../../domains/inventory/index.ts'
import { cashTransfer, expense, expenseItem } from '../../domains/money/index.ts'
import { voucher } from '../../domains/accounting/index.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import { castPeople } from './cast-people.ts'
import { hands } from './shop-floor.ts'
import type { Floor } from './shop-floor.ts'
import type { Scene } from './stage.ts'

interface Entry {
  readonly account: string
  readonly debit?: number
  readonly credit?: number
  readonly department?: string
  readonly cashAccount?: string
}

const accountIds = async (scene: Scene, codes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await scene.work.tx.rows<{ id: string; code: string }>(
    `select id, code from account where company_id = $1 and code = any($2::text[])`,
    [scene.work.company, codes],
  )
  return new Map(rows.map((row) => [row.code, row.id]))
}

const writeVoucher = async (scene: Scene, by: string, summary: string, entries: readonly Entry[]) => {
  const ids = await accountIds(
    scene,
    entries.map((one) => one.account),
  )
  await scene.post(by, voucher, {
    lines: entries.map(({ account: code, debit, credit, ...rest }) => ({
      ...rest,
      summary,
      account: ids.get(code) ?? code,
      ...(debit === undefined ? {} : { debit: String(debit) }),
      ...(credit === undefined ? {} : { credit: String(credit) }),
    })),
  })
}

/** The owners put their money in. */
export const openBusiness = (floor: Floor, scene: Scene): Promise<void> =>
  writeVoucher(scene, hands.accountant, '股东投入资本', [
    { account: '1002', debit: 3_000_000, cashAccount: floor.bank },
    { account: '3001', credit: 3_000_000 },
  ])

const isSales = (department: string) => ['D02', 'D03', 'D07'].includes(department)

const payroll = () => {
  const total = (sales: boolean) =>
    castPeople.filter((one) => isSales(one.department) === sales).reduce((sum, one) => sum + one.pay, 0)
  return { sales: total(true), others: total(false) }
}

const wages = async (floor: Floor, scene: Scene): Promise<void> => {
  const { sales, others } = payroll()
  const month = monthOf(scene.day)
  if (scene.day === lastWorkingDay(scene)) {
    await writeVoucher(scene, hands.accountant, `计提 ${month} 工资`, [
      { account: '560105', debit: sales },
      { account: '560207', debit: others },
      { account: '221101', credit: sales + others },
    ])
  }
  if (isNthDay(scene, 10) && firstOfMonth(scene.day) !== firstOfMonth(floor.agenda.first)) {
    await writeVoucher(scene, hands.cashier, '发放上月工资', [
      { account: '221101', debit: sales + others },
      { account: '1002', credit: sales + others, cashAccount: floor.bank },
    ])
  }
}

const lastWorkingDay = (scene: Scene) => {
  const last = lastOfMonth(scene.day)
  return weekdayOf(last) === 7 ? addDays(last, -1) : last
}

/** The day of the month, or the Monday after it where it is a Sunday. */
export const isNthDay = (scene: Scene, day: number) => {
  const date = Number(scene.day.slice(8))
  return date === day ? weekdayOf(scene.day) !== 7 : date === day + 1 && weekdayOf(scene.day) === 1
}

const spend = (floor: Floor, scene: Scene, code: string, summary: string, gross: number, invoiceKind: string) =>
  scene.post(hands.cashier, expense, {
    cashAccount: floor.bank,
    invoiceKind,
    lines: [{ expenseItem: floor.id(expenseItem, code), summary, gross: String(gross) }],
  })

const smallThings = [
  ['YF', '安能物流运费', 300, 2600, 'special'],
  ['YF', '市内配送费', 80, 600, 'ordinary'],
  ['BG', '办公用品', 60, 900, 'special'],
  ['CL', '业务员出差', 300, 3200, 'ordinary'],
  ['ZD', '客户招待', 200, 1800, 'ordinary'],
  ['GG', '展会及宣传物料', 800, 8000, 'special'],
  ['PT', '电商平台服务费', 200, 2400, 'special'],
] as const

const expenses = async (floor: Floor, scene: Scene): Promise<void> => {
  const { chance } = floor
  if (isNthDay(scene, 1)) await spend(floor, scene, 'FZ', '仓库及门店房租', 32_000, 'special')
  if (isNthDay(scene, 15)) await spend(floor, scene, 'SD', '水电费', chance.between(2200, 5200), 'special')
  if (!chance.happens(30)) return
  const [code, summary, least, most, kind] = chance.pick(smallThings)
  await spend(floor, scene, code, summary, chance.between(least, most), kind)
}

/** Shops are refilled from the main warehouse on Tuesdays. */
const refill = async (floor: Floor, scene: Scene): Promise<void> => {
  for (const shop of floor.shops) {
    const low = floor.items.filter(
      (goods) => floor.onHand(shop.id, goods.id) < 5 && floor.onHand(floor.main, goods.id) > goods.carton * 2,
    )
    const lines = low.slice(0, 12).map((goods) => {
      const quantity = Math.min(goods.carton, 12)
      floor.take(floor.main, goods.id, quantity)
      floor.take(shop.id, goods.id, -quantity)
      return { item: goods.id, quantity: String(quantity) }
    })
    if (lines.length === 0) continue
    await scene.post(hands.keeper, stockTransfer, { fromWarehouse: floor.main, toWarehouse: shop.id, lines })
  }
}

/** Once a month one of the places is counted, and the books follow what was found. */
const count = async (floor: Floor, scene: Scene): Promise<void> => {
  const { chance } = floor
  const places = [...floor.shops.map((shop) => shop.id), floor.main]
  const place = places[Number(scene.day.slice(5, 7)) % places.length] ?? floor.main
  const goods = chance.some(
    floor.items.filter((one) => floor.onHand(place, one.id) > 1),
    15,
  )
  if (goods.length === 0) return
  const lines = goods.map((one) => {
    const book = floor.onHand(place, one.id)
    const found = chance.happens(80) ? book : Math.max(0, book + chance.between(-2, 1))
    floor.take(place, one.id, book - found)
    return { item: one.id, bookQuantity: String(book), countedQuantity: String(found), unitCost: netOf(one.cost) }
  })
  const counted = await scene.post(hands.keeper, stockCount, { warehouse: place, lines })
  if (lines.some((line) => line.bookQuantity !== line.countedQuantity)) {
    const adjusted = await scene.grow(hands.keeper, stockCount, counted, countAdjustment, { date: scene.day })
    floor.agenda.later(scene.day, 2, (after) => decideLoss(after, adjusted))
  }
}

/** What was missing or too much is decided a few days after, so that nothing waits in 待处理财产损溢 at the year's end. */
const decideLoss = async (scene: Scene, adjusted: LoadedRecord | undefined): Promise<void> => {
  if (adjusted === undefined) return
  await scene.grow(hands.accountant, countAdjustment, adjusted, lossDisposition, { date: scene.day })
}

const netOf = (gross: string) => (Math.round((Number(gross) / 1.13) * 10_000) / 10_000).toString()

const samples = async (floor: Floor, scene: Scene): Promise<void> => {
  const [goods] = floor.chance.some(
    floor.items.filter((one) => floor.onHand(floor.main, one.id) > 10),
    1,
  )
  if (goods === undefined) return
  const quantity = floor.chance.between(1, 3)
  floor.take(floor.main, goods.id, quantity)
  const reason = floor.id(stockReason, floor.chance.pick(['BS', 'YP']))
  const lines = [{ item: goods.id, quantity: String(quantity) }]
  await scene.post(hands.keeper, otherIssue, { warehouse: floor.main, reason, lines })
}

/** The wallet is emptied into the bank. */
const sweep = async (floor: Floor, scene: Scene): Promise<void> => {
  const rows = await scene.work.tx.rows<{ amount: string }>(
    `select amount from cash_balance where company_id = $1 and cash_account = $2`,
    [scene.work.company, floor.wallet],
  )
  const whole = Math.floor(Number(rows[0]?.amount ?? '0') / 100) * 100
  if (whole < 500) return
  const way = { fromAccount: floor.wallet, toAccount: floor.bank }
  await scene.post(hands.cashier, cashTransfer, { ...way, amount: String(whole), fee: '0.5' })
}

/** Everything that keeps the house: shops refilled, counts, wages, expenses. */
export const keep = async (floor: Floor, scene: Scene): Promise<void> => {
  if (weekdayOf(scene.day) === 2) await refill(floor, scene)
  if (isNthDay(scene, 26)) await count(floor, scene)
  if (isNthDay(scene, 18)) await samples(floor, scene)
  if (isNthDay(scene, 20)) await sweep(floor, scene)
  await expenses(floor, scene)
  await wages(floor, scene)
}
