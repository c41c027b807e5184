import { decimal } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { EntityCheck } from '../../../kernel/posting/work.ts'
import { assetCard, assetCategory } from '../../../ledgers/dimensions/asset.ts'
import { shortestTaxLives } from '../../../ledgers/setup/asset-categories.ts'

interface StoredCard {
  readonly state: string
  readonly category: string
  readonly method: string | null
  readonly life_months: number | null
  readonly residual_percent: string | null
  readonly total_usage: string | null
  readonly department: string | null
}

const fixedFields = [
  ['category', 'category'],
  ['method', 'method'],
  ['lifeMonths', 'life_months'],
  ['residualPercent', 'residual_percent'],
  ['totalUsage', 'total_usage'],
  ['department', 'department'],
] as const

const isSame = (typed: unknown, stored: string | number | null): boolean => {
  if ((typed ?? null) === null || stored === null) return (typed ?? null) === stored
  return typeof stored === 'string' && /^-?\d+(\.\d+)?$/.test(stored)
    ? decimal(String(typed)).eq(decimal(stored))
    : String(typed) === String(stored)
}

/** What decides the depreciation of a card that is in the books is changed by a document, from a day on. */
export const checkAssetCard: EntityCheck = {
  entity: assetCard,
  check: async (record, work) => {
    const rows = await work.tx.rows<StoredCard>(
      `select state, category, method, life_months, residual_percent, total_usage, department from asset_card
       where company_id = $1 and id = $2`,
      [work.company, record['id']],
    )
    const [stored] = rows
    if (stored === undefined || stored.state === 'pending') return []
    return fixedFields.flatMap(([name, column]) =>
      isSame(record[name], stored[column])
        ? []
        : [fieldProblem(name, '卡片已入账，请用资产变动单修改', 'is in the books; change it by an asset change')],
    )
  },
}

/** Lives are positive; a life shorter than the tax law's costs a tax adjustment, which is said. */
export const checkAssetCategory: EntityCheck = {
  entity: assetCategory,
  check: async ({ lifeMonths, taxClass }) => {
    const life = Number(lifeMonths ?? 0)
    if (life <= 0) return [fieldProblem('lifeMonths', '应大于零', 'must be more than zero')]
    const shortest = Object.entries(shortestTaxLives).find(([name]) => name === taxClass)?.[1] ?? 0
    return life >= shortest
      ? []
      : [
          {
            ...fieldProblem(
              'lifeMonths',
              `短于税法最低年限 ${shortest} 个月，汇算清缴须纳税调整`,
              `is shorter than the ${shortest} months of the tax law`,
            ),
            warning: true,
          },
        ]
  },
}
