import { Decimal } from '../../../base/decimal.ts'
import { findEntity, updateEntity } from '../../../kernel/documents/entities.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { currency } from '../../../ledgers/dimensions/currency.ts'
import type { DatedRate } from './central-parity.ts'

interface Known {
  readonly id: string
  readonly code: string
}

interface StoredRate {
  readonly date: string
  readonly rate: string
  readonly origin: string | null
}

const plain = (value: unknown): string => (Decimal.isDecimal(value) ? value.toString() : String(value))

/** The currencies that a company has. */
export const currenciesIn = (work: Work): Promise<Known[]> =>
  work.tx.rows<Known>(`select id, code from currency where company_id = $1 and not disabled order by code`, [
    work.company,
  ])

const storedRates = async (work: Work, id: string): Promise<StoredRate[]> => {
  const { tables } = await findEntity(work, currency, id, { lock: true })
  return (tables['rates'] ?? []).map((line) => ({
    date: String(line['date']),
    rate: plain(line['rate']),
    origin: typeof line['origin'] === 'string' ? line['origin'] : null,
  }))
}

/** How rates that come in meet those that are there: what a person typed for a day stands, unless it is to be replaced. */
export interface KeepRates {
  readonly origin: string
  readonly replaces: boolean
}

/** Writes rates into the tables of the currencies that the company has; says how many of each are new or changed. */
export const keepRates = async (work: Work, rates: readonly DatedRate[], { origin, replaces }: KeepRates) => {
  const kept: Record<string, number> = {}
  const byCode = Map.groupBy(rates, (one) => one.code)
  for (const { id, code } of await currenciesIn(work)) {
    const news = byCode.get(code) ?? []
    if (news.length === 0) continue
    const days = new Map((await storedRates(work, id)).map((one) => [one.date, one]))
    let changed = 0
    for (const { date, rate } of news) {
      const was = days.get(date)
      if (was !== undefined && (was.rate === rate.toString() || (!replaces && was.origin !== origin))) continue
      days.set(date, { date, rate: rate.toString(), origin })
      changed += 1
    }
    if (changed === 0) continue
    const table = [...days.values()].toSorted((one, other) => (one.date < other.date ? 1 : -1))
    await updateEntity(work, currency, id, { rates: table.map((one) => ({ ...one })) })
    kept[code] = changed
  }
  return kept
}
