import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { AnyDocument, LineBase } from '../../../kernel/definition/record.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { remainingLifeProblems } from '../../../ledgers/stock/tracking/remaining-life.ts'
import { consignmentOut } from './consignment-out.ts'
import { consignmentReturn } from './consignment-return.ts'
import { consignmentSettlement } from './consignment-settlement.ts'
import { loanOut } from './loan-out.ts'
import { loanReturn } from './loan-return.ts'
import { unpricedLines } from './sellable.checks.ts'

type Lent = PostingInput<typeof loanOut> | PostingInput<typeof consignmentOut>

const movable = ({ lines, lookup }: Pick<Lent, 'lines' | 'lookup'>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const record = lookup(item, line.item)
    if (record?.isService) return [fieldProblem(`lines.${index}.item`, '服务不进库存', 'a service has no stock')]
    return record !== undefined && record.isAssembled !== true && record.components.length > 0
      ? [fieldProblem(`lines.${index}.item`, '套件请按组成商品填写', 'write the parts of a kit one by one')]
      : []
  })

interface CameFrom extends Pick<PostingInput<typeof loanReturn>, 'source'> {
  readonly header: { readonly customer: Id<'party'> }
  readonly lines: readonly LineBase[]
}

/** Goods that came from a customer's place are drawn from what brought them there, and to the same customer. */
const drawn = <Def extends AnyDocument>(from: Def, input: CameFrom, beginning: string): FieldProblem[] =>
  input.lines.flatMap((line, index) => {
    const source = input.source(from, line)?.header as { readonly customer?: unknown } | undefined
    const path = `lines.${index}.source`
    if (source === undefined) return [fieldProblem(path, `请从${beginning}下推`, 'is drawn from what is out there')]
    return source.customer === input.header.customer
      ? []
      : [fieldProblem(path, '来源单据是另一客户的', 'comes from a document of another customer')]
  })

/** Goods elsewhere: only goods go, and only what went comes back or is sold. */
export const elsewhereChecks = [
  defineCheck(consignmentOut, async (input, work) => [
    ...movable(input),
    ...(await remainingLifeProblems(input, work)),
  ]),
  defineCheck(loanOut, async (input) => movable(input)),
  defineCheck(consignmentReturn, async (input) => drawn(consignmentOut, input, '委托代销发货单')),
  defineCheck(loanReturn, async (input) => drawn(loanOut, input, '借出单')),
  defineCheck(consignmentSettlement, async (input) => [
    ...unpricedLines(input),
    ...drawn(consignmentOut, input, '委托代销发货单'),
  ]),
]
