import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadReferences } from '../../../kernel/documents/lookup.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { item, ratePercent, ratioOf, taxRate } from '../../../ledgers/dimensions/item.ts'
import { requestBudget } from '../budgets/request-budget.ts'
import { readOffers } from '../offers/read-offers.ts'
import { bestOffer } from '../rules/best-offer.ts'
import { asLinePrice } from '../rules/line-price.ts'
import { purchaseRequest } from './purchase-request.ts'

type Request = WrittenDraft<typeof purchaseRequest>
type Line = Request['tables']['lines'][number]

const itemsOf = (lines: readonly Line[]) => lines.flatMap((line) => (line.item ? [line.item] : []))

const lookupOf = (work: Work, lines: readonly Line[]) =>
  loadReferences(
    work,
    lines.map((values) => ({ fields: purchaseRequest.tables.lines.fields, values })),
  )

/** Lines with an estimate: of the suggested supplier where there is one, of the best otherwise. */
const estimated = async (work: Work, lines: readonly Line[], on: CalendarDate): Promise<Line[]> => {
  const lacking = lines.filter((line) => line.item && !line.price)
  const [offers, lookup] = await Promise.all([readOffers(work, itemsOf(lacking), on), lookupOf(work, lines)])
  return lines.map((line) => {
    const record = lookup(item, line.item)
    if (record === undefined || line.price) return line
    const own = (offers.get(record.id) ?? []).filter((offer) => !line.supplier || offer.supplier === line.supplier)
    const best = bestOffer(own, line.baseQuantity ?? null)
    const ratio = ratioOf(record, line.unit)
    if (best === undefined || ratio === undefined) return line
    const rate = ratePercent(lookup(taxRate, record.taxRate))
    const price = asLinePrice(best.price, { ratio, taxRate: rate, includesTax: true })
    return { ...line, price, amount: cents((line.quantity ?? zero).times(price)) }
  })
}

/** What the budget of the month says of a request. */
const budgeted = async (work: Work, { header }: Request, lines: readonly Line[], on: CalendarDate) => {
  const lookup = await lookupOf(work, lines)
  return requestBudget(work, {
    request: header.id ?? null,
    department: header.department ?? null,
    on,
    asked: lines.map((line) => ({
      category: lookup(item, line.item)?.category ?? null,
      amount: line.amount ?? zero,
    })),
  })
}

const completed = async (work: Work, draft: Request): Promise<Request> => {
  const on = draft.header.date ?? work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const lines = await estimated(work, draft.tables.lines, on)
  return {
    header: { ...draft.header, ...(await budgeted(work, draft, lines, on)) },
    tables: { ...draft.tables, lines },
  }
}

/** Estimates where nobody typed one, and whether the department's budget of the month still holds it. */
export const completePurchaseRequest = defineCompletion(purchaseRequest, (drafts, work) =>
  Promise.all(drafts.map((draft) => completed(work, draft))),
)
