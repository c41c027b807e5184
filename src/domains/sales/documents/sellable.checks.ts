import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { cents } from '../../../base/money.ts'
import { asksAbout } from '../../../kernel/approvals/rules.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import type { salesOrder } from './sales-order.ts'

/** A line of goods sold, of an order or a delivery. */
export interface SoldLine {
  readonly item: Id<'item'>
  readonly isGift: boolean | null
  readonly quantity: Decimal
  readonly baseQuantity: Decimal | null
  readonly net: Decimal | null
  readonly gross: Decimal | null
}

interface Sold extends Pick<PostingInput<typeof salesOrder>, 'lookup' | 'settings'> {
  readonly lines: readonly SoldLine[]
}

/** Lines without a price, gifts apart: a sale for nothing is a gift, and says so. */
export const unpricedLines = ({ lines }: Pick<Sold, 'lines'>): FieldProblem[] =>
  lines.flatMap((line, index) =>
    line.gross === null
      ? [fieldProblem(`lines.${index}.price`, '请填写单价；赠品请勾选“赠品”', 'needs a price, or mark it as a gift')]
      : [],
  )

/** Lines sold below the item's 最低售价, which is meant with tax where the company's prices are. */
export const belowMinimum = ({ lines, lookup, settings }: Sold): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const least = lookup(item, line.item)?.minimumPrice
    if (line.isGift || least === null || least === undefined) return []
    const amount = (settingsOf(settings).priceIncludesTax === false ? line.net : line.gross) ?? zero
    if (amount.gte(cents(least.times(line.baseQuantity ?? line.quantity)))) return []
    return [
      fieldProblem(
        `lines.${index}.price`,
        `低于最低售价 ${least.toString()}（每基本单位）`,
        `is below the minimum price of ${least.toString()} a base unit`,
      ),
    ]
  })

/** Below the lowest price: refused, told as a warning, or left to approval where a rule asks for it, by the company's setting. */
export const floorProblems = async (definition: AnyDocument, input: Sold, work: Work): Promise<FieldProblem[]> => {
  const below = belowMinimum(input)
  const control = settingsOf(input.settings).belowFloor ?? 'forbid'
  if (below.length === 0 || control === 'forbid') return below
  if (control === 'warn') return below.map((one) => ({ ...one, warning: true }))
  return (await asksAbout(work, definition, ['belowFloor'])) ? [] : below
}
