import { decimal, zero } from '../base/decimal.ts'
import type { Decimal } from '../base/decimal.ts'
import { AmountToleranceError, amountsWithTax } from '../base/tax-amounts.ts'
import { money, percent, ref, text } from '../kernel/definition/field.ts'
import type { Draft } from '../kernel/definition/field.ts'
import { FieldRefusal } from '../kernel/definition/problem.ts'
import { department, project } from './dimensions/people.ts'

/** An amount with its tax, and whom it concerns. */
export const taxedLine = {
  summary: text({ label: '摘要' }),
  gross: money({ label: '价税合计', english: 'Gross', required: true }),
  taxRate: percent({ label: '税率%', english: 'Tax %' }),
  tax: money({ label: '税额' }),
  net: money({ label: '金额', english: 'Net' }),
  department: ref(department, { label: '部门' }),
  project: ref(project, { label: '项目' }),
} as const

/** Tax and net of a gross amount; what was typed wins within a tolerance. Without a rate there is no tax. */
export const deriveTaxed = (line: Draft<typeof taxedLine>, usualRate: Decimal | null | undefined) => {
  const taxRate = line.taxRate ?? usualRate ?? zero
  if (!line.gross) return { taxRate }
  try {
    const { net, tax } = amountsWithTax({
      quantity: decimal(1),
      price: line.gross,
      priceIncludesTax: true,
      taxRate,
      typed: { gross: line.gross, ...(line.tax ? { tax: line.tax } : {}) },
    })
    return { taxRate, net, tax }
  } catch (error) {
    if (!(error instanceof AmountToleranceError)) throw error
    const expected = error.derived.toString()
    throw new FieldRefusal(
      'tax',
      `税额与税率不符，应为 ${expected} 左右`,
      `does not fit the rate; about ${expected} is expected`,
    )
  }
}
