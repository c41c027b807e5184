import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { general } from '../../../ledgers/general/general.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { goodsMoved, trackedPart } from '../rules/kit-parts.ts'
import { dueTaxRole } from './goods-out.posting.ts'
import { retailRefund } from './retail-refund.ts'
import { retailSale } from './retail-sale.ts'

type Sale = PostingInput<typeof retailSale>
/** What a sale and a refund have in common. */
type Goods = Pick<PostingInput<typeof retailRefund>, 'lines' | 'lookup' | 'settings'> & {
  readonly warehouse: Id<'warehouse'>
}

/** Goods at cost, revenue, and VAT that is always due at the counter. */
function* overTheCounter({ lines, lookup, settings, warehouse }: Goods) {
  const role = dueTaxRole(settingsOf(settings).taxpayer)
  for (const line of lines) {
    for (const goods of goodsMoved(lookup, line.item, line.baseQuantity ?? line.quantity)) {
      yield stock.issue({ ...goods, line, from: warehouse, ...trackedPart(line, goods), against: 'costOfSales' })
    }
    const tax = line.tax ?? zero
    const net = line.net ?? zero
    if (!net.isZero()) yield general.credit({ line, role: 'revenue', amount: net, dimensions: { item: line.item } })
    if (!tax.isZero()) yield general.credit({ line, role, amount: tax })
  }
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
  const { header, tenders, lookup } = input
  yield* overTheCounter({ ...input, warehouse: header.warehouse })
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
    yield* overTheCounter({ ...input, warehouse: input.header.warehouse })
    for (const tender of input.tenders) {
      yield cash.receive({ line: tender, account: tender.cashAccount, amount: tender.amount })
    }
  },
  { negated: true },
)
