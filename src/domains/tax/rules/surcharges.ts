import { round, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import type { TaxLaw } from '../rates/tax-law.ts'

export interface SurchargeBase {
  /** The VAT that is really paid for the time. */
  readonly vat: Decimal
  readonly monthlySales: Decimal
  /** 六税两费减半: a small-scale taxpayer, a small low-profit company, a sole trader. */
  readonly halves: boolean
}

export interface Surcharges {
  readonly city: Decimal
  readonly education: Decimal
  readonly localEducation: Decimal
}

/** 城建税 and both education surcharges on the VAT paid, each to the cent; half where the law halves them, none below its limit of sales. */
export const surcharges = (base: SurchargeBase, law: TaxLaw): Surcharges => {
  const share = base.halves ? law.halved?.value : undefined
  const of = (percent: Decimal): Decimal => {
    const whole = base.vat.times(percent).div(100)
    return round(share === undefined ? whole : whole.times(share), 2)
  }
  const isFree = law.educationFreeSales !== undefined && base.monthlySales.lte(law.educationFreeSales.value)
  return {
    city: of(law.cityPercent.value),
    education: isFree ? zero : of(law.educationPercent.value),
    localEducation: isFree ? zero : of(law.localEducationPercent.value),
  }
}
