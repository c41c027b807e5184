import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { general } from '../../../ledgers/general/general.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { goodsMoved, trackedPart } from '../rules/kit-parts.ts'
import { dueTaxRole } from './due-tax-role.ts'
import { giftOut, isGiftsOnly, wasGiftsOnly } from './gift-out.posting.ts'
import { retailRefund } from './retail-refund.ts'
import { retailSale } from './retail-sale.ts'

type Sale = PostingInput<typeof retailSale>
type Refund = PostingInput<typeof retailRefund>

/** What a sale and a refund have in common. */
type Goods = Pick<Refund, 'lookup' | 'settings'> & { readonly warehouse: Id<'warehouse'> }

/** A line at cost, revenue, and VAT that is always due at the counter; a gift on a receipt of gifts alone is a deemed sale. */
function* overTheCounter(line: Refund['lines'][number], giftsOnly: boolean, goods: Goods) {
  const { lookup, settings, warehouse } = goods
  const isService = lookup(item, line.item)?.isService === true
  if (line.isGift && giftsOnly && !isService) return yield* giftOut({ line, ...goods })
  for (const moved of goodsMoved(lookup, line.item, line.baseQuantity ?? line.quantity)) {
    yield stock.issue({ ...moved, line, from: warehouse, ...trackedPart(line, moved), against: 'costOfSales' })
  }
  const role = dueTaxRole(settingsOf(settings).taxpayer)
  const tax = line.tax ?? zero
  const net = line.net ?? zero
  if (!net.isZero()) yield general.credit({ line, role: 'revenue', amount: net, dimensions: { item: line.item } })
  if (!tax.isZero()) yield general.credit({ line, role, amount: tax })
  return undefined
}

/** What each account really got: change is given out of the cash. */
export const received = (
  tenders: Sale['tenders'],
  change: Decimal,
  isCash: (account: Id<'cashAccount'>) => boolean,
): { readonly tender: Sale['tenders'][number]; readonly amount: Decimal }[] => {
  let left = change
  return tenders.flatMap((tender) => {
    if (!isCash(tender.cashAccount) || left.isZero()) return [{ tender, amount: tender.amount }]
    const given = left.gt(tender.amount) ? tender.amount : left
    left = left.minus(given)
    const amount = tender.amount.minus(given)
    return amount.isZero() ? [] : [{ tender, amount }]
  })
}

/** A delivery and its collection in one: money in, what is rounded off given, against revenue and VAT. */
export const postRetailSale = definePosting(retailSale, function* (input) {
  const { header, lines, tenders, lookup, settings } = input
  const goods = { lookup, settings, warehouse: header.warehouse }
  for (const line of lines) yield* overTheCounter(line, isGiftsOnly(input), goods)
  const isCash = (account: Id<'cashAccount'>) => lookup(cashAccount, account)?.kind === 'cash'
  for (const { tender, amount } of received(tenders, header.change ?? zero, isCash)) {
    yield cash.receive({ line: tender, account: tender.cashAccount, amount })
  }
  const roundedOff = header.roundedOff ?? zero
  if (!roundedOff.isZero()) yield general.debit({ line: null, role: 'roundingOff', amount: roundedOff })
})

/** A sale taken back, at the cost it left at; the kernel turns the sign. */
export const postRetailRefund = definePosting(
  retailRefund,
  function* (input) {
    const { header, lines, lookup, settings, source } = input
    const goods = { lookup, settings, warehouse: header.warehouse }
    for (const line of lines) {
      yield* overTheCounter(line, wasGiftsOnly(source(retailSale, line)?.header, input), goods)
    }
    for (const tender of input.tenders) {
      yield cash.receive({ line: tender, account: tender.cashAccount, amount: tender.amount })
    }
  },
  { negated: true },
)
