import type { Decimal } from '../../../base/decimal.ts'
import { fromCents } from '../../../base/fixed-point.ts'
import type { Period } from '../../../base/period.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { taxLaw } from '../rates/tax-law.ts'
import type { Effective } from '../rates/effective.ts'
import type { TaxSpan } from '../rules/tax-period.ts'
import { vatAddition } from '../rules/vat-addition.ts'
import type { Addition } from '../rules/vat-addition.ts'
import { carriedOnReturns } from './carried-figures.ts'
import { bookFigures } from './tax-figures.ts'

export interface MonthAddition extends Addition {
  readonly percent: Effective<Decimal>
}

/** 加计抵减 of a month against what would be paid without it; undefined for whom and for when the law has none. */
export const monthAddition = async (
  work: Work,
  span: TaxSpan,
  payable: Decimal,
): Promise<MonthAddition | undefined> => {
  const { vatAddition: kind, taxPlace, taxpayer } = settingsOf(work.settings)
  if (kind === null || kind === undefined || taxpayer === 'smallScale') return undefined
  const percent = taxLaw(span.to, taxPlace).vatAddition(kind)
  if (percent === undefined) return undefined
  const figures = await bookFigures(work, span)
  const carried = await carriedOnReturns(work, span.from.slice(0, 7) as Period)
  const found = vatAddition({
    begun: carried('VAT-4B', '6'),
    input: fromCents(figures.debits('inputVat') - figures.credits('inputVat')),
    transferredOut: fromCents(figures.credits('inputVatTransferredOut') - figures.debits('inputVatTransferredOut')),
    percent: percent.value,
    payable,
  })
  return { ...found, percent }
}
