import { decimal, sum, zero } from '../../../../base/decimal.ts'
import type { Decimal } from '../../../../base/decimal.ts'
import { cents } from '../../../../base/money.ts'
import type { InvoicedLine, ReceivedLine } from '../compared-lines.ts'

/** A receipt's line of a made-up supplier, with the day it came. */
export interface MadeLine extends ReceivedLine {
  readonly supplier: number
  readonly day: number
}

/** A supplier's invoice as it comes in, with what it truly is for. */
export interface MadeInvoice {
  readonly supplier: number
  readonly day: number
  readonly number: string
  readonly lines: readonly InvoicedLine[]
  readonly remark: string | null
  readonly truth: ReadonlyMap<string, Decimal>
  /** What is wrong with it, so that no machine may pass it; empty where nothing is. */
  readonly fault: '' | 'price' | 'quantity' | 'duplicate'
}

/** Numbers that look like chance and are the same each time (mulberry32). */
const chanceFrom = (seed: number) => {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (most: number) => Math.floor(next() * most)
  return { next, upTo, one: <T>(of: readonly [T, ...T[]]): T => of[upTo(of.length)] ?? of[0] }
}

const brands = ['得力', '晨光', '齐心', '史泰博', '三木', '广博'] as const
const goods = ['中性笔', '文件夹', '订书机', '复印纸', '白板笔', '计算器', '档案盒', '便利贴', '胶带', '剪刀'] as const
const sizes = ['0.5mm', '0.7mm', 'A4', 'A3', '24色', '12位', '50mm', '100页', '38K', '70g'] as const
const colours = ['黑', '红', '蓝', '绿', '白'] as const

interface MadeItem {
  readonly id: string
  readonly name: string
  readonly spec: string
  readonly colour: string
  readonly brand: string
  readonly word: string
  readonly price: Decimal
}

type Chance = ReturnType<typeof chanceFrom>

const itemsOf = (chance: Chance, supplier: number): MadeItem[] => {
  const made = new Map<string, MadeItem>()
  while (made.size < 12) {
    const [brand, word, spec, colour] = [chance.one(brands), chance.one(goods), chance.one(sizes), chance.one(colours)]
    const name = `${brand}${word}${colour}色`
    const price = decimal(100 + chance.upTo(20_000)).div(100)
    const key = `${word}${spec}${colour}`
    if (made.has(key)) continue
    made.set(key, { id: `i${supplier}-${made.size}`, name, spec, colour, brand, word, price })
  }
  return [...made.values()]
}

const receiptsOf = (chance: Chance, supplier: number, items: readonly MadeItem[], count: number): MadeLine[][] =>
  Array.from({ length: count }, (_, index) => {
    const receipt = `CGRK-2026${String(supplier).padStart(2, '0')}-${String(index + 1).padStart(4, '0')}`
    const chosen = new Set(Array.from({ length: 1 + chance.upTo(5) }, () => items[chance.upTo(items.length)]))
    return [...chosen].flatMap((item, at): MadeLine[] => {
      if (item === undefined) return []
      const quantity = decimal((1 + chance.upTo(60)) * chance.one([1, 1, 5, 10, 12]))
      // Orders agree on new prices now and then.
      const price = item.price.times(1 + Math.floor(index / 8) * 0.013).toDecimalPlaces(4)
      return [
        {
          line: `${receipt}/${at}`,
          receipt,
          item: item.id,
          names: [item.name, `${item.name}${item.spec}`, `${item.brand}${item.word}${item.spec}${item.colour}`],
          quantity,
          baseQuantity: quantity.times(item.spec === '24色' ? 24 : 1),
          net: cents(price.times(quantity)),
          taxRate: decimal(13),
          supplier,
          day: index * 3 + chance.upTo(3),
        },
      ]
    })
  })

const written = (chance: Chance, item: MadeItem): { name: string; spec: string | null } =>
  chance.one([
    { name: `*文具*${item.name}`, spec: item.spec },
    { name: `*纸制品*${item.brand} ${item.word} ${item.colour}`, spec: item.spec },
    { name: `${item.word}（${item.colour}）`, spec: item.spec },
    { name: `${item.word}${item.spec}${item.colour}色`, spec: null },
    { name: `${item.brand}${item.word}-${item.spec}-${item.colour}`, spec: null },
    { name: item.name.replaceAll('色', ''), spec: item.spec.toUpperCase() },
  ])

interface Billed {
  readonly item: string
  readonly quantity: Decimal
  readonly net: Decimal
}

const lineOf = (chance: Chance, item: MadeItem, billed: Billed, id: string): InvoicedLine => {
  const rounding = decimal(chance.one([0, 0, 0, 0.01, -0.01]))
  const net = cents(billed.net).plus(billed.net.gt(1) ? rounding : zero)
  return {
    id,
    ...written(chance, item),
    quantity: billed.quantity,
    net,
    tax: cents(net.times(0.13)),
    taxRate: decimal(13),
    item: null,
  }
}

/** A delivery's line on the invoice: now and then in two lines, each with its own rounding. */
const splitSometimes = (chance: Chance, billed: Billed): Billed[] => {
  if (chance.next() > 0.12 || billed.quantity.lt(2)) return [billed]
  const first = billed.quantity.times(0.4).floor()
  const part = first.isZero() ? decimal(1) : first
  const net = cents(billed.net.times(part).div(billed.quantity))
  return [
    { ...billed, quantity: part, net },
    { ...billed, quantity: billed.quantity.minus(part), net: billed.net.minus(net) },
  ]
}

/** Several deliveries of one item in one line. */
const merged = (billed: readonly Billed[]): Billed[] =>
  [...Map.groupBy(billed, (each) => each.item).values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [{ ...first, quantity: sum(group.map((each) => each.quantity)), net: sum(group.map((each) => each.net)) }]
  })

const faulty = (chance: Chance, fault: MadeInvoice['fault'], billed: readonly Billed[]): Billed[] =>
  billed.map((each, index) => {
    if (index > 0) return each
    if (fault === 'price') return { ...each, net: each.net.times(1 + chance.one([0.04, 0.06, 0.1, -0.05])) }
    const factor = fault === 'quantity' ? each.quantity.plus(1 + chance.upTo(9)).div(each.quantity) : decimal(1)
    return { ...each, quantity: each.quantity.times(factor).round(), net: each.net.times(factor) }
  })

const faultOf = (chance: Chance): MadeInvoice['fault'] => {
  const at = chance.next()
  return at < 0.014 ? 'price' : at < 0.02 ? 'quantity' : ''
}

/** Invoices of a supplier: one to three deliveries each, in the order they came. */
const invoicesOf = (chance: Chance, supplier: number, items: readonly MadeItem[], receipts: readonly MadeLine[][]) => {
  const byId = new Map(items.map((item) => [item.id, item]))
  const made: MadeInvoice[] = []
  let at = 0
  while (at < receipts.length) {
    const several = receipts.slice(at, at + chance.one([1, 1, 1, 2, 3]))
    at += several.length
    const lines = several.flat()
    const fault = faultOf(chance)
    const drift = chance.next() < 0.1 ? chance.one([1.004, 0.995, 1.007]) : 1
    const plain = lines.map((each) => ({ item: each.item, quantity: each.quantity, net: each.net.times(drift) }))
    const billed = faulty(chance, fault, chance.next() < 0.5 ? merged(plain) : plain)
    const number = String(24_000_000 + supplier * 10_000 + at)
    const written = billed
      .flatMap((each) => splitSometimes(chance, each))
      .flatMap((each, index) => {
        const item = byId.get(each.item)
        return item === undefined ? [] : [lineOf(chance, item, each, `${number}/${index}`)]
      })
    made.push({
      supplier,
      day: Math.max(...lines.map((each) => each.day)) + 2,
      number,
      lines: written,
      remark: chance.next() < 0.2 ? `入库单 ${[...new Set(lines.map((each) => each.receipt))].join('、')}` : null,
      truth: new Map(lines.map((each) => [each.line, each.quantity])),
      fault,
    })
  }
  return made
}

/** A delivery invoiced in two invoices. */
const halved = (invoice: MadeInvoice): MadeInvoice[] => {
  const [line] = invoice.lines
  const [entry] = invoice.truth
  const isSimple = invoice.lines.length === 1 && invoice.truth.size === 1 && invoice.fault === ''
  if (!isSimple || line?.quantity === undefined || line.quantity === null || line.quantity.lt(4) || entry === undefined)
    return [invoice]
  const first = line.quantity.div(2).floor()
  const net = cents(line.net.times(first).div(line.quantity))
  const part = (quantity: Decimal, amount: Decimal, suffix: string): MadeInvoice => ({
    ...invoice,
    number: `${invoice.number}${suffix}`,
    lines: [{ ...line, id: `${line.id}${suffix}`, quantity, net: amount, tax: cents(amount.times(0.13)) }],
    truth: new Map([[entry[0], quantity]]),
  })
  return [part(first, net, 'A'), part(line.quantity.minus(first), line.net.minus(net), 'B')]
}

/** A noisy set of so many invoices with the receipts they are for: the same for the same seed. */
export const noisyInvoices = (count: number, seed: number): { received: MadeLine[]; invoices: MadeInvoice[] } => {
  const chance = chanceFrom(seed)
  const received: MadeLine[] = []
  const invoices: MadeInvoice[] = []
  for (let supplier = 1; invoices.length < count; supplier += 1) {
    const items = itemsOf(chance, supplier)
    const receipts = receiptsOf(chance, supplier, items, 40)
    received.push(...receipts.flat())
    for (const invoice of invoicesOf(chance, supplier, items, receipts)) {
      invoices.push(...(chance.next() < 0.25 ? halved(invoice) : [invoice]))
      if (chance.next() < 0.008) invoices.push({ ...invoice, fault: 'duplicate' })
    }
  }
  return { received, invoices: invoices.slice(0, count) }
}
