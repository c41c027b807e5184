import { costMethodChange, standardCost, stockReclassification } from '../../src/domains/inventory/index.ts'
import type { AnyDocument } from '../../src/kernel/definition/record.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { Chance } from '../../src/app/demo/chance.ts'
import { item, itemCategory } from '../../src/ledgers/dimensions/item.ts'
import { accountMapping } from '../../src/ledgers/dimensions/account.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

/** What a company needs to be costed in every way: lots on all lines, an item by serial number, two categories on two accounts. */
export interface CostingPlay {
  readonly books: Books
  readonly chance: Chance
  /** The serial numbers that have come in; whether they are still there, the books say. */
  readonly serials: string[]
}

/** What is to be created, and with what. */
export interface Creation {
  readonly type: AnyDocument
  readonly input: JsonObject
}

const lots = ['L1', 'L2', 'L3'] as const
const methods = ['movingAverage', 'fifo', 'standard', 'specificLot', 'monthlyAverage'] as const
const firstDays = ['2026-04-01', '2026-05-01'] as const

export const lotOf = (chance: Chance): JsonObject => ({ lot: chance.pick(lots) })

/** The standards of items, before anything moves. */
export const setStandards = async (books: Books, codes: readonly string[]): Promise<void> => {
  const lines = codes.map((code, index) => ({ item: code, standardPrice: `${7 + index * 3}.37` }))
  await books.post(standardCost, { date: '2026-01-01', reason: '年度标准', lines })
}

/** Sets up items under all methods, in a company where each line names its lot. */
export const prepareCosting = async (books: Books, codes: readonly string[]): Promise<void> => {
  await books.entity(itemCategory, { code: 'RAW1', name: '原材料' })
  await books.entity(itemCategory, { code: 'FIN1', name: '成品' })
  await books.entity(accountMapping, {
    code: 'RAW1',
    name: '原材料',
    role: 'inventory',
    itemCategory: 'RAW1',
    account: '1403',
  })
  for (const [index, code] of codes.entries()) {
    const costMethod = methods[index % methods.length] ?? 'fifo'
    await books.entity(item, {
      code,
      name: `商品${code}`,
      unit: 'PCS',
      taxRate: 'VAT13',
      salePrice: '17.77',
      costMethod,
    })
  }
  await setStandards(books, codes)
  await books.entity(item, {
    code: 'UNIT',
    name: '按件核算',
    unit: 'PCS',
    taxRate: 'VAT13',
    salePrice: '99',
    tracksSerials: true,
    costMethod: 'specificSerial',
  })
}

const unitsIn = ({ chance, serials }: CostingPlay, date: string, place: string): Creation['input'] => {
  const count = chance.between(1, 3)
  const fresh = Array.from({ length: count }, (_, index) => `U${serials.length + index + 1}`)
  serials.push(...fresh)
  const price = `${chance.between(10, 99)}.${chance.between(10, 99)}`
  const lines = [{ item: 'UNIT', quantity: String(count), price, serials: fresh.join('\n') }]
  return { date, supplier: 'S1', warehouse: place, lines }
}

const unitsOut = ({ chance, serials }: CostingPlay, date: string, place: string): Creation['input'] => {
  const chosen = new Set(Array.from({ length: chance.between(1, 2) }, () => chance.pick(serials)))
  const lines = [{ item: 'UNIT', quantity: String(chosen.size), price: '150', serials: [...chosen].join('\n') }]
  return { date, customer: 'C1', warehouse: place, lines }
}

/** Another method, another scope of the pools, or both. */
const costingOf = (chance: Chance): JsonObject => ({
  ...(chance.happens(70) ? { costMethod: chance.pick(methods) } : {}),
  ...(chance.happens(50) ? { costPool: chance.pick(['company', 'warehouse']) } : {}),
})

/** A document of those that only a company with all methods has. */
export const costingCreation = (
  play: CostingPlay,
  type: (name: string) => AnyDocument,
  scene: { readonly item: string; readonly date: string; readonly place: string },
): Creation => {
  const { chance } = play
  const roll = chance.between(1, 100)
  if (roll <= 40) return { type: type('purchaseReceipt'), input: unitsIn(play, scene.date, scene.place) }
  if (roll <= 75 && play.serials.length > 0) {
    return { type: type('salesDelivery'), input: unitsOut(play, scene.date, scene.place) }
  }
  const head = { date: chance.pick(firstDays), reason: '试', lines: [{ item: scene.item }] }
  if (chance.happens(30)) {
    const standardPrice = `${chance.between(1, 30)}.${chance.between(10, 99)}`
    return { type: standardCost, input: { ...head, lines: [{ item: scene.item, standardPrice }] } }
  }
  return chance.happens(60)
    ? { type: costMethodChange, input: { ...head, ...costingOf(chance) } }
    : { type: stockReclassification, input: { ...head, category: chance.pick(['RAW1', 'FIN1']) } }
}
