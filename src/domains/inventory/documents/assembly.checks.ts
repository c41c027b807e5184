import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { assembly } from './assembly.ts'
import { disassembly, partWeight } from './disassembly.ts'
import { servicesIn } from './inventory.checks.ts'

interface Made extends Pick<PostingInput<typeof assembly>, 'lookup'> {
  readonly header: { readonly item: Id<'item'>; readonly quantity: Decimal; readonly fee: Decimal | null }
  readonly lines: readonly { readonly item: Id<'item'>; readonly quantity: Decimal }[]
}

/** Goods are stored, counted, and not made of themselves. */
const notMade = (input: Made): FieldProblem[] => [
  ...servicesIn(input),
  ...(input.lookup(item, input.header.item)?.isService
    ? [fieldProblem('item', '服务不进库存', 'a service has no stock')]
    : []),
  ...(input.header.quantity.isPositive() && !input.header.quantity.isZero()
    ? []
    : [fieldProblem('quantity', '数量须大于零', 'must be above zero')]),
  ...(input.header.fee?.isNegative() === true ? [fieldProblem('fee', '费用不能为负', 'must not be negative')] : []),
  ...input.lines.flatMap((line, index) => [
    ...(line.item === input.header.item
      ? [fieldProblem(`lines.${index}.item`, '组件不能是成品自己', 'is what it is made into')]
      : []),
    ...(line.quantity.isZero() ? [fieldProblem(`lines.${index}.quantity`, '数量须大于零', 'must be above zero')] : []),
  ]),
]

const splitBy = { price: '参考进价', ratio: '成本比例', quantity: '数量' } as const

/** The cost goes somewhere: one part at least counts. */
const nothingToSplitBy = ({ header, lines, lookup }: PostingInput<typeof disassembly>): FieldProblem[] =>
  lines.every((line) => partWeight(header.costSplit, line, lookup(item, line.item)?.purchasePrice).isZero())
    ? [
        fieldProblem(
          'costSplit',
          `没有可以分摊成本的拆出商品：请填写${splitBy[header.costSplit]}，或改用其他分摊方式`,
          `nothing to share the cost by; give a ${header.costSplit}, or share in another way`,
        ),
      ]
    : []

export const checkAssembly = defineCheck(assembly, async (input) => [
  ...notMade(input),
  ...disabledReferences(assembly, input),
])

export const checkDisassembly = defineCheck(disassembly, async (input) => [
  ...notMade(input),
  ...nothingToSplitBy(input),
  ...disabledReferences(disassembly, input),
])
