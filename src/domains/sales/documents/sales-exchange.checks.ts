import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { salesExchange } from './sales-exchange.ts'
import { unpricedLines } from './sellable.checks.ts'

/** What comes back was delivered; what goes out is priced and comes from nowhere. */
export const checkSalesExchange = defineCheck(salesExchange, async (input) => [
  ...unpricedLines(input),
  ...input.lines.flatMap((line, index) => {
    const path = `lines.${index}.direction`
    if (line.direction === 'back' && line.source === null) {
      return [fieldProblem(path, '换回的商品请从出库单下推', 'what comes back is drawn from its delivery')]
    }
    return line.direction === 'out' && line.source !== null
      ? [fieldProblem(path, '换出的商品请另起一行', 'what goes out is a line of its own')]
      : []
  }),
  ...(input.lines.some((line) => line.direction === 'out')
    ? []
    : [fieldProblem('lines', '没有换出的商品；只退不换请用销售退货单', 'nothing goes out; use a return')]),
  ...disabledReferences(salesExchange, input),
])
