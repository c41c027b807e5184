import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { effectivePeriod } from '../../../ledgers/asset/asset-terms.ts'
import { readHistories } from '../cards/read-histories.ts'
import { standingIn, usedMonths, worthIn } from '../rules/card-history.ts'
import { assetSplit } from './asset-split.ts'

type Split = WrittenDraft<typeof assetSplit>

const sumOf = (parts: readonly { readonly base: Decimal; readonly residual: Decimal }[], name: 'base' | 'residual') =>
  parts.reduce((sum, part) => sum.plus(part[name]), zero)

/** Each part takes its share by cost, to the cent; the card keeps the rest. */
const completed = async (work: Work, draft: Split): Promise<Split> => {
  const { header, tables } = draft
  if (!header.asset || !header.date) return draft
  const [history] = await readHistories(work, { assets: [header.asset], without: header.id })
  if (history === undefined) return draft
  const felt = effectivePeriod(history.sort, header.date)
  const worth = worthIn(history, felt)
  const standing = standingIn(history, felt)
  if (standing === null || !worth.value.gt(zero)) return draft
  const { basis, index } = standing
  const used = usedMonths(history, felt)
  const lines = tables.lines.map((line) => {
    const share = (amount: Decimal) => cents(amount.times(line.value ?? zero).div(worth.value))
    return {
      ...line,
      depreciation: share(worth.depreciation),
      impairment: share(worth.impairment),
      base: share(basis.base),
      residual: share(basis.residual),
      months: basis.months,
      index,
      used,
    }
  })
  return {
    header: {
      ...header,
      restBase: basis.base.minus(sumOf(lines, 'base')),
      restResidual: basis.residual.minus(sumOf(lines, 'residual')),
      restMonths: basis.months,
      restIndex: index,
    },
    tables: { lines },
  }
}

export const completeAssetSplit = defineCompletion(assetSplit, (drafts, work) =>
  Promise.all(drafts.map((draft) => completed(work, draft))),
)
