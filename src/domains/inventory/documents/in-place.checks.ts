import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { binTransfer } from './bin-transfer.ts'
import { servicesIn } from './inventory.checks.ts'
import { lotChange } from './lot-change.ts'
import { stockStatusChange } from './stock-status-change.ts'

/** Whether there is so much in the state, the lot or the bin, the stock ledger says. */
export const inPlaceChecks = [
  defineCheck(stockStatusChange, async (input) => [
    ...servicesIn(input),
    ...disabledReferences(stockStatusChange, input),
  ]),
  // Only goods that are tracked by lot have another to go to.
  defineCheck(lotChange, async (input) => [
    ...input.lines.flatMap((line, index) =>
      input.lookup(item, line.item)?.tracksLots === true
        ? []
        : [fieldProblem(`lines.${index}.item`, '商品没有启用批次管理', 'is not tracked by lot')],
    ),
    ...disabledReferences(lotChange, input),
  ]),
  defineCheck(binTransfer, async (input): Promise<FieldProblem[]> => [
    ...(input.lookup(warehouse, input.header.warehouse)?.keepsBins === true
      ? []
      : [fieldProblem('warehouse', '该仓库没有启用货位', 'keeps no bins')]),
    ...servicesIn(input),
    ...disabledReferences(binTransfer, input),
  ]),
]
