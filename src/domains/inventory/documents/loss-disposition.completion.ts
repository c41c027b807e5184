import { decimal, zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import { loadReferences } from '../../../kernel/documents/lookup.ts'
import type { Work, WrittenDraft } from '../../../kernel/posting/work.ts'
import { item, ratePercent, taxRate } from '../../../ledgers/dimensions/item.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { lossDisposition } from './loss-disposition.ts'
import { taxOfCost } from './used-goods.completion.ts'

type Line = WrittenDraft<typeof lossDisposition>['tables']['lines'][number]

interface Booked {
  readonly line: string
  readonly quantity: string
  readonly amount: string
}

/** What adjustments' lines did to stock, corrections of their cost included. */
const bookedOf = async (work: Work, lines: readonly Line[]): Promise<Map<string, Booked>> => {
  const sources = lines.flatMap((line) => (line.source && !line.amount ? [line.source.line] : []))
  if (sources.length === 0) return new Map()
  const rows = await work.tx.rows<Booked>(
    `select line_id as line, abs(sum(quantity)) as quantity, abs(sum(amount)) as amount from stock_entry
     where company_id = $1 and line_id = any($2::uuid[]) group by line_id`,
    [work.company, sources],
  )
  return new Map(rows.map((row) => [row.line, row]))
}

const pendingOf = (line: Line, booked: Booked | undefined) => {
  if (line.amount || booked === undefined) return line.amount
  const [whole, quantity] = [decimal(booked.quantity), line.adjustedQuantity ?? zero]
  return whole.isZero() ? zero : cents(decimal(booked.amount).times(quantity).div(whole))
}

/** The cost of what was adjusted, and the input VAT that goods lost by mismanagement lose. */
export const completeLossDisposition = defineCompletion(lossDisposition, async (drafts, work) => {
  const lines = drafts.flatMap((draft) => draft.tables.lines)
  const [booked, lookup] = await Promise.all([
    bookedOf(work, lines),
    loadReferences(
      work,
      lines.map((values) => ({ fields: lossDisposition.tables.lines.fields, values })),
    ),
  ])
  const deducts = settingsOf(work.settings).taxpayer !== 'smallScale'
  return drafts.map((draft) => ({
    ...draft,
    tables: {
      lines: draft.tables.lines.map((line) => {
        const amount = pendingOf(line, booked.get(line.source?.line ?? ''))
        const record = lookup(item, line.item)
        const rate = record === undefined ? zero : ratePercent(lookup(taxRate, record.taxRate))
        return { ...line, amount, transferredTax: deducts && amount ? taxOfCost(amount, rate) : null }
      }),
    },
  }))
})
