import type { CalendarDate } from '../../base/calendar-date.ts'
import { round, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import { allocate } from '../../base/money.ts'
import { choice, integer, json, money, quantity, ref, text } from '../../kernel/definition/field.ts'
import { defineLedger } from '../../kernel/definition/ledger.ts'
import type { LineBase } from '../../kernel/definition/record.ts'
import { within } from '../../kernel/posting/proposal.ts'
import type { Against, Proposal } from '../../kernel/posting/proposal.ts'
import { bin } from '../dimensions/bin.ts'
import { item, itemCategory } from '../dimensions/item.ts'
import { placeKinds, warehouse } from '../dimensions/place.ts'
import type { PlaceKind } from '../dimensions/place.ts'

/** 库存账: what is where, whose it is, and what it cost. */
export const stockLedger = defineLedger({
  name: 'stock',
  label: '库存账',
  entry: {
    item: ref(item, { label: '商品', required: true }),
    warehouse: ref(warehouse, { label: '仓库', required: true }),
    place: choice({ label: '位置', options: placeKinds, required: true }),
    /** Where in a warehouse that keeps bins; null is 未上架, and everywhere else. */
    bin: ref(bin, { label: '货位' }),
    lot: text({ label: '批号' }),
    serialNumber: text({ label: '序列号' }),
    owner: text({ label: '货主' }),
    quantity: quantity({ label: '数量', required: true }),
    /** How many of the item's second unit that is, where both are kept (浮动换算). */
    secondQuantity: quantity({ label: '辅数量' }),
    amount: money({ label: '金额', required: true, sensitive: true }),
    /** Internal mark-up beside the amount (rule 17); the control account holds both. */
    markup: money({ label: '内部加价', english: 'Internal mark-up', required: true, sensitive: true }),
    /** Where that stands, if not on 商品进销差价: the difference of goods at standard cost stands on 材料成本差异. */
    markupRole: text({ label: '加价科目用途', english: 'Role of the mark-up' }),
    /** What goods were moved in at, where a price was set (异价调拨). */
    worth: money({ label: '调入金额', english: 'Moved in at', sensitive: true }),
    /** What was asked of a return or a change of value, where stock could carry less. */
    asked: money({ label: '应计金额', sensitive: true }),
    /** How the entry takes part in its pool's chain: a movement, a given correction of one, a difference found by replay. */
    kind: choice({
      label: '种类',
      options: {
        receive: '入库',
        takeIn: '带成本入库',
        issue: '出库',
        giveBack: '退货',
        takeBack: '冲回',
        revalue: '价值调整',
        given: '到价',
        difference: '成本差异',
        carryOut: '转出重计',
        carryIn: '转入重计',
        reprice: '标准成本调整',
      },
      required: true,
    }),
    pool: text({ label: '成本池', required: true }),
    sequence: integer({ label: '顺序', required: true }),
    // Entries are never deleted, so one that was named when it was there need not be looked up again for every row.
    sourceEntry: ref({ name: 'stockEntry', label: '来源分录' }, { label: '来源分录', unchecked: true }),
    /** Where in the source's goods this entry begins: what earlier returns of the same source took lies before. */
    sourceOffset: quantity({ label: '来源起点' }),
    /** How much of the source became these goods: an assembly or disassembly, whose goods are others than those they came of. */
    sourceQuantity: quantity({ label: '来源数量' }),
    corrects: ref({ name: 'stockEntry', label: '更正分录' }, { label: '更正分录', unchecked: true }),
    slices: json({ label: '成本层' }),
    /** The method that ends with goods carried out, or begins with goods carried in. */
    costMethod: text({ label: '计价方法' }),
    /** The category that goods carried out leave, or goods carried in join, where that changes. */
    category: ref(itemCategory, { label: '商品分类', unchecked: true }),
  },
  balance: { key: ['item', 'warehouse', 'place'], sums: ['quantity', 'secondQuantity'] },
  indexes: [
    ['item', 'date'],
    ['pool', 'date', 'sequence'],
    { columns: ['corrects'], where: 'corrects is not null' },
    // A chain is read with what corrected it: few rows among very many.
    { columns: ['pool', 'date'], where: 'corrects is not null or negates is not null' },
    { columns: ['sourceEntry'], where: 'source_entry is not null' },
    ['lineId'],
    { columns: ['item', 'lot'], where: 'lot is not null' },
  ],
})

/** What a receipt tells of the lot that it brings. */
export interface NewLot {
  readonly producedOn: CalendarDate | null
  readonly expiresOn: CalendarDate | null
  readonly supplierLot: string | null
  readonly supplier: Id<'party'> | null
}

/** Goods or their value, moving: positive into the place, negative out of it. */
export interface StockProposal extends Proposal {
  readonly ledger: 'stock'
  readonly item: Id<'item'>
  readonly warehouse: Id<'warehouse'>
  readonly place: PlaceKind
  /** In the base unit; zero for a change of value alone. */
  readonly quantity: Decimal
  /** The cost where it is given; null where the method finds it. Carries the quantity's sign. */
  readonly amount: Decimal | null
  readonly against: Against
  /** The source line whose stock entry this follows (return, late price); the line's own source unless told. */
  readonly follows?: Id<'line'> | undefined
  /** Takes the slices that another proposal of the same posting gave up: the in of a transfer. */
  readonly pair?: 'out' | 'in'
  /** A name for goods that leave, by which others of the posting say that they are made of them. */
  readonly link?: string
  /** Made of other goods of the posting: of which, and of what stretch of their quantity. */
  readonly converts?: { readonly link: string; readonly offset: Decimal; readonly quantity: Decimal }
  /** What goods are moved in at; what it says above their cost is internal mark-up (rule 17). */
  readonly worth?: Decimal | null
  /** What stock cannot carry of a return or a late price stands against this role. */
  readonly remainder?: string
  readonly lot?: string | null | undefined
  /** The units that move, where each has a number of its own. */
  readonly serials?: readonly string[] | undefined
  /** How many of the item's second unit move; carries the quantity's sign. */
  readonly secondQuantity?: Decimal | null | undefined
  /** What is known of a lot that is named for the first time. */
  readonly newLot?: NewLot | undefined
  /** Goods that may not be sold or used leave all the same: scrap, a loss found by a count. */
  readonly evenUnfit?: boolean | undefined
  /** Where in a warehouse that keeps bins: whence they are taken, or where they are put. */
  readonly bin?: Id<'bin'> | null | undefined
  /** What the line calls that bin, where it is not simply its own. */
  readonly binField?: 'bin' | 'toBin'
  /** The bin is said, and none means what is not put away (移库): nothing is proposed. */
  readonly exactBins?: boolean | undefined
  /** Whose goods they are, where they are not ours. */
  readonly owner?: Id<'party'> | null | undefined
  /** The category by which the goods' account is found, where it is not the item's own. */
  readonly category?: Id<'itemCategory'> | null
}

/** Which of the item's goods move: what tracked items need of every movement (`trackedOf` a line). */
export type TrackedGoods = Pick<StockProposal, 'lot' | 'serials' | 'secondQuantity' | 'newLot' | 'bin'>

interface Goods extends TrackedGoods {
  readonly line: LineBase | null
  readonly item: Id<'item'>
  readonly quantity: Decimal
  readonly place?: PlaceKind
  readonly evenUnfit?: boolean
  readonly exactBins?: boolean
  readonly owner?: Id<'party'> | null
  readonly follows?: Id<'line'>
}

const secondOf = (second: Decimal | null | undefined, quantity: Decimal): Decimal | null =>
  second === null || second === undefined || quantity.isZero()
    ? null
    : quantity.isNegative()
      ? second.abs().neg()
      : second.abs()

const proposal = (
  goods: Goods,
  warehouseId: Id<'warehouse'>,
  rest: Pick<StockProposal, 'quantity' | 'amount' | 'against'> & Partial<StockProposal>,
): StockProposal => ({
  ledger: 'stock',
  line: goods.line,
  item: goods.item,
  warehouse: warehouseId,
  place: goods.place ?? 'onHand',
  lot: goods.lot ?? null,
  serials: goods.serials,
  secondQuantity: secondOf(goods.secondQuantity, rest.quantity),
  newLot: goods.newLot,
  bin: goods.bin ?? null,
  exactBins: goods.exactBins,
  evenUnfit: goods.evenUnfit,
  owner: goods.owner ?? null,
  follows: goods.follows,
  ...rest,
})

/** Goods in at a given cost, e.g. a purchase receipt at net price. */
const receive = (
  goods: Goods & {
    readonly to: Id<'warehouse'>
    readonly amount: Decimal
    readonly against: Against
    readonly remainder?: string
    /** What they stand at with the internal mark-up that they carry already (期初). */
    readonly worth?: Decimal | null
  },
): StockProposal =>
  proposal(goods, goods.to, {
    worth: goods.worth ?? null,
    quantity: goods.quantity,
    amount: goods.amount,
    against: goods.against,
    remainder: goods.remainder ?? 'purchaseReturnDifference',
  })

/** Goods out at the cost that the method finds. Negated (a sales return) they come back at the cost they left at. */
const issue = (goods: Goods & { readonly from: Id<'warehouse'>; readonly against: Against }): StockProposal =>
  proposal(goods, goods.from, { quantity: goods.quantity.neg(), amount: null, against: goods.against })

/** From one place to another at cost: two entries, one against the other. A `worth` is what they are moved in at (异价调拨). */
const transfer = (
  goods: Goods & {
    readonly from: Id<'warehouse'>
    readonly to: Id<'warehouse'>
    readonly toPlace?: PlaceKind
    readonly toBin?: Id<'bin'> | null
    /** What the line calls that bin. */
    readonly binField?: 'bin' | 'toBin'
    readonly worth?: Decimal | null
  },
): readonly StockProposal[] => [
  proposal(goods, goods.from, { quantity: goods.quantity.neg(), amount: null, against: within, pair: 'out' }),
  proposal(goods, goods.to, {
    quantity: goods.quantity,
    amount: null,
    against: within,
    pair: 'in',
    place: goods.toPlace ?? goods.place ?? 'onHand',
    bin: goods.toBin ?? null,
    binField: goods.binField ?? 'toBin',
    worth: goods.worth ?? null,
  }),
]

/** A change of value without goods: a late price or landed cost of a receipt (`follows`), or a cost adjustment. */
const revalue = (goods: {
  readonly line: LineBase
  readonly item: Id<'item'>
  readonly warehouse: Id<'warehouse'>
  readonly amount: Decimal
  readonly against: Against
  readonly follows?: Id<'line'>
  readonly remainder?: string
}): StockProposal =>
  proposal({ ...goods, quantity: zero }, goods.warehouse, {
    quantity: zero,
    amount: goods.amount,
    against: goods.against,
    remainder: goods.remainder ?? 'costOfSales',
  })

/** Goods that become others, or that others become. */
export interface ConvertedGoods extends TrackedGoods {
  readonly line: LineBase | null
  readonly item: Id<'item'>
  readonly quantity: Decimal
  readonly warehouse: Id<'warehouse'>
}

/** A product with its part in the cost of what it is made of, and what is added to it. */
export interface MadeGoods extends ConvertedGoods {
  readonly weight: Decimal
  readonly fee: Decimal
}

/** What of a source goes to each product: stretches of its quantity by weight, side by side. */
const stretches = (whole: Decimal, weights: readonly Decimal[]) => {
  const sum = weights.reduce((total, weight) => total.plus(weight), zero)
  const ends = weights.map((_weight, index) =>
    round(whole.times(weights.slice(0, index + 1).reduce((total, weight) => total.plus(weight), zero)).div(sum), 6),
  )
  return ends.map((end, index) => ({ offset: ends[index - 1] ?? zero, quantity: end.minus(ends[index - 1] ?? zero) }))
}

/** One product: what it is made of comes together where goods are assembled, the fee is added, and it leaves there whole. */
const made = (
  product: MadeGoods,
  parts: readonly {
    readonly line: LineBase | null
    readonly link: string
    readonly offset: Decimal
    readonly quantity: Decimal
  }[],
): StockProposal[] => {
  const goods = { item: product.item, lot: product.lot ?? null, place: 'assembling' as const }
  const quantities = allocate(
    product.quantity,
    parts.map(() => 1),
    6,
  )
  const put = parts.map(({ line, ...converts }, index) =>
    proposal({ ...goods, line: line ?? product.line, quantity: zero }, product.warehouse, {
      quantity: quantities[index] ?? zero,
      amount: null,
      against: within,
      pair: 'in',
      converts,
    }),
  )
  const fee = product.fee.isZero()
    ? []
    : [
        proposal({ ...goods, line: null, quantity: zero }, product.warehouse, {
          quantity: zero,
          amount: product.fee,
          against: within,
          remainder: 'costOfSales',
        }),
      ]
  return [
    ...put,
    ...fee,
    proposal({ ...goods, line: null, quantity: zero }, product.warehouse, {
      quantity: product.quantity.neg(),
      amount: null,
      against: within,
      pair: 'out',
    }),
    proposal({ ...product }, product.warehouse, {
      quantity: product.quantity,
      amount: null,
      against: within,
      pair: 'in',
    }),
  ]
}

/**
 * Goods become other goods, 组装 and 拆卸: each product takes its part of the cost of everything that it is made of, by
 * weight, to the cent, with what is added to it; later changes of that cost reach it. At least one weight is above zero.
 */
const convert = (sources: readonly ConvertedGoods[], products: readonly MadeGoods[]): readonly StockProposal[] => {
  const weights = products.map((product) => product.weight)
  const parts = sources.map((source, index) => ({
    line: source.line,
    link: String(index),
    shares: stretches(source.quantity, weights),
  }))
  return [
    ...sources.map((source, index) =>
      proposal(source, source.warehouse, {
        quantity: source.quantity.neg(),
        amount: null,
        against: within,
        pair: 'out',
        link: String(index),
      }),
    ),
    ...products.flatMap((product, at) =>
      made(
        product,
        parts.map(({ line, link, shares }) => ({
          line,
          link,
          ...(shares[at] ?? { offset: zero, quantity: zero }),
        })),
      ),
    ),
  ]
}

export const stock = { receive, issue, transfer, revalue, convert }
