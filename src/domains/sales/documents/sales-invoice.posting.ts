import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { DrawnShare, PostingInput } from '../../../kernel/posting/proposal.ts'
import { dropshipOrder } from '../../purchasing/index.ts'
import { owedIn, owedOf } from '../../../ledgers/document-currency.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { dueTaxRole } from './due-tax-role.ts'
import { goodsMoved, trackedPart } from '../rules/kit-parts.ts'
import { consignmentSettlement } from './consignment-settlement.ts'
import { salesDelivery } from './sales-delivery.ts'
import { salesInvoice } from './sales-invoice.ts'
import { salesOrder } from './sales-order.ts'
import { salesReturn } from './sales-return.ts'

type Input = PostingInput<typeof salesInvoice>
type Line = Input['lines'][number]
type Delivered = NonNullable<ReturnType<typeof deliveredBy>>

/** The delivery or return that a line is invoiced from, with the warehouse that its own line named. */
const deliveredBy = (line: Line, { source }: Input) => {
  const found = source(salesDelivery, line) ?? source(salesReturn, line)
  return found === undefined
    ? undefined
    : { ...found.header, line: found.line, warehouse: found.line.warehouse ?? found.header.warehouse }
}

/** Sales that are revenue from their own day whatever the company's basis: of a consignee's list, or shipped straight from the supplier. */
const soldAtOnce = (line: Line, { source }: Input) => {
  const found = source(consignmentSettlement, line) ?? source(dropshipOrder, line)
  return found === undefined ? undefined : { ...found.header, line: found.line }
}

/** Of what was owed since the goods left: in what, at which rate, and how much. */
type Sold = Pick<
  NonNullable<ReturnType<typeof deliveredBy> | ReturnType<typeof soldAtOnce>>,
  'currency' | 'rate' | 'line'
>

/**
 * What the invoice charges otherwise than was owed. In a foreign currency what is owed stands at the rate it was sold at, and
 * only an amount that differs in that currency is news: the invoice's own rate makes its VAT, and no revenue.
 */
const differenceOf = (line: Line, share: DrawnShare, sold: Sold) => {
  if (sold.rate === null) return { book: (line.gross ?? zero).minus(share.amount), known: null }
  const { currencyGross, baseQuantity, quantity } = sold.line
  const owed = cents((currencyGross ?? zero).times(share.quantity).div(baseQuantity ?? quantity))
  const known = (line.currencyGross ?? zero).minus(owed)
  return { book: cents(known.times(sold.rate)), known }
}

const taxRoleOf = ({ settings }: Input) => dueTaxRole(settingsOf(settings).taxpayer)

/**
 * Revenue stood with the delivery: VAT that waited falls due (what fell due before was moved on its own day), and only
 * what the invoice says otherwise is news.
 */
function* afterDelivery(input: Input, line: Line, share: DrawnShare, sold: Sold) {
  const role = taxRoleOf(input)
  if (!share.taken.isZero()) {
    yield general.debit({ line, role: 'outputVatPending', amount: share.taken, against: role })
  }
  const { book: gross, known } = differenceOf(line, share, sold)
  const tax = (line.tax ?? zero).minus(share.part)
  const { customer, dueOn } = input.header
  if (!gross.isZero()) {
    const against = { revenue: gross.minus(tax), [role]: tax }
    yield party.charge({ line, party: customer, ...owedIn(sold, input.lookup, gross, known), due: dueOn, against })
  } else if (!tax.isZero()) {
    yield general.credit({ line, role, amount: tax, against: 'revenue' })
  }
}

/** Revenue waited for the invoice: the goods shipped become cost of sales, and what is not owed yet is owed. */
function* onInvoice(input: Input, line: Line, delivered: Delivered, share: DrawnShare) {
  for (const goods of goodsMoved(input.lookup, line.item, line.baseQuantity ?? line.quantity)) {
    yield stock.issue({
      ...goods,
      ...trackedPart(line, goods),
      line,
      from: delivered.warehouse,
      place: 'goodsShipped',
      against: 'costOfSales',
    })
  }
  // VAT that fell due before the invoice is owed already.
  yield* charge(input, line, share.part.minus(share.taken), delivered.rate)
}

function* charge(input: Input, line: Line, charged = zero, chargedAt: Decimal | null = null) {
  const tax = (line.tax ?? zero).minus(charged)
  const net = line.net ?? zero
  const amount = net.plus(tax)
  if (amount.isZero()) return
  const { customer, dueOn } = input.header
  const against = { revenue: net, [taxRoleOf(input)]: tax }
  const before = chargedAt === null ? zero : cents(charged.div(chargedAt))
  const known = line.currencyGross?.minus(before)
  const owed = owedIn(input.header, input.lookup, amount, known)
  yield party.charge({ line, party: customer, ...owed, due: dueOn, against })
}

/** The goods have not left: the invoice makes their VAT due, and owed (应收销项税额); revenue waits for them (rule 1). */
function* aheadOfGoods(input: Input, line: Line) {
  const amount = line.tax ?? zero
  const { customer, dueOn } = input.header
  if (!amount.isZero()) {
    const owed = owedOf(input.header, input.lookup, line, amount)
    yield party.charge({ line, party: customer, ...owed, due: dueOn, against: taxRoleOf(input) })
  }
}

/**
 * An invoice makes VAT due. Whether it also makes revenue is what the delivery was posted under. A red invoice is the
 * same, negated.
 */
export const postSalesInvoice = definePosting(
  salesInvoice,
  function* (input) {
    for (const line of input.lines) {
      const delivered = deliveredBy(line, input)
      const share = input.drawn(line)
      const sold = delivered ?? soldAtOnce(line, input)
      if (delivered?.receivableBasis === 'invoice' && share !== undefined) {
        yield* onInvoice(input, line, delivered, share)
      } else if (sold !== undefined && share !== undefined) {
        yield* afterDelivery(input, line, share, sold)
      } else if (input.source(salesOrder, line) !== undefined) yield* aheadOfGoods(input, line)
      else yield* charge(input, line)
    }
  },
  { negated: ({ header }) => header.isRed === true },
)
