import { addDays, firstOfMonth, weekdayOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { sum } from '../../base/decimal.ts'
import { payment } from '../../domains/money/index.ts'
import { purchaseInvoice, purchaseOrder, purchaseReceipt, purchaseReturn } from '../../domains/purchasing/index.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import { castSuppliers } from './cast-parties.ts'
import { freightOf } from './invoices-coming.ts'
import type { CastSupplier } from './cast-parties.ts'
import { hands, partOf, percentOf } from './shop-floor.ts'
import type { Floor, Goods } from './shop-floor.ts'
import type { DraftLine, Scene, Task } from './stage.ts'

const shopWeeks = 1.2

const isShort = (floor: Floor, goods: Goods, leadDays: number) => {
  const here = floor.onHand(floor.main, goods.id) + (floor.onOrder.get(goods.id) ?? 0)
  return here < goods.weekly * (leadDays / 7 + 2)
}

const isFrom = (supplier: CastSupplier, goods: Goods) => supplier.supplies.includes(goods.category)

const mainSupplier = (goods: Goods) => castSuppliers.find((one) => isFrom(one, goods))

const ordered = (floor: Floor, goods: Goods, weeks: number) => {
  const cartons = Math.max(1, Math.ceil((goods.weekly * weeks * shopWeeks) / goods.carton))
  const quantity = cartons * goods.carton
  floor.onOrder.set(goods.id, (floor.onOrder.get(goods.id) ?? 0) + quantity)
  // Most suppliers keep their price; at times it moves a little.
  const percent = floor.chance.happens(75) ? 100 : floor.chance.between(96, 105)
  return { item: goods.id, quantity: String(quantity), price: percentOf(goods.cost, percent) }
}

const order = async (floor: Floor, scene: Scene, supplier: CastSupplier, goods: readonly Goods[], weeks: number) => {
  const { chance, agenda } = floor
  const leadDays = scene.day === agenda.first ? chance.between(1, 3) : supplier.leadDays + chance.between(-2, 3)
  const record = await scene.post(hands.buyer, purchaseOrder, {
    supplier: floor.supplier(supplier.code),
    warehouse: floor.main,
    promisedOn: addDays(scene.day, leadDays),
    lines: goods.map((one) => ordered(floor, one, weeks)),
  })
  const inTwo = chance.happens(25)
  agenda.later(scene.day, leadDays, receive(floor, supplier, record, inTwo ? 60 : 100))
  if (inTwo) agenda.later(scene.day, leadDays + chance.between(2, 6), receive(floor, supplier, record, 100))
}

/** A receipt that is written down days after the goods came bears the day they came. */
const cameOn = (floor: Floor, scene: Scene): CalendarDate => {
  if (!floor.chance.happens(6)) return scene.day
  const before = addDays(scene.day, -floor.chance.between(1, 5))
  const month = firstOfMonth(scene.day)
  return before < month ? month : before
}

const receive =
  (floor: Floor, supplier: CastSupplier, from: LoadedRecord, percent: number): Task =>
  async (scene) => {
    const { chance, agenda } = floor
    const choose = (lines: readonly DraftLine[]) =>
      lines.map((line) => {
        const open = Number(String(line['quantity']))
        const quantity = percent === 100 ? open : Math.max(1, Math.floor((open * percent) / 100))
        const goods = String(line['item'])
        floor.take(floor.main, goods, -quantity)
        floor.onOrder.set(goods, (floor.onOrder.get(goods) ?? 0) - quantity)
        return quantity === open ? line : partOf(line, quantity)
      })
    const more = { date: cameOn(floor, scene), warehouse: floor.main }
    const receipt = await scene.grow(hands.keeper, purchaseOrder, from, purchaseReceipt, more, choose)
    if (receipt === undefined) return
    const carrier = castSuppliers.find((one) => one.supplies.length === 0)
    if (carrier !== undefined) agenda.later(scene.day, 1, freightOf(floor.supplier(carrier.code), receipt))
    const noteAfter = chance.happens(6) ? 120 : chance.between(2, 20)
    agenda.later(scene.day, noteAfter, invoice(floor, supplier, receipt))
    if (chance.happens(5)) agenda.later(scene.day, chance.between(2, 5), sendBack(floor, receipt))
  }

/** The supplier's invoice, now and then at another price than the order's: costs follow. */
const invoice =
  (floor: Floor, supplier: CastSupplier, receipt: LoadedRecord): Task =>
  async (scene) => {
    const otherwise = floor.chance.happens(8) ? floor.chance.pick([98, 101, 102, 103]) : 100
    const choose = (lines: readonly DraftLine[]) =>
      otherwise === 100
        ? lines
        : lines.map((line) => ({
            ...partOf(line, Number(String(line['quantity']))),
            price: percentOf(String(line['price']), otherwise),
          }))
    const invoiceNumber = `2633200000${String(floor.chance.between(10_000_000, 99_999_999))}`
    const more = { date: scene.day, invoiceNumber, dueOn: addDays(scene.day, supplier.paymentDays) }
    await scene.grow(hands.accountant, purchaseReceipt, receipt, purchaseInvoice, more, choose)
  }

const sendBack =
  (floor: Floor, receipt: LoadedRecord): Task =>
  async (scene) => {
    const choose = ([first]: readonly DraftLine[]) => {
      if (first === undefined) return []
      const goods = String(first['item'])
      const quantity = Math.min(Math.floor(Number(String(first['quantity'])) / 12), floor.onHand(floor.main, goods))
      if (quantity < 1) return []
      floor.take(floor.main, goods, quantity)
      return [partOf(first, quantity)]
    }
    const more = { date: scene.day, warehouse: floor.main, reason: floor.chance.pick(['来料不良', '错发', '外观瑕疵']) }
    const back = await scene.grow(hands.keeper, purchaseReceipt, receipt, purchaseReturn, more, choose)
    if (back === undefined) return
    floor.agenda.later(scene.day, 6, async (then) => {
      await then.grow(hands.accountant, purchaseReturn, back, purchaseInvoice, { date: then.day })
    })
  }

interface Owed {
  readonly id: string
  readonly party: string
  readonly open: string
  readonly document_number: string
}

/** The weekly round of payments: what falls due within days, supplier by supplier; some wait. */
const pay = async (floor: Floor, scene: Scene): Promise<void> => {
  const rows = await scene.work.tx.rows<Owed>(
    `select id, party, -open as open, document_number from party_item
     where company_id = $1 and kind = 'payable' and open < 0 and due_on <= $2 order by party, due_on, id`,
    [scene.work.company, addDays(scene.day, 3)],
  )
  for (const [supplier, owed] of Map.groupBy(rows, (row) => row.party)) {
    if (floor.chance.happens(15)) continue
    await scene.post(hands.cashier, payment, {
      supplier,
      lines: [{ cashAccount: floor.bank, amount: sum(owed.map((one) => one.open)).toString() }],
      settlements: owed.map((one) => ({
        openItem: one.id,
        kind: 'payable',
        documentNumber: one.document_number,
        openAmount: one.open,
        amount: one.open,
      })),
    })
  }
}

/** The first stock: everything, for some weeks. */
export const stockUp = async (floor: Floor, scene: Scene): Promise<void> => {
  for (const supplier of castSuppliers) {
    const goods = floor.items.filter((one) => mainSupplier(one) === supplier)
    if (goods.length > 0) await order(floor, scene, supplier, goods, 6)
  }
}

/** Mondays what runs short is ordered; Fridays suppliers are paid. */
export const buy = async (floor: Floor, scene: Scene): Promise<void> => {
  const weekday = weekdayOf(scene.day)
  if (weekday === 5) await pay(floor, scene)
  if (weekday !== 1) return
  for (const supplier of castSuppliers) {
    const short = floor.items.filter((one) => isFrom(supplier, one) && isShort(floor, one, supplier.leadDays))
    const goods = short.filter((one) => mainSupplier(one) === supplier || floor.chance.happens(20))
    if (goods.length > 0) await order(floor, scene, supplier, goods, 8)
  }
}
