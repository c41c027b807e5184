import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { stockStatusChange } from './stock-status-change.ts'

/** A service is in no state; whether there is so much in the state, the stock ledger says. */
export const checkStockStatusChange = defineCheck(stockStatusChange, async (input) => [
  ...input.lines.flatMap((line, index) =>
    input.lookup(item, line.item)?.isService
      ? [fieldProblem(`lines.${index}.item`, '服务不进库存', 'a service has no stock')]
      : [],
  ),
  ...disabledReferences(stockStatusChange, input),
])
