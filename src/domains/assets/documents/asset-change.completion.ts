import { monthOf } from '../../../base/calendar-date.ts'
import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { newId } from '../../../base/id.ts'
import type { Id } from '../../../base/id.ts'
import { next } from '../../../base/period.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import type { AssetTerms, ExpenseShare } from '../../../ledgers/asset/asset-terms.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import { readHistories } from '../cards/read-histories.ts'
import { termsIn } from '../rules/card-history.ts'
import { assetChange } from './asset-change.ts'

type Change = WrittenDraft<typeof assetChange>

const departmentOf = (share: ExpenseShare | undefined) => (share?.department ?? null) as Id<'department'> | null
const accountOf = (share: ExpenseShare | undefined) => (share?.account ?? null) as Id<'account'> | null

/** Who bears the expense: as typed, else as before. */
const borne = ({ header, tables }: Change, terms: AssetTerms) => {
  const isSaid = tables.lines.length > 0 || (header.department ?? null) !== null
  const single = terms.shares.length === 1 ? terms.shares[0] : undefined
  const expenseAccount = header.expenseAccount ?? accountOf(single)
  if (isSaid) return { header: { expenseAccount }, lines: tables.lines }
  if (single !== undefined) return { header: { expenseAccount, department: departmentOf(single) }, lines: [] }
  const lines = terms.shares.flatMap((share, index) => {
    const department = departmentOf(share)
    const given = { percent: decimal(share.percent), expenseAccount: accountOf(share) }
    const place = { id: newId<'line'>(), lineNo: index + 1, source: null }
    return department === null ? [] : [{ ...given, ...place, department }]
  })
  return { header: { expenseAccount }, lines }
}

const differs = (typed: Decimal | null | undefined, before: string | null) =>
  (typed ?? null) !== null && !typed?.eq(decimal(before ?? '0'))

/** What was not typed stays as it was; where only who bears it changes, the schedule goes on. */
const completed = async (work: Work, draft: Change): Promise<Change> => {
  const { header, tables } = draft
  if (!header.asset || !header.date) return draft
  const [history] = await readHistories(work, { assets: [header.asset], without: header.id })
  if (history === undefined) return draft
  // A card that was bought this month has terms from the next on.
  const felt = effectivePeriod(history.sort, header.date)
  const terms = termsIn(history, felt) ?? termsIn(history, next(monthOf(header.date)))
  if (terms === null) return draft
  const isRestart =
    !(header.valueChange ?? zero).isZero() ||
    (header.method ?? terms.method) !== terms.method ||
    (header.lifeMonths ?? terms.life) !== terms.life ||
    differs(header.residualPercent, terms.residualPercent) ||
    differs(header.totalUsage, terms.totalUsage)
  const { header: bearing, lines } = borne(draft, terms)
  return {
    header: {
      ...header,
      ...bearing,
      method: header.method ?? terms.method,
      lifeMonths: header.lifeMonths ?? terms.life,
      residualPercent: header.residualPercent ?? decimal(terms.residualPercent),
      totalUsage: header.totalUsage ?? (terms.totalUsage === null ? null : decimal(terms.totalUsage)),
      keepsSchedule: !isRestart,
    },
    tables: { ...tables, lines },
  }
}

export const completeAssetChange = defineCompletion(assetChange, (drafts, work) =>
  Promise.all(drafts.map((draft) => completed(work, draft))),
)
