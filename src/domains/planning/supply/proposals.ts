import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { bestOffer } from '../../purchasing/index.ts'
import type { Offer } from '../../purchasing/index.ts'
import { readOffers } from '../../purchasing/server.ts'
import { reasonOf, replenish } from '../rules/replenish.ts'
import type { DemandBasis, ItemHistory, Replenishment } from '../rules/replenish.ts'
import { methodNames } from '../rules/forecast/method.ts'
import { estimated, expectedWithin, predictDemand } from './predict-demand.ts'
import type { PredictedItem } from './predict-demand.ts'
import { readSold, readSupply } from './read-supply.ts'
import type { SuppliedItem } from './read-supply.ts'

/** How many days a purchase takes where neither a supplier nor the item says so. */
const usualLeadDays = 7

/** What to buy of an item, and of whom. */
export interface Proposal extends Replenishment {
  readonly of: SuppliedItem
  readonly history: ItemHistory
  readonly offer: Offer | undefined
  readonly supplierName: string | null
  readonly neededOn: CalendarDate
  readonly amount: Decimal | null
  readonly reason: string
}

export interface ProposalsAsked {
  readonly days: number
  readonly coverDays: number
  readonly category: string | null
  readonly items: readonly string[] | null
  readonly supplier: string | null
  readonly basis: DemandBasis
}

const supplierNames = async (work: Work, ids: readonly string[]) => {
  const rows = await work.tx.rows<{ id: string; name: string }>(
    `select id, name from party where company_id = $1 and id = any($2::uuid[])`,
    [work.company, ids],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Far enough for the longest lead time and cover that are usual. */
const monthsAhead = 12

const readPredicted = async (work: Work, today: CalendarDate, { items, category }: ProposalsAsked) => {
  const predicted = await predictDemand(work, today, { items, category, months: 36, horizon: monthsAhead })
  return new Map(predicted.map((one) => [one.item, one]))
}

const expectedOf = (
  predicted: PredictedItem | undefined,
  today: CalendarDate,
  days: number,
): ItemHistory['forecast'] => {
  if (predicted === undefined) return null
  const { forecast } = predicted
  const wape = forecast.errors?.wape ?? null
  return {
    days,
    expected: estimated(expectedWithin(forecast, today, days), 2),
    method: methodNames[forecast.method],
    wape: wape === null ? null : estimated(wape * 100, 1),
  }
}

/** Proposals for all items that are asked about, those that need nothing among them. */
export const readProposals = async (work: Work, today: CalendarDate, asked: ProposalsAsked): Promise<Proposal[]> => {
  const supply = await readSupply(work, { items: asked.items, category: asked.category })
  const items = supply.map((one) => one.item)
  const [predicted, sold, offers] = await Promise.all([
    asked.basis === 'forecast' ? readPredicted(work, today, asked) : new Map<string, PredictedItem>(),
    readSold(work, addDays(today, -asked.days), today),
    readOffers(work, items, today, asked.supplier),
  ])
  const names = await supplierNames(
    work,
    [...offers.values()].flatMap((own) => own.map((offer) => offer.supplier)),
  )
  return supply.flatMap((of) => {
    const own = offers.get(of.item) ?? []
    if (asked.supplier !== null && own.length === 0) return []
    const propose = (offer: Offer | undefined) => {
      const history: ItemHistory = {
        ...of,
        sold: sold.get(of.item) ?? zero,
        days: asked.days,
        coverDays: asked.coverDays,
        leadDays: offer?.leadDays ?? of.leadDays ?? usualLeadDays,
        forecast: expectedOf(
          predicted.get(of.item),
          today,
          (offer?.leadDays ?? of.leadDays ?? usualLeadDays) + asked.coverDays,
        ),
        minimumOrder: offer?.minimumOrder ?? null,
        orderMultiple: offer?.orderMultiple ?? null,
      }
      return { history, offer, replenishment: replenish(history) }
    }
    // Which offer is best depends on how much is bought, and how much on the offer's terms: the second look decides.
    const first = propose(bestOffer(own, null))
    const { history, offer, replenishment } = propose(bestOffer(own, first.replenishment.wanted))
    return [
      {
        ...replenishment,
        of,
        history,
        offer,
        supplierName: offer === undefined ? null : (names.get(offer.supplier) ?? null),
        neededOn: addDays(today, history.leadDays),
        amount: offer === undefined ? null : offer.price.times(replenishment.quantity),
        reason: reasonOf(history, replenishment),
      },
    ]
  })
}
