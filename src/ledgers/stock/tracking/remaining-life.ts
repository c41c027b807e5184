import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { party } from '../../dimensions/party.ts'
import { lifeMissing } from './first-expired.ts'
import { lotName, readLots } from './stored-lots.ts'

/** A document that sends goods to a customer, as far as their shelf life goes. */
interface GoodsToCustomer {
  readonly header: { readonly date: CalendarDate; readonly customer: Id<'party'> | null }
  readonly lines: readonly (LineBase & { readonly item: Id<'item'>; readonly lot: string | null })[]
  readonly lookup: PostingInput<AnyDocument>['lookup']
}

/** Lots that a customer would not take, because too little of their life is left on the document's day. */
export const remainingLifeProblems = async (input: GoodsToCustomer, work: Work): Promise<FieldProblem[]> => {
  const customer = input.lookup(party, input.header.customer)
  const asked = { days: customer?.minimumLifeDays ?? null, percent: customer?.minimumLifePercent ?? null }
  if (asked.days === null && asked.percent === null) return []
  const named = input.lines.flatMap((line, index) =>
    line.lot === null ? [] : [{ index, item: line.item, number: line.lot }],
  )
  const lots = await readLots(work, named)
  return named.flatMap(({ index, ...name }) => {
    const known = lots.get(lotName(name))
    const missing = known === undefined ? null : lifeMissing(known, input.header.date, asked)
    return missing === null
      ? []
      : [
          fieldProblem(
            `lines.${index}.lot`,
            `批号 ${name.number} 还剩 ${missing.left} 天有效，${customer?.name ?? ''}要求至少 ${missing.asked} 天；请换批次`,
            `lot ${name.number} has ${missing.left} days left; the customer asks for ${missing.asked}`,
          ),
        ]
  })
}
