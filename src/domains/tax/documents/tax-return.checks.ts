import { isPeriod } from '../../../base/period.ts'
import { conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck, defineGuard } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { buildReturn } from '../returns/build-return.ts'
import type { StatedCell } from '../returns/build-return.ts'
import { statedCells } from '../returns/stated-cells.ts'
import { cellKey, figuresOf, passes } from '../returns/tax-form.ts'
import { returnKinds } from '../returns/return-kinds.ts'
import { taxReturn } from './tax-return.ts'

type Input = PostingInput<typeof taxReturn>

/** What the books say otherwise by now, unless someone says that it is meant. */
const movedFigures = ({ lines }: Input, built: { readonly cells: readonly StatedCell[] }): FieldProblem[] => {
  const now = figuresOf(built.cells)
  const stated = new Set(lines.map((line) => cellKey(line.form, line.formRow, line.formColumn)))
  const changed = lines.flatMap((line, index) => {
    const amount = now(line.form, line.formRow, line.formColumn)
    if (line.adjusted === true || amount.eq(line.amount)) return []
    return [
      fieldProblem(
        `lines.${index}.amount`,
        `账上现为 ${amount.toFixed(2)}；请重新生成申报表，或勾选“手工调整”`,
        `the books say ${amount.toFixed(2)} now; prepare it again, or say that it is adjusted`,
      ),
    ]
  })
  const missing = built.cells.filter(
    (cell) => !cell.amount.isZero() && !stated.has(cellKey(cell.form, cell.row, cell.column)),
  )
  return missing.length === 0
    ? changed
    : [...changed, fieldProblem('lines', '缺少账上已有的栏次，请重新生成申报表', 'rows are missing; prepare it again')]
}

const otherReturn = async ({ header }: Input, work: Work): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ number: string; filing: string }>(
    `select number, filing from tax_return where company_id = $1 and kind = $2 and period = $3 and id <> $4
       and state in ('posted', 'closed') and reverses is null`,
    [work.company, header.kind, header.period, header.id],
  )
  const [other] = rows
  if (other === undefined || header.isCorrection === true) return []
  return [
    fieldProblem(
      'period',
      `${header.period} 的${returnKinds[header.kind]}已有 ${other.number}；要改请勾选“更正申报”`,
      `there is ${other.number} for this period already; say that this corrects it`,
    ),
  ]
}

/** Its figures are those of the books, the bureau's rules hold between them, and it is the only one of its period. */
export const checkTaxReturn = defineCheck(taxReturn, async (input, work) => {
  const { kind, period } = input.header
  if (!isPeriod(period)) return [fieldProblem('period', '应写作 2026-01', 'must be a month')]
  const built = await buildReturn(work, kind, period)
  const failed = built.checksOf(statedCells(input.lines)).filter((check) => !passes(check))
  return [
    ...movedFigures(input, built),
    ...failed.map((check) =>
      fieldProblem(
        'checks',
        `校验未通过：${check.rule}（${check.left.toFixed(2)} ≠ ${check.right.toFixed(2)}）`,
        `a rule does not hold: ${check.left.toFixed(2)} is not ${check.right.toFixed(2)}`,
      ),
    ),
    ...(await otherReturn(input, work)),
  ]
})

/** What was filed stands; a correction is another return. */
export const guardTaxReturn = defineGuard(taxReturn, async ({ header }) => {
  if (header.filing !== 'filed') return
  throw conflict(
    `${header.number} 已申报（回执 ${header.receipt ?? ''}），不能撤回；请另做更正申报`,
    `${header.number} was filed; correct it by another return`,
  )
})
