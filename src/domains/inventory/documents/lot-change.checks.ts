import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { lotChange } from './lot-change.ts'

/** Only goods that are tracked by lot have another to go to; whether there is so much in the lot, the stock ledger says. */
export const checkLotChange = defineCheck(lotChange, async (input) => [
  ...input.lines.flatMap((line, index) =>
    input.lookup(item, line.item)?.tracksLots === true
      ? []
      : [fieldProblem(`lines.${index}.item`, '商品没有启用批次管理', 'is not tracked by lot')],
  ),
  ...disabledReferences(lotChange, input),
])
