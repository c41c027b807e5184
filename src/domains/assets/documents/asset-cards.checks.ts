import { decimal, zero } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { cardIn } from '../rules/terms-of-card.ts'
import type { Finding } from '../rules/terms-of-card.ts'

interface CardLine {
  readonly asset: Id<'assetCard'>
}

/** A card stands in a document once. */
export const repeatedCards = (lines: readonly CardLine[]): FieldProblem[] =>
  lines.flatMap((line, index) =>
    lines.findIndex((other) => other.asset === line.asset) === index
      ? []
      : [fieldProblem(`lines.${index}.asset`, '同一张卡片只能填一行', 'a card stands in one line only')],
  )

/** A card comes into the books once; more of it is a change of its value. */
export const cardsInBooks = async (
  work: Work,
  lines: readonly CardLine[],
  document: string,
): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ asset: string }>(
    `select distinct e.asset from asset_entry e where e.company_id = $1 and e.asset = any($2::uuid[]) and e.document_id <> $3
       and e.kind = 'terms' and e.negates is null and e.terms is not null
       and not exists (select 1 from asset_entry n where n.company_id = $1 and n.negates = e.id)
       and not exists (select 1 from asset_entry r where r.company_id = $1 and r.asset = e.asset and r.kind = 'terms' and r.terms is null
         and r.negates is null and (r.date, r.id) > (e.date, e.id))`,
    [work.company, lines.map((line) => line.asset), document],
  )
  const known = new Set(rows.map((row) => row.asset))
  return lines.flatMap((line, index) =>
    known.has(line.asset)
      ? [
          fieldProblem(
            `lines.${index}.asset`,
            '这张卡片已入账；另购请建新卡片，追加价值用资产变动单',
            'this card is in the books already; make a new card, or change its value',
          ),
        ]
      : [],
  )
}

/** What a card must say before it can be depreciated. */
export const incompleteCards = (finding: Finding, lines: readonly CardLine[]): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const found = cardIn(finding, line.asset)
    if (found === undefined) return []
    const path = `lines.${index}.asset`
    const { card, category } = found
    const method = card.method ?? category.method
    const life = card.lifeMonths ?? category.lifeMonths
    const residual = card.residualPercent ?? category.residualPercent ?? zero
    const shared = card.shares.reduce((sum, share) => sum.plus(share.percent), zero)
    if (method === 'unitsOfUse' && !(card.totalUsage ?? zero).gt(zero))
      return [
        fieldProblem(path, `“${card.name}”用工作量法，请在卡片填写预计总工作量`, `${card.code} needs its units of use`),
      ]
    if (life <= 0) return [fieldProblem(path, `“${card.name}”的使用年限应大于零`, `${card.code} needs a life`)]
    if (residual.isNegative() || residual.gte(decimal(100)))
      return [
        fieldProblem(path, `“${card.name}”的净残值率应在 0 到 100 之间`, `${card.code}: residual must be 0 to 100 %`),
      ]
    return card.shares.length === 0 || shared.eq(decimal(100))
      ? []
      : [fieldProblem(path, `“${card.name}”的费用分摊合计应为 100%`, `${card.code}: shares must add up to 100 %`)]
  })
