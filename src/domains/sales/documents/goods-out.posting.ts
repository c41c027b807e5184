import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { owedOf } from '../../../ledgers/document-currency.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import type { PlaceKind } from '../../../ledgers/dimensions/place.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { goodsMoved, trackedPart } from '../rules/kit-parts.ts'
import type { saleTrack } from '../pricing/sale-fields.ts'
import { dueTaxRole } from './due-tax-role.ts'
import { giftOut } from './gift-out.posting.ts'
import type { salesDelivery } from './sales-delivery.ts'

type Input = PostingInput<typeof salesDelivery>

/** A line of goods that leave us (or, negated, come back), and what was agreed of it. */
export interface GoodsOut extends Pick<Input, 'settings' | 'lookup'> {
  readonly line: Omit<Input['lines'][number], 'pendingTax' | 'warehouse' | keyof typeof saleTrack>
  readonly net: Decimal
  readonly tax: Decimal
  readonly customer: Id<'party'>
  /** In what it is sold. */
  readonly sold: Pick<Input['header'], 'currency' | 'rate'>
  readonly warehouse: Id<'warehouse'>
  /** Where the goods are as they are sold; on hand unless told. */
  readonly place?: PlaceKind
  readonly due: CalendarDate | null
  readonly basis: 'delivery' | 'invoice'
  /** What of the tax is not due yet; small-scale taxpayers never have it pending. */
  readonly pending: Decimal
  /** Nothing on the sheet is paid for, so that its gifts are deemed sales and no discount (rule 4). */
  readonly giftsOnly: boolean
  /** It will be negated: goods come back out of the place they were shipped to. */
  readonly isReturn: boolean
}

/** Wherever it was sold from, what comes back is on hand. */
const placeOf = ({ isReturn, place }: Pick<GoodsOut, 'isReturn'> & { readonly place?: PlaceKind | undefined }) =>
  isReturn ? ('onHand' as const) : (place ?? 'onHand')

/** What moves: the goods of the line, or the parts of a kit. */
const goodsOf = ({ line, warehouse, place, lookup, isReturn }: GoodsOut) =>
  goodsMoved(lookup, line.item, line.baseQuantity ?? line.quantity).map((goods) => ({
    ...goods,
    line,
    from: warehouse,
    place: placeOf({ isReturn, place }),
    ...trackedPart(line, goods),
  }))

/** Into the place of goods shipped; a return, which the kernel negates, is written as the way back turned round. */
const shipped = (out: GoodsOut) =>
  goodsOf(out).flatMap((moved) => {
    const goods = { ...moved, to: out.warehouse }
    return out.isReturn
      ? stock.transfer({ ...goods, quantity: goods.quantity.neg(), place: 'goodsShipped', toPlace: 'onHand' })
      : stock.transfer({ ...goods, toPlace: 'goodsShipped' })
  })

/** Goods at cost, and what the customer owes for them: the posting of one line of a delivery. */
export function* goodsOut(out: GoodsOut) {
  const { line, net, tax, pending, sold, lookup } = out
  const isService = out.lookup(item, line.item)?.isService === true
  if (line.isGift && out.giftsOnly && !isService) {
    return yield* giftOut({ ...out, place: placeOf(out) })
  }
  const role = dueTaxRole(settingsOf(out.settings).taxpayer)
  const due = tax.minus(pending)
  const charged = { line, party: out.customer, due: out.due }
  if (out.basis === 'invoice') {
    yield* shipped(out)
    if (!due.isZero()) yield party.charge({ ...charged, ...owedOf(sold, lookup, line, due), against: role })
    return undefined
  }
  for (const goods of goodsOf(out)) yield stock.issue({ ...goods, against: 'costOfSales' })
  const gross = net.plus(tax)
  const against = { revenue: net, [role]: due, outputVatPending: pending }
  if (!gross.isZero()) yield party.charge({ ...charged, ...owedOf(sold, lookup, line, gross), against })
  return undefined
}
