import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { dueTaxes, returnKinds } from './return-kinds.ts'
import type { ReturnKind } from './return-kinds.ts'
import { figuresOf } from './tax-form.ts'
import type { FormCell } from './tax-form.ts'

export interface FiledReturn {
  readonly kind: ReturnKind
  readonly period: string
  readonly cells: readonly Pick<FormCell, 'form' | 'row' | 'column' | 'amount'>[]
  readonly due: readonly Decimal[]
  /** Hexadecimal, of all that is filed. */
  readonly digest: string
}

type At = (form: string, row: string, column: string) => Decimal

/** What a bureau computes again by itself before it takes a return. */
const refusals: Readonly<Record<ReturnKind, (at: At, due: Decimal) => readonly string[]>> = {
  vat: (at, due) => {
    const small = (row: string) => at('VAT-S', row, 'goods').plus(at('VAT-S', row, 'services'))
    const main = (row: string) => at('VAT-M', row, 'month')
    const owed = ['39', '40', '41'].reduce((sum, row) => sum.plus(main(row)), main('34'))
    const smallOwed = ['23', '24', '25'].reduce((sum, row) => sum.plus(small(row)), small('22'))
    return [
      ...(main('19').isNegative() ? ['应纳税额不能为负'] : []),
      ...(main('18').gt(main('11')) && main('11').gte(zero) ? ['实际抵扣税额大于销项税额'] : []),
      ...(due.eq(owed.plus(smallOwed)) ? [] : [`应补（退）税费合计 ${due.toFixed(2)} 与申报表不符`]),
    ]
  },
  incomeTax: (at, due) => [
    ...(at('A200000', '25', 'year').isNegative() ? ['实际利润额不能为负'] : []),
    ...(due.eq(at('A200000', '31', 'year')) ? [] : ['应补（退）所得税额与申报表不符']),
  ],
  stampDuty: (at, due) => (due.eq(at('STAMP', 'sales', 'due')) ? [] : [`应补（退）${dueTaxes.stampDuty}与申报表不符`]),
  statements: () => [],
}

/**
 * The other side of filing, on this machine: computes again what a bureau would, and gives a receipt, or says why not. Its
 * receipt is worth nothing outside; where a bureau is connected, it takes the same return.
 */
export const receiveReturn = (
  filed: FiledReturn,
): { readonly receipt: string } | { readonly refused: readonly string[] } => {
  const due = filed.due.reduce((sum, amount) => sum.plus(amount), zero)
  const refused = refusals[filed.kind](figuresOf(filed.cells), due)
  if (refused.length > 0) return { refused: refused.map((words) => `${returnKinds[filed.kind]}：${words}`) }
  return { receipt: `MN${filed.period.replace('-', '')}${filed.digest.slice(0, 16).toUpperCase()}` }
}
