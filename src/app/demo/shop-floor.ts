import { party } from '../../ledgers/dimensions/party.ts'
import { cashAccount, warehouse } from '../../ledgers/dimensions/place.ts'
import { item } from '../../ledgers/dimensions/item.ts'
import { castItems } from './cast-items.ts'
import type { CastItem } from './cast-items.ts'
import { castPeople } from './cast-people.ts'
import type { Cast } from './create-cast.ts'
import type { Chance } from './chance.ts'
import type { Agenda, DraftLine, Scene } from './stage.ts'

/** How much goes on: the size of the demo. */
export interface Pace {
  /** Sales orders on an ordinary working day. */
  readonly ordersADay: number
  /** Goods of an order line, in yuan. */
  readonly lineAmount: number
  /** How many of the customers and goods take part. */
  readonly customers: number
  readonly items: number
}

/** What all scenes share: the cast with its ids, chance, the agenda and what is on hand today. */
export interface Floor {
  readonly chance: Chance
  readonly agenda: Agenda
  readonly pace: Pace
  readonly items: readonly Goods[]
  readonly main: string
  readonly shops: readonly { readonly id: string; readonly keeper: string }[]
  readonly bank: string
  readonly wallet: string
  customer(code: string): string
  supplier(code: string): string
  /** Ordered from suppliers and not here yet, by item. */
  readonly onOrder: Map<string, number>
  /** Whole pieces on hand, by warehouse and item; read each morning, kept up by the scenes. */
  onHand(place: string, goods: string): number
  take(place: string, goods: string, quantity: number): void
  /** Reads what the books say is on hand. */
  morning(scene: Scene): Promise<void>
  id: Cast['id']
}

export interface Goods extends CastItem {
  readonly id: string
  /** What is sold of it in a week, about. */
  readonly weekly: number
}

const nameOf = (code: string): string => castPeople.find((person) => person.code === code)?.name ?? code

/** Who writes what. */
export const hands = {
  clerk: nameOf('E02'),
  buyer: nameOf('E06'),
  keeper: nameOf('E07'),
  accountant: nameOf('E09'),
  cashier: nameOf('E10'),
} as const
export { nameOf }

const goodsOf = (cast: Cast, pace: Pace): Goods[] => {
  const chosen = castItems.filter((_one, index) => index % Math.ceil(castItems.length / pace.items) === 0)
  const demand = chosen.reduce((sum, one) => sum + one.demand, 0)
  const lines = pace.ordersADay * 6 * 4.5
  return chosen.map((one) => ({
    ...one,
    id: cast.id(item, one.code),
    weekly: Math.ceil((lines * one.demand * pace.lineAmount) / demand / Number(one.price)),
  }))
}

/** Opens the floor on a cast. */
export const openFloor = (cast: Cast, chance: Chance, agenda: Agenda, pace: Pace): Floor => {
  const stock = new Map<string, number>()
  const onHand = (place: string, goods: string) => stock.get(`${place}/${goods}`) ?? 0
  return {
    chance,
    agenda,
    pace,
    items: goodsOf(cast, pace),
    main: cast.id(warehouse, 'MAIN'),
    shops: [
      { id: cast.id(warehouse, 'GL'), keeper: nameOf('E11') },
      { id: cast.id(warehouse, 'JB'), keeper: nameOf('E12') },
    ],
    bank: cast.id(cashAccount, 'NH'),
    wallet: cast.id(cashAccount, 'ZFB'),
    customer: (code) => cast.id(party, code),
    supplier: (code) => cast.id(party, code),
    onOrder: new Map(),
    onHand,
    take: (place, goods, quantity) => stock.set(`${place}/${goods}`, onHand(place, goods) - quantity),
    morning: async (scene) => {
      const rows = await scene.work.tx.rows<{ item: string; warehouse: string; quantity: string }>(
        `select item, warehouse, quantity from stock_balance where company_id = $1 and place = 'onHand'`,
        [scene.work.company],
      )
      stock.clear()
      for (const row of rows) stock.set(`${row.warehouse}/${row.item}`, Math.floor(Number(row.quantity)))
    },
    id: (definition, code) => cast.id(definition, code),
  }
}

/** A line with another quantity than the flow proposed: amounts follow from the price again. */
export const partOf = (line: DraftLine, quantity: number): DraftLine => {
  const { net: _net, tax: _tax, gross: _gross, ...rest } = line
  return { ...rest, quantity: String(quantity) }
}

/** So many different goods, the popular ones more often. */
export const basketOf = (floor: Floor, count: number, from: readonly Goods[] = floor.items): Goods[] => {
  const { chance } = floor
  const basket = new Set<Goods>()
  for (let tries = 0; tries < count * 6 && basket.size < Math.min(count, from.length); tries += 1) {
    const one = chance.pick(from)
    if (chance.between(1, 10) <= one.demand) basket.add(one)
  }
  return [...basket]
}

/** A price of so many per cent of another, in cents. */
export const percentOf = (price: string, percent: number): string => {
  const cents = Math.round((Number(price) * 100 * percent) / 100)
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}
