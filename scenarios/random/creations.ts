import { itemCodes, places } from './world.ts'
import { lotOf } from './costing-operations.ts'
import type { World } from './world.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import { decimals, priceOf, quantityOf, remember } from './operation.ts'
import type { Operation } from './operation.ts'

/** The lot of a line, where every line has one. */
const lotIn = (world: World): JsonObject => (world.serials === null ? {} : lotOf(world.chance))

const goods = (world: World, priced: boolean, most = 24): JsonObject[] =>
  Array.from({ length: world.chance.between(1, 3) }, () => ({
    item: world.chance.pick(itemCodes),
    quantity: quantityOf(world, most),
    ...lotIn(world),
    ...(priced ? { price: priceOf(world) } : {}),
  }))

/** Writes a document of a type and, mostly, posts it. */
export const create = (world: World, name: string, input: JsonObject): Operation => {
  const type = world.type(name)
  const isPosted = !world.chance.happens(8)
  return {
    name: `create ${name} ${JSON.stringify(input)}`,
    run: async () => {
      const record = await (isPosted ? world.books.post(type, input) : world.books.draft(type, input))
      remember(world, type, record)
    },
  }
}

/** Puts goods away, or carries them from bin to bin, in whatever state they are. */
export const shelve = (world: World): Operation => {
  const { chance, bins } = world
  const line = (): JsonObject => {
    const [from, toBin] = [chance.happens(50) ? chance.pick(bins) : null, chance.pick([...bins, null])]
    return { item: chance.pick(itemCodes), quantity: quantityOf(world, 6), ...lotIn(world), bin: from, toBin }
  }
  const lines = Array.from({ length: chance.between(1, 2) }, line)
  return create(world, 'binTransfer', { date: world.day(), warehouse: 'MAIN', lines })
}

/** Lines that say of some goods where they lie. */
const somewhere = ({ chance, bins }: World, lines: readonly JsonObject[]): JsonObject[] =>
  lines.map((line) => (bins.length > 0 && chance.happens(50) ? { ...line, bin: chance.pick(bins) } : line))

/** The same goods with their price in dollars. */
const inDollars = (lines: readonly JsonObject[]): JsonObject[] =>
  lines.map(({ price, ...line }) => ({ ...line, currencyPrice: price ?? null }))

export const creations: readonly ((world: World) => Operation)[] = [
  (w) =>
    create(w, 'purchaseReceipt', {
      date: w.day(),
      supplier: 'US',
      warehouse: w.chance.pick(places),
      lines: inDollars(goods(w, true, 40)),
    }),
  (w) =>
    create(w, 'salesDelivery', {
      date: w.day(),
      customer: 'US',
      warehouse: w.chance.pick(places),
      lines: inDollars(goods(w, true, 9)),
    }),
  (w) =>
    create(w, 'salesOrder', { date: w.day(), customer: 'US', warehouse: 'MAIN', lines: inDollars(goods(w, true, 9)) }),
  (w) => create(w, 'collection', { date: w.day(), customer: 'US', lines: [{ cashAccount: 'USD', amount: '50.00' }] }),
  (w) =>
    create(w, 'purchaseReceipt', {
      date: w.day(),
      supplier: w.chance.pick(['S1', 'S2']),
      warehouse: w.bins.length > 0 ? 'MAIN' : w.chance.pick(places),
      invoiceKind: w.chance.pick(['special', 'ordinary']),
      lines: somewhere(w, goods(w, true, 40)),
    }),
  (w) =>
    create(w, 'purchaseReceipt', {
      date: w.day(),
      supplier: 'S1',
      warehouse: w.chance.pick(places),
      lines: goods(w, true, 60),
    }),
  (w) => create(w, 'purchaseOrder', { date: w.day(), supplier: 'S1', warehouse: 'MAIN', lines: goods(w, true, 40) }),
  (w) =>
    create(w, 'salesDelivery', {
      date: w.day(),
      customer: w.chance.pick(['C1', 'C2']),
      warehouse: w.chance.pick(places),
      ...(w.chance.happens(30) ? { contractPaymentOn: '2026-06-30' } : {}),
      lines: goods(w, true, 12).map((line) => (w.chance.happens(6) ? { ...line, isGift: true } : line)),
    }),
  (w) =>
    create(w, 'salesDelivery', {
      date: w.day(),
      customer: 'C1',
      warehouse: w.chance.pick(places),
      lines: [...goods(w, true, 8), { item: 'SERVICE', quantity: '1', price: '10.60' }].slice(
        0,
        w.chance.between(1, 4),
      ),
    }),
  (w) => create(w, 'salesOrder', { date: w.day(), customer: 'C2', warehouse: 'MAIN', lines: goods(w, true, 12) }),
  (w) => {
    const [fromWarehouse, toWarehouse] = w.chance.happens(50) ? places : ['SHOP', 'MAIN']
    return create(w, 'stockTransfer', { date: w.day(), fromWarehouse, toWarehouse, lines: goods(w, false, 12) })
  },
  (w) => {
    const [fromWarehouse, toWarehouse] = w.chance.happens(60) ? places : ['SHOP', 'MAIN']
    const lines = goods(w, false, 12).map((line) => ({ ...line, inPrice: priceOf(w) }))
    return create(w, 'stockTransfer', { date: w.day(), fromWarehouse, toWarehouse, priceBy: 'typed', lines })
  },
  (w) => {
    const lines = Array.from({ length: w.chance.between(1, 3) }, () => ({
      item: w.chance.pick(itemCodes),
      ratio: String(w.chance.between(1, 5)),
      ...(w.chance.happens(50) ? { fromWarehouse: 'SHOP', toWarehouse: 'MAIN' } : {}),
    }))
    const [fromWarehouse, toWarehouse] = places
    const ratioBy = w.chance.pick(['sets', 'split'])
    const ratioQuantity = quantityOf(w, 9)
    return create(w, 'stockTransfer', { date: w.day(), fromWarehouse, toWarehouse, ratioBy, ratioQuantity, lines })
  },
  (w) => {
    const whole = w.chance.pick(itemCodes)
    const parts = itemCodes.filter((code) => code !== whole && w.chance.happens(60))
    const lines = (parts.length === 0 ? itemCodes.filter((code) => code !== whole) : parts).map((of) => ({
      item: of,
      quantity: quantityOf(w, 5),
    }))
    const fee: JsonObject = w.chance.happens(50) ? { fee: priceOf(w) } : {}
    const head = { date: w.day(), item: whole, quantity: quantityOf(w, 6), warehouse: w.chance.pick(places), ...fee }
    return w.chance.happens(55)
      ? create(w, 'assembly', { ...head, fromWarehouse: w.chance.pick(places), feeParty: 'S1', lines })
      : create(w, 'disassembly', { ...head, costSplit: 'quantity', toWarehouse: w.chance.pick(places), lines })
  },
  (w) => {
    const [fromWarehouse, toWarehouse] = w.chance.happens(50) ? places : ['SHOP', 'MAIN']
    return create(w, 'transferOut', { date: w.day(), fromWarehouse, toWarehouse, lines: goods(w, false, 9) })
  },
  (w) =>
    create(w, w.chance.pick(['scrap', 'internalUse']), {
      date: w.day(),
      warehouse: w.chance.pick(places),
      reason: w.chance.pick(['OUT', 'WELFARE']),
      lines: goods(w, false, 4),
    }),
  (w) =>
    create(w, 'otherReceipt', {
      date: w.day(),
      warehouse: w.chance.pick(places),
      reason: 'IN',
      lines: goods(w, false, 9).map((line) => ({ ...line, unitCost: priceOf(w) })),
    }),
  (w) =>
    create(w, 'otherIssue', {
      date: w.day(),
      warehouse: w.chance.pick(places),
      reason: 'OUT',
      lines: goods(w, false, 6),
    }),
  (w) =>
    create(w, 'countAdjustment', {
      date: w.day(),
      warehouse: w.chance.pick(places),
      lines: [
        { item: w.chance.pick(itemCodes), direction: 'gain', adjustedQuantity: '2', unitCost: priceOf(w), ...lotIn(w) },
        { item: w.chance.pick(itemCodes), direction: 'loss', adjustedQuantity: '1', ...lotIn(w) },
      ],
    }),
  (w) =>
    create(w, 'costAdjustment', {
      date: w.day(),
      warehouse: w.chance.pick(places),
      reason: 'OUT',
      lines: [
        {
          item: w.chance.pick(itemCodes),
          amount: `${w.chance.happens(50) ? '-' : ''}${decimals(w.chance.between(0, 9), w.chance.between(1, 99))}`,
        },
      ],
    }),
  (w) =>
    create(w, 'expense', {
      date: w.day(),
      ...(w.chance.happens(50) ? { cashAccount: 'BANK' } : { payee: 'S2' }),
      invoiceKind: w.chance.pick(['special', 'ordinary']),
      lines: [{ expenseItem: 'OFFICE', gross: priceOf(w) }],
    }),
  (w) => create(w, 'collection', { date: w.day(), customer: 'C1', lines: [{ cashAccount: 'BANK', amount: '50.00' }] }),
]
