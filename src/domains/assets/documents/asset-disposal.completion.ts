import { zero } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { previous } from '../../../base/period.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import { readHistories } from '../cards/read-histories.ts'
import { chargeIn, sharesOf, worthIn } from '../rules/card-history.ts'
import type { CardHistory } from '../rules/card-history.ts'
import { assetDisposal } from './asset-disposal.ts'

type Disposal = WrittenDraft<typeof assetDisposal>

/**
 * What a card is worth as it leaves: with the charge of its last month, which is the month of disposal for a fixed asset and
 * the one before for an intangible (rule 24), where that was not charged yet.
 */
export const leavingWorth = (history: CardHistory, date: CalendarDate) => {
  const felt = effectivePeriod(history.sort, date)
  const last = previous(felt)
  const charge = history.charges.has(last) ? null : chargeIn(history, last)
  const amount = charge?.amount ?? zero
  const worth = worthIn(history, felt)
  const charges =
    charge === null
      ? []
      : sharesOf(charge.terms, amount)
          .filter((share) => !share.amount.isZero())
          .map((share) => ({
            asset: history.asset as Id<'assetCard'>,
            department: share.department as Id<'department'> | null,
            account: share.account as Id<'account'> | null,
            amount: share.amount,
          }))
  return {
    charges,
    quantity: worth.quantity,
    value: worth.value,
    depreciation: worth.depreciation.plus(amount),
    impairment: worth.impairment,
    worth: worth.net.minus(amount),
  }
}

const completed = async (work: Work, draft: Disposal): Promise<Disposal> => {
  const { header, tables } = draft
  const { date } = header
  const assets = tables.lines.flatMap((line) => (line.asset ? [line.asset] : []))
  if (!date || assets.length === 0) return draft
  const histories = await readHistories(work, { assets, without: header.id })
  const worths = new Map(histories.map((history) => [history.asset, leavingWorth(history, date)]))
  return {
    header,
    tables: {
      lines: tables.lines.map((line) => {
        const found = line.asset ? worths.get(line.asset) : undefined
        if (found === undefined) return line
        const { charges: _charges, ...worth } = found
        return { ...line, ...worth }
      }),
      charges: assets
        .flatMap((asset) => worths.get(asset)?.charges ?? [])
        .map((charge, index) => ({ ...charge, id: newId<'line'>(), lineNo: index + 1, source: null })),
    },
  }
}

export const completeAssetDisposal = defineCompletion(assetDisposal, (drafts, work) =>
  Promise.all(drafts.map((draft) => completed(work, draft))),
)
