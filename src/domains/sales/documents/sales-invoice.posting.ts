import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import type { DrawnShare, PostingInput } from '../../../kernel/posting/proposal.ts'
import { dropshipOrder } from '../../purchasing/index.ts'
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
    : { ...found.header, warehouse: found.line.warehouse ?? found.header.warehouse }
}

/** Sales that are revenue from their own day whatever the company's basis: of a consignee's list, or shipped straight from the supplier. */
const soldAtOnce = (line: Line, { source }: Input) =>
  (source(consignmentSettlement, line) ?? source(dropshipOrder, line))?.header

const taxRoleOf = ({ settings }: Input) => dueTaxRole(settingsOf(settings).taxpayer)

/**
 * Revenue stood with the delivery: VAT that waited falls due (what fell due before was moved on its own day), and only
 * what the invoice says otherwise is news.
 */
function* afterDelivery(input: Input, line: Line, share: DrawnShare) {
  const role = taxRoleOf(input)
  if (!share.taken.isZero()) {
    yield general.debit({ line, role: 'outputVatPending', amount: share.taken, against: role })
  }
  const gross = (line.gross ?? zero).minus(share.amount)
  const tax = (line.tax ?? zero).minus(share.part)
  const { customer, dueOn } = input.header
  if (!gross.isZero()) {
    const against = { revenue: gross.minus(tax), [role]: tax }
    yield party.charge({ line, party: customer, amount: gross, due: dueOn, against })
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
  yield* charge(input, line, share.part.minus(share.taken))
}

function* charge(input: Input, line: Line, charged = zero) {
  const tax = (line.tax ?? zero).minus(charged)
  const net = line.net ?? zero
  const amount = net.plus(tax)
  if (amount.isZero()) return
  const { customer, dueOn } = input.header
  const against = { revenue: net, [taxRoleOf(input)]: tax }
  yield party.charge({ line, party: customer, amount, due: dueOn, against })
}

/** The goods have not left: the invoice makes their VAT due, and owed (应收销项税额); revenue waits for them (rule 1). */
function* aheadOfGoods(input: Input, line: Line) {
  const amount = line.tax ?? zero
  const { customer, dueOn } = input.header
  if (!amount.isZero()) {
    yield party.charge({ line, party: customer, amount, due: dueOn, against: taxRoleOf(input) })
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
      if (delivered?.receivableBasis === 'invoice' && share !== undefined) {
        yield* onInvoice(input, line, delivered, share)
      } else if ((delivered ?? soldAtOnce(line, input)) !== undefined && share !== undefined) {
        yield* afterDelivery(input, line, share)
      } else if (input.source(salesOrder, line) !== undefined) yield* aheadOfGoods(input, line)
      else yield* charge(input, line)
    }
  },
  { negated: ({ header }) => header.isRed === true },
)
