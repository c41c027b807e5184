import { round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { StampItem, TaxLaw } from '../rates/tax-law.ts'

/** 印花税 of contracts of one kind: per mille of what they say without VAT, half where the law halves it. To the cent. */
export const stampDuty = (item: StampItem, amount: Decimal, halves: boolean, law: TaxLaw): Decimal => {
  const whole = amount.times(law.stampPerMille(item).value).div(1000)
  return round(halves && law.halved !== undefined ? whole.times(law.halved.value) : whole, 2)
}
