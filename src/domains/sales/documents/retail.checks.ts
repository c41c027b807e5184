import { zero } from '../../../base/decimal.ts'
import { formatMoney } from '../../../base/money.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { retailRefund } from './retail-refund.ts'
import { retailSale } from './retail-sale.ts'
import { belowMinimum, unpricedLines } from './sellable.checks.ts'

type Sale = PostingInput<typeof retailSale>

/** All is paid, and change is given of cash alone. */
export const wrongTender = ({
  header,
  tenders,
  lookup,
}: Pick<Sale, 'header' | 'tenders' | 'lookup'>): FieldProblem[] => {
  const roundedOff = header.roundedOff ?? zero
  const gross = header.totalGross ?? zero
  if (roundedOff.isNegative() || (roundedOff.gt(gross) && !gross.isZero())) {
    return [fieldProblem('roundedOff', '抹零不能为负，也不能超过应收', 'must lie between nothing and what is due')]
  }
  const due = gross.minus(roundedOff)
  const missing = due.minus(header.tendered ?? zero)
  if (missing.isPositive() && !missing.isZero()) {
    const text = formatMoney(missing)
    return [fieldProblem('tendered', `还差 ${text} 未收；赊销请用销售出库单`, `${text} is still to be paid`)]
  }
  const cashless = tenders
    .filter((tender) => lookup(cashAccount, tender.cashAccount)?.kind !== 'cash')
    .reduce((sum, tender) => sum.plus(tender.amount), zero)
  return cashless.gt(due)
    ? [fieldProblem('tenders', '非现金收款超过应收，无法找零', 'more than is due was paid without cash')]
    : []
}

/** Money back is what the goods were sold for, less what was rounded off then. */
const wrongRefund = ({ header, lines, source }: PostingInput<typeof retailRefund>): FieldProblem[] => [
  ...lines.flatMap((line, index) =>
    source(retailSale, line) === undefined
      ? [fieldProblem(`lines.${index}.source`, '请从零售单退货', 'is drawn from its receipt')]
      : [],
  ),
  ...(header.tendered !== null && header.totalGross?.eq(header.tendered)
    ? []
    : [fieldProblem('tendered', `退款应为 ${formatMoney(header.totalGross ?? zero)}`, 'must be what is taken back')]),
]

export const retailChecks = [
  defineCheck(retailSale, async (input) => [
    ...unpricedLines(input),
    ...belowMinimum(input),
    ...wrongTender(input),
    ...disabledReferences(retailSale, input),
  ]),
  defineCheck(retailRefund, async (input) => [...wrongRefund(input), ...disabledReferences(retailRefund, input)]),
]
