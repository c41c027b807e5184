import { textOf } from '../../base/text.ts'
import { monthNumber, period } from '../../base/period.ts'
import { addDays, monthOf, weekdayOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { decimal, sum } from '../../base/decimal.ts'
import { collection } from '../../domains/money/index.ts'
import {
  deliverySignOff,
  quotation,
  salesDelivery,
  salesInvoice,
  salesOrder,
  salesReturn,
} from '../../domains/sales/index.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import { castCustomers } from './cast-parties.ts'
import type { CastCustomer } from './cast-parties.ts'
import { basketOf, hands, nameOf, partOf, percentOf } from './shop-floor.ts'
import type { Floor, Goods } from './shop-floor.ts'
import { sellOverTheCounter } from './shop-selling.ts'
import type { DraftLine, Scene, Task } from './stage.ts'

// The last of the cast is whoever walks into a shop.
const walkIn = castCustomers.length - 1
const discounts = { a: 93, b: 97, c: 100 } as const

/** The trade's year: slow around the spring festival, busy before 双十一 and the year's end. */
const seasons = [90, 55, 95, 100, 105, 110, 95, 95, 105, 115, 135, 120] as const

const season = (day: CalendarDate): number => (seasons[monthNumber(period(monthOf(day))) - 1] ?? 100) / 100

const orderLines = (floor: Floor, customer: CastCustomer, basket: readonly Goods[]) =>
  basket.map((goods) => {
    const wanted = (floor.pace.lineAmount * (0.4 + floor.chance.next() * 1.2)) / Number(goods.price)
    const cartons = Math.max(1, Math.round(wanted / goods.carton))
    return {
      item: goods.id,
      quantity: String(cartons * goods.carton),
      price: percentOf(goods.price, discounts[customer.level] + floor.chance.between(-2, 1)),
    }
  })

/** A customer orders, some of them after a quotation; what follows is put into the agenda. */
export const takeOrder = async (floor: Floor, scene: Scene): Promise<void> => {
  const { chance, agenda } = floor
  const customer = chance.pick(castCustomers.slice(0, Math.min(floor.pace.customers, walkIn)))
  const by = nameOf(customer.salesperson)
  const lines = orderLines(floor, customer, basketOf(floor, chance.between(2, 7)))
  if (lines.length === 0) return
  const head = { customer: floor.customer(customer.code), lines }
  if (chance.happens(22)) {
    const offer = await scene.post(by, quotation, {
      ...head,
      contact: customer.contact,
      validUntil: addDays(scene.day, 30),
    })
    if (chance.happens(65)) {
      agenda.later(scene.day, chance.between(1, 6), async (then) => {
        const promisedOn = addDays(then.day, chance.between(3, 14))
        const more = { date: then.day, warehouse: floor.main, promisedOn }
        const order = await then.grow(by, quotation, offer, salesOrder, more)
        if (order !== undefined) arrangeDelivery(floor, then.day, customer, order)
      })
    }
    return
  }
  const order = { ...head, warehouse: floor.main, promisedOn: addDays(scene.day, chance.between(3, 14)) }
  if (scene.isLast && chance.happens(50)) {
    const draft = await scene.write(by, salesOrder, order)
    if (chance.happens(50)) await scene.act(by, salesOrder, draft, 'submit')
    return
  }
  arrangeDelivery(floor, scene.day, customer, await scene.post(by, salesOrder, order))
}

const arrangeDelivery = (floor: Floor, day: CalendarDate, customer: CastCustomer, order: LoadedRecord, tries = 0) =>
  floor.agenda.later(day, floor.chance.between(1, 4) + tries * 2, deliver(floor, customer, order, tries))

/** Delivers what is on hand of an order; what is not is tried again some days later. */
const deliver =
  (floor: Floor, customer: CastCustomer, order: LoadedRecord, tries: number): Task =>
  async (scene) => {
    let left = false
    const choose = (lines: readonly DraftLine[]) =>
      lines.flatMap((line) => {
        const goods = String(line['item'])
        const open = Number(String(line['quantity']))
        const able = Math.min(open, floor.onHand(floor.main, goods))
        if (able < open) left = true
        if (able <= 0) return []
        floor.take(floor.main, goods, able)
        return [able === open ? line : partOf(line, able)]
      })
    const more = { date: scene.day, warehouse: floor.main }
    const delivery = await scene.grow(hands.keeper, salesOrder, order, salesDelivery, more, choose)
    if (left && tries < 6) arrangeDelivery(floor, scene.day, customer, order, tries + 1)
    if (delivery !== undefined) arrangeAfterwards(floor, scene, customer, delivery)
  }

const arrangeAfterwards = (floor: Floor, scene: Scene, customer: CastCustomer, delivery: LoadedRecord) => {
  const { chance, agenda } = floor
  if (chance.happens(35)) agenda.later(scene.day, chance.between(1, 3), signOff(customer, delivery))
  if (chance.happens(92)) {
    agenda.later(scene.day, chance.between(1, 9), async (then) => {
      const invoiceNumber = `2633200000${String(chance.between(10_000_000, 99_999_999))}`
      await then.grow(hands.accountant, salesDelivery, delivery, salesInvoice, { date: then.day, invoiceNumber })
    })
  }
  if (chance.happens(4)) {
    agenda.later(scene.day, chance.between(4, 12), takeBack(floor, delivery))
  }
  const days = customer.paymentDays + Math.round(customer.lateness * (0.5 + chance.next()))
  agenda.later(scene.day, days, collect(floor, customer))
}

/** The driver brings the signed paper back. */
const signOff =
  (customer: CastCustomer, delivery: LoadedRecord): Task =>
  async (scene) => {
    const more = { date: scene.day, signedBy: customer.contact || '前台', signedAt: '10:30' }
    await scene.grow(hands.keeper, salesDelivery, delivery, deliverySignOff, more)
  }

/** A little of one line comes back, and is credited by a red invoice. */
const takeBack =
  (floor: Floor, delivery: LoadedRecord): Task =>
  async (scene) => {
    const choose = ([first]: readonly DraftLine[]) => {
      const quantity = Math.floor(Number(textOf(first?.['quantity'])) / 6)
      return first === undefined || quantity < 1 ? [] : [partOf(first, quantity)]
    }
    const reason = floor.chance.pick(['外箱破损', '规格不符', '客户多订', '表面划痕'])
    const more = { date: scene.day, reason }
    const back = await scene.grow(hands.keeper, salesDelivery, delivery, salesReturn, more, choose)
    if (back === undefined) return
    floor.agenda.later(scene.day, 2, async (then) => {
      await then.grow(hands.accountant, salesReturn, back, salesInvoice, { date: then.day })
    })
  }

interface OpenItem {
  readonly id: string
  readonly open: string
  readonly document_number: string
}

const dueFrom = (scene: Scene, customer: string) =>
  scene.work.tx.rows<OpenItem>(
    `select id, open, document_number from party_item
     where company_id = $1 and party = $2 and kind = 'receivable' and open <> 0 and due_on <= $3 order by due_on, id limit 40`,
    [scene.work.company, customer, scene.day],
  )

/** What a customer pays of what is due: all of it or the older half, less what was credited, as long as something is left. */
const chosenOf = (floor: Floor, due: readonly OpenItem[]): readonly OpenItem[] => {
  const bills = due.filter((one) => !one.open.startsWith('-'))
  const credits = due.filter((one) => one.open.startsWith('-'))
  const paid = floor.chance.happens(12) ? bills.slice(0, Math.ceil(bills.length / 2)) : bills
  const netted = [...paid, ...credits]
  return sum(netted.map((one) => one.open)).gt(0) ? netted : paid
}

/** The customer pays what is due, at times only a part of it or a round sum. */
const collect =
  (floor: Floor, customer: CastCustomer): Task =>
  async (scene) => {
    const party = floor.customer(customer.code)
    const due = await dueFrom(scene, party)
    const paid = chosenOf(floor, due)
    if (paid.length === 0) return
    const settled = sum(paid.map((one) => one.open))
    const advance = floor.chance.happens(4) ? floor.chance.between(1, 9) * 1000 : 0
    await scene.post(hands.cashier, collection, {
      customer: party,
      lines: [{ cashAccount: floor.bank, amount: settled.plus(decimal(advance)).toString() }],
      settlements: paid.map(({ id, open, document_number: number }) => ({
        openItem: id,
        kind: 'receivable',
        documentNumber: number,
        openAmount: open,
        amount: open,
      })),
    })
  }

/** A working day in sales: orders as the season has them; the shops sell over the counter. */
export const sell = async (floor: Floor, scene: Scene): Promise<void> => {
  const wanted = floor.pace.ordersADay * season(scene.day)
  const orders = Math.floor(wanted) + (floor.chance.next() < wanted % 1 ? 1 : 0)
  for (let count = 0; count < orders; count += 1) await takeOrder(floor, scene)
  if (weekdayOf(scene.day) === 6) for (const shop of floor.shops) await sellOverTheCounter(floor, scene, shop)
}
