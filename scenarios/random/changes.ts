import { today } from './world.ts'
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
import { priceOf, remember } from './operation.ts'
import type { Operation } from './operation.ts'

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
export const grow = (world: World): Operation | undefined => {
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

/** Amends or rewrites a document that was made. */
export const change = (world: World, action: 'amend' | 'update'): Operation | undefined => {
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

/** A step in the life of a document that was made. */
export const act = (world: World, action: DocumentAction): Operation | undefined => {
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

/** Posts the first draft it finds. */
export const postAgain = (world: World): Operation | undefined => {
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

/** Deletes a document that was made. */
export const remove = (world: World): Operation | undefined => {
  if (world.made.length === 0) return undefined
  const { type, id } = world.chance.pick(world.made)
  return { name: `delete ${type.name} ${id}`, run: () => world.books.inWork((work) => deleteDocument(work, type, id)) }
}
