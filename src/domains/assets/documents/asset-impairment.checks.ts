import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { sortOf } from '../rules/terms-of-card.ts'
import { repeatedCards } from './asset-cards.checks.ts'
import { assetImpairment } from './asset-impairment.ts'

/** 小企业 make no provisions: what is lost is lost when it is disposed of (小企业会计准则 第六条; rule 21). */
export const checkAssetImpairment = defineCheck(assetImpairment, async (input, work) => {
  if (settingsOf(work.settings).standard !== 'enterprise')
    return [
      fieldProblem(
        'lines.0.amount',
        '小企业会计准则不计提资产减值准备；资产损失在处置时确认，请用资产处置单',
        'small enterprises make no provisions; enter the loss when the asset is disposed of',
      ),
    ]
  return [
    ...repeatedCards(input.lines),
    ...input.lines.flatMap((line, index): FieldProblem[] => {
      if (sortOf(input, line.asset) === 'deferred')
        return [fieldProblem(`lines.${index}.asset`, '长期待摊费用不计提减值', 'deferred expenses are not impaired')]
      return line.amount.gt(zero)
        ? []
        : [fieldProblem(`lines.${index}.amount`, '应大于零；减值不得转回', 'must be more than zero')]
    }),
  ]
})
