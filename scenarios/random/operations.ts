import { today, itemCodes, places } from './world.ts'
import { costingCreation, lotOf } from './costing-operations.ts'
import type { Made, World } from './world.ts'
import type { Json } from '../../src/base/json.ts'
import type { AnyDocument } from '../../src/kernel/definition/record.ts'
import { actOn } from '../../src/kernel/documents/actions.ts'
import { convertDocument } from '../../src/kernel/documents/convert.ts'
import {
  createDocument,
  deleteDocument,
  findDocument,
  stateOf,
  updateDocument,
} from '../../src/kernel/documents/documents.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { DocumentAction } from '../../src/kernel/documents/lifecycle.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import type { Work } from '../../src/kernel/posting/work.ts'

/** Something that is done to the books: everything random about it is decided before it runs, so that a run can be repeated. */
export interface Operation {
  readonly name: string
  run(): Promise<void>
}

const decimals = (whole: number, cents: number) => `${whole}.${String(cents).padStart(2, '0')}`

const priceOf = ({ chance }: World) => decimals(chance.between(1, 30), chance.between(0, 99))
const quantityOf = ({ chance }: World, most = 24) =>
  chance.happens(15) ? decimals(chance.between(0, most), chance.between(1, 99)) : String(chance.between(1, most))

/** The lot of a line, where every line has one. */
const lotIn = (world: World): JsonObject => (world.serials === null ? {} : lotOf(world.chance))

const goods = (world: World, priced: boolean, most = 24): JsonObject[] =>
  Array.from({ length: world.chance.between(1, 3) }, () => ({
    item: world.chance.pick(itemCodes),
    quantity: quantityOf(world, most),
    ...lotIn(world),
    ...(priced ? { price: priceOf(world) } : {}),
  }))

const remember = (world: World, type: AnyDocument, record: LoadedRecord) => {
  const id = String(record.header['id'])
  if (!world.made.some((one) => one.id === id)) world.made.push({ type, id })
}

const create = (world: World, name: string, input: JsonObject): Operation => {
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
const shelve = (world: World): Operation => {
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

const creations: readonly ((world: World) => Operation)[] = [
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

const flowsFrom = (world: World, type: AnyDocument) =>
  [...world.books.installed.catalogue.flows.values()].filter((flow) => flow.from.name === type.name)

const json = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

const linesOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value)
    ? value.filter((one): one is JsonObject => typeof one === 'object' && one !== null && !Array.isArray(one))
    : []

/** A line with a part of its quantity, or another price: what follows from them is left to be derived again. */
const altered = (line: JsonObject, share: number, price: string | undefined): JsonObject => {
  const { net: _n, tax: _t, gross: _g, cost: _c, baseQuantity: _b, amount: _a, ...others } = line
  const { currencyNet: _cn, currencyTax: _ct, currencyGross: _cg, ...rest } = others
  const amount = 'openItem' in line || 'expenseItem' in line || 'cashAccount' in line ? line : rest
  if (typeof line['quantity'] !== 'string') return amount
  const part = (Number(line['quantity']) * share) / 100
  const quantity = part < 1 ? line['quantity'] : String(Math.round(part))
  const isInDollars = typeof rest['currencyPrice'] === 'string'
  return { ...rest, quantity, ...(price === undefined ? {} : { [isInDollars ? 'currencyPrice' : 'price']: price }) }
}

/** 下推 of a document made before: all that is open, or a part, the price as it was or another. */
const grow = (world: World): Operation | undefined => {
  const { chance, made, books } = world
  const able = made.filter((one) => flowsFrom(world, one.type).length > 0)
  if (able.length === 0) return undefined
  const from = chance.pick(able)
  const flow = chance.pick(flowsFrom(world, from.type))
  const date = chance.happens(40) ? undefined : world.day()
  const share = chance.happens(45) ? 100 : chance.between(20, 90)
  const price = chance.happens(30) ? priceOf(world) : undefined
  const keepsPrice = price === undefined || !flow.to.name.endsWith('Invoice')
  const first = chance.happens(30)
  return {
    name: `grow ${from.type.name} ${from.id} into ${flow.to.name} ${share}% ${price ?? ''} on ${date ?? 'its day'}`,
    run: async () => {
      const record = await books.inWork(async (work) => {
        const source = await findDocument(work, from.type, from.id)
        const { draft } = await convertDocument(work, from.type, from.id, flow.to.name)
        const { lines, ...head } = json(draft)
        const chosen = linesOf(lines).slice(0, first ? 1 : undefined)
        const written = chosen.map((line) =>
          share === 100 && keepsPrice ? line : altered(line, share, keepsPrice ? undefined : price),
        )
        const day = date ?? String(source.header['date'])
        const more: JsonObject =
          flow.to.name === 'purchaseReceipt' || flow.to.name === 'salesDelivery' ? { warehouse: 'MAIN' } : {}
        const input = { ...more, ...withoutNulls(head), date: day, lines: written }
        return actOn(work, flow.to, await createDocument(work, flow.to, input), 'post', {})
      })
      remember(world, flow.to, record)
    },
  }
}

const withoutNulls = (input: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))

const writable = (type: AnyDocument, record: LoadedRecord): JsonObject =>
  Object.fromEntries(
    Object.entries(type.tables).map(([name, table]) => [
      name,
      (record.tables[name] ?? []).map((line) => {
        const kept = Object.keys(table.fields).filter((field) => table.fields[field]?.computed !== true)
        const plain = json(Object.fromEntries(['id', 'source', ...kept].map((field) => [field, line[field] ?? null])))
        return plain
      }),
    ]),
  )

const alteredTables = (tables: JsonObject, share: number, price: string | undefined): JsonObject =>
  Object.fromEntries(
    Object.entries(tables).map(([name, lines]) => [name, linesOf(lines).map((line) => altered(line, share, price))]),
  )

const change = (world: World, action: 'amend' | 'update'): Operation | undefined => {
  if (world.made.length === 0) return undefined
  const { type, id } = world.chance.pick(world.made)
  const share = world.chance.pick([50, 80, 100, 100, 120, 150])
  const price = world.chance.happens(50) ? priceOf(world) : undefined
  const date: JsonObject = action === 'update' && world.chance.happens(50) ? { date: world.day() } : {}
  return {
    name: `${action} ${type.name} ${id} ${share}% ${price ?? ''} ${JSON.stringify(date)}`,
    run: () =>
      world.books.inWork(async (work) => {
        const record = await findDocument(work, type, id, { lock: true })
        const input = { ...alteredTables(writable(type, record), share, price), ...date }
        if (action === 'amend') await actOn(work, type, record, 'amend', input)
        else await updateDocument(work, type, id, input)
      }),
  }
}

const act = (world: World, action: DocumentAction): Operation | undefined => {
  if (world.made.length === 0) return undefined
  const { type, id } = world.chance.pick(world.made)
  const input: JsonObject =
    action === 'reverse' && world.chance.happens(60) ? { date: world.chance.happens(60) ? today : world.day() } : {}
  return {
    name: `${action} ${type.name} ${id} ${JSON.stringify(input)}`,
    run: async () => {
      const record = await world.books.inWork(async (work) =>
        actOn(work, type, await findDocument(work, type, id, { lock: true }), action, input),
      )
      if (action === 'reverse') remember(world, type, record)
    },
  }
}

const postAgain = (world: World): Operation | undefined => {
  if (world.made.length === 0) return undefined
  const start = world.chance.between(0, world.made.length - 1)
  const candidates = [...world.made.slice(start), ...world.made.slice(0, start)].slice(0, 40)
  return {
    name: `post a draft from ${start}`,
    run: () => world.books.inWork(async (work) => postFirstDraft(work, candidates)),
  }
}

const postFirstDraft = async (work: Work, candidates: readonly Made[]): Promise<void> => {
  for (const { type, id } of candidates) {
    const record = await findDocument(work, type, id).catch(() => undefined)
    if (record === undefined || stateOf(record) !== 'draft') continue
    const locked = await findDocument(work, type, id, { lock: true })
    await actOn(work, type, locked, 'post', {})
    return
  }
}

const remove = (world: World): Operation | undefined => {
  if (world.made.length === 0) return undefined
  const { type, id } = world.chance.pick(world.made)
  return { name: `delete ${type.name} ${id}`, run: () => world.books.inWork((work) => deleteDocument(work, type, id)) }
}

interface OpenItem {
  readonly id: string
  readonly kind: string
  readonly party: string
  readonly open: string
}

/** Money for items that are open: a part of them, at times with a discount or more than is due. */
const settle = (world: World): Operation => {
  const { chance, books } = world
  const incoming = chance.happens(50)
  const share = chance.happens(50) ? 100 : chance.between(10, 90)
  const extra = chance.happens(20) ? 1234 : 0
  const skip = chance.between(0, 5)
  const date = world.day()
  const type = world.type(incoming ? 'collection' : 'payment')
  return {
    name: `settle by ${type.name} ${share}% on ${date}`,
    run: async () => {
      const record = await books.inWork(async (work) => {
        const rows = await work.tx.rows<OpenItem>(
          `select id, kind, party, abs(open) as open from party_item where company_id = $1 and kind = $2 and ${incoming ? 'open > 0' : 'open < 0'} order by id limit 20`,
          [work.company, incoming ? 'receivable' : 'payable'],
        )
        const [first, ...rest] = rows.slice(Math.min(skip, Math.max(rows.length - 1, 0)))
        if (first === undefined) return undefined
        const items = [first, ...rest.filter((row) => row.party === first.party)].slice(0, 3)
        const parts = items.map((one) => Math.max(1, Math.round(Number(one.open) * share)))
        const total = parts.reduce((sum, one) => sum + one, extra)
        const settlements = items.map((one, index) => ({
          openItem: one.id,
          kind: one.kind,
          amount: centsOf(parts[index] ?? 0),
        }))
        const who: JsonObject = incoming ? { customer: first.party } : { supplier: first.party }
        const input = { ...who, date, lines: [{ cashAccount: 'BANK', amount: centsOf(total) }], settlements }
        return actOn(work, type, await createDocument(work, type, input), 'post', {})
      })
      if (record !== undefined) remember(world, type, record)
    },
  }
}

const centsOf = (cents: number) => decimals(Math.floor(cents / 100), cents % 100)

/** What only a company that costs in every way does. */
const costed = (world: World, serials: string[]): Operation => {
  const { books, chance } = world
  const scene = { item: chance.pick(itemCodes), date: world.day(), place: chance.pick(places) }
  const { type, input } = costingCreation({ books, chance, serials }, (name) => world.type(name), scene)
  return create(world, type.name, input)
}

/** The next thing to do. */
export const nextOperation = (world: World): Operation => {
  if (world.serials !== null && world.chance.happens(8)) return costed(world, world.serials)
  if (world.bins.length > 0 && world.chance.happens(10)) return shelve(world)
  const roll = world.chance.between(1, 100)
  const chosen =
    roll <= 38
      ? world.chance.pick(creations)(world)
      : roll <= 62
        ? grow(world)
        : roll <= 68
          ? settle(world)
          : roll <= 76
            ? act(world, 'unpost')
            : roll <= 82
              ? change(world, 'amend')
              : roll <= 87
                ? act(world, 'reverse')
                : roll <= 91
                  ? postAgain(world)
                  : roll <= 95
                    ? change(world, 'update')
                    : roll <= 97
                      ? act(world, world.chance.pick(['close', 'reopen', 'submit', 'reject'] as const))
                      : roll <= 98
                        ? act(world, 'void')
                        : remove(world)
  return chosen ?? world.chance.pick(creations)(world)
}
