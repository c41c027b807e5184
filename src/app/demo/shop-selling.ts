import { decimal, sum, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { retailSale, shiftHandover } from '../../domains/sales/index.ts'
import { cashAccount } from '../../ledgers/dimensions/place.ts'
import { castCustomers } from './cast-parties.ts'
import { basketOf } from './shop-floor.ts'
import type { Floor, Goods } from './shop-floor.ts'
import type { Scene } from './stage.ts'

type Shop = Floor['shops'][number]

/** Money by account. */
type Till = ReadonlyMap<string, Decimal>

/** By phone, in notes with change given back, or the half of it in each way. */
const tendersFor = (floor: Floor, gross: Decimal): Till => {
  const cash = floor.id(cashAccount, 'CASH')
  const way = floor.chance.between(1, 100)
  if (way <= 50) return new Map([[floor.wallet, gross]])
  if (way <= 75) return new Map([[cash, gross.div(100).ceil().times(100)]])
  const byPhone = gross.div(2).floor()
  return new Map([
    [floor.wallet, byPhone],
    [cash, gross.minus(byPhone)],
  ])
}

/** One sale at the shop's own prices; answers what stayed in each account. */
const sellOnce = async (floor: Floor, scene: Scene, shop: Shop, basket: readonly Goods[]): Promise<Till> => {
  const lines = basket.map((goods) => {
    const quantity = Math.min(floor.chance.between(1, 6), floor.onHand(shop.id, goods.id))
    floor.take(shop.id, goods.id, quantity)
    return { item: goods.id, quantity: String(quantity) }
  })
  const gross = sum(lines.map((line, index) => decimal(basket[index]?.price ?? '0').times(line.quantity)))
  const till = tendersFor(floor, gross)
  await scene.post(shop.keeper, retailSale, {
    customer: floor.customer(castCustomers.at(-1)?.code ?? ''),
    warehouse: shop.id,
    lines,
    tenders: [...till].map(([account, amount]) => ({ cashAccount: account, amount: amount.toString() })),
  })
  const change = sum([...till.values()]).minus(gross)
  const cash = floor.id(cashAccount, 'CASH')
  return new Map([...till].map(([account, amount]) => [account, account === cash ? amount.minus(change) : amount]))
}

/** The till is counted; now and then a coin is missing. */
const handOver = async (floor: Floor, scene: Scene, shop: Shop, tills: readonly Till[]): Promise<void> => {
  const accounts = new Set(tills.flatMap((till) => [...till.keys()]))
  const cash = floor.id(cashAccount, 'CASH')
  const missing = floor.chance.happens(12) ? decimal('0.5') : zero
  await scene.post(shop.keeper, shiftHandover, {
    warehouse: shop.id,
    cashierName: shop.keeper,
    shiftFrom: '09:00',
    shiftTo: '21:00',
    lines: [...accounts].map((account) => {
      const expected = sum(tills.map((till) => till.get(account) ?? zero))
      const counted = account === cash ? expected.minus(missing) : expected
      return { cashAccount: account, expected: expected.toString(), counted: counted.toString() }
    }),
  })
}

/** 零售: what a shop sold over some days, paid in the ways of its customers, and the shift that is handed over. */
export const sellOverTheCounter = async (floor: Floor, scene: Scene, shop: Shop): Promise<void> => {
  const tills: Till[] = []
  for (let count = 0; count < 2; count += 1) {
    const able = floor.items.filter((goods) => floor.onHand(shop.id, goods.id) > 0)
    const basket = basketOf(floor, floor.chance.between(2, 4), able)
    if (basket.length > 0) tills.push(await sellOnce(floor, scene, shop, basket))
  }
  if (tills.length > 0) await handOver(floor, scene, shop, tills)
}
