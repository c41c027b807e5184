import { calendarDate } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { inForce } from './effective.ts'
import type { Effective } from './effective.ts'

const read = calendarDate('2026-11-22')
const end2027 = calendarDate('2027-12-31')

const entry = <T>(from: string, value: T, source: string, to?: CalendarDate): Effective<T> => ({
  from: calendarDate(from),
  value,
  source,
  read,
  ...(to === undefined ? {} : { to }),
})

/** Where a company is, as 城市维护建设税 tells places apart. */
export const taxPlaces = { city: '市区', town: '县城、镇', other: '其他' } as const
export type TaxPlace = keyof typeof taxPlaces

/** 城市维护建设税, percent of the VAT paid. */
const cityRates: Readonly<Record<TaxPlace, readonly Effective<Decimal>[]>> = {
  city: [entry('2021-09-01', decimal(7), '《城市维护建设税法》第四条')],
  town: [entry('2021-09-01', decimal(5), '《城市维护建设税法》第四条')],
  other: [entry('2021-09-01', decimal(1), '《城市维护建设税法》第四条')],
}

/** 教育费附加 and 地方教育附加, percent of the VAT paid. */
const educationRate = [entry('2005-10-01', decimal(3), '《征收教育费附加的暂行规定》第三条（国务院令第448号）')]
const localEducationRate = [entry('2011-01-01', decimal(2), '财综〔2010〕98号')]

/** Sales a month up to which 教育费附加 and 地方教育附加 are not asked for. */
const educationFreeSales = [entry('2016-02-01', decimal(100_000), '财税〔2016〕12号')]

/** 六税两费减半: for small-scale taxpayers, small low-profit companies and sole traders. */
const halved = [entry('2023-01-01', decimal('0.5'), '财政部 税务总局公告2023年第12号', end2027)]

/** 加计抵减: what of the deductible input tax is deducted once more, percent, by who may. */
export const vatAdditions = { advancedManufacturing: '先进制造业', coreIndustry: '集成电路、工业母机' } as const
export type VatAdditionKind = keyof typeof vatAdditions
const additionRates: Readonly<Record<VatAdditionKind, readonly Effective<Decimal>[]>> = {
  advancedManufacturing: [entry('2023-01-01', decimal(5), '财政部 税务总局公告2023年第43号', end2027)],
  coreIndustry: [entry('2023-01-01', decimal(15), '财税〔2023〕17号、财税〔2023〕25号', end2027)],
}

/** 小规模纳税人: sales a month up to which no VAT is due; a quarter's are three times that. */
const smallScaleFreeSales = [
  entry('2021-04-01', decimal(150_000), '财政部 税务总局公告2021年第11号', calendarDate('2022-12-31')),
  entry('2023-01-01', decimal(100_000), '财政部 税务总局公告2023年第1号、第19号', end2027),
]

/** 印花税, per mille of the amount in the contract without VAT. */
export const stampItems = {
  sales: '买卖合同',
  work: '承揽合同',
  lease: '租赁合同',
  transport: '运输合同',
  loan: '借款合同',
  insurance: '财产保险合同',
  capital: '营业账簿',
} as const
export type StampItem = keyof typeof stampItems

const stampLaw = '《印花税法》税目税率表'
const stampRates: Readonly<Record<StampItem, readonly Effective<Decimal>[]>> = {
  sales: [entry('2022-07-01', decimal('0.3'), stampLaw)],
  work: [entry('2022-07-01', decimal('0.3'), stampLaw)],
  lease: [entry('2022-07-01', decimal(1), stampLaw)],
  transport: [entry('2022-07-01', decimal('0.3'), stampLaw)],
  loan: [entry('2022-07-01', decimal('0.05'), stampLaw)],
  insurance: [entry('2022-07-01', decimal(1), stampLaw)],
  capital: [entry('2022-07-01', decimal('0.25'), stampLaw)],
}

/** 企业所得税, and what of it a small low-profit company pays on a taxable income up to a limit. */
export interface IncomeTaxRelief {
  readonly limit: Decimal
  readonly percent: Decimal
  readonly employees: number
  readonly assets: Decimal
}
const incomeTaxRate = [entry('2008-01-01', decimal(25), '《企业所得税法》第四条')]
const smallProfit: readonly Effective<IncomeTaxRelief>[] = [
  entry(
    '2023-01-01',
    { limit: decimal(3_000_000), percent: decimal(5), employees: 300, assets: decimal(50_000_000) },
    '财政部 税务总局公告2023年第12号：减按25%计入应纳税所得额，按20%的税率缴纳',
    end2027,
  ),
]

/** The figures of the law that a month's taxes are computed by, each with its source. */
export interface TaxLaw {
  readonly cityPercent: Effective<Decimal>
  readonly educationPercent: Effective<Decimal>
  readonly localEducationPercent: Effective<Decimal>
  readonly educationFreeSales: Effective<Decimal> | undefined
  readonly halved: Effective<Decimal> | undefined
  readonly smallScaleFreeSales: Effective<Decimal> | undefined
  readonly vatAddition: (kind: VatAdditionKind) => Effective<Decimal> | undefined
  readonly stampPerMille: (item: StampItem) => Effective<Decimal>
  readonly incomeTaxPercent: Effective<Decimal>
  readonly smallProfit: Effective<IncomeTaxRelief> | undefined
}

const must = <T>(entries: readonly Effective<T>[], day: CalendarDate, what: string): Effective<T> => {
  const found = inForce(entries, day)
  if (found === undefined) throw new RangeError(`${what} is not known for ${day}`)
  return found
}

/** The law as it stands on a day. Throws a RangeError for days before its first figures. */
export const taxLaw = (day: CalendarDate, place: TaxPlace): TaxLaw => ({
  cityPercent: must(cityRates[place], day, '城市维护建设税'),
  educationPercent: must(educationRate, day, '教育费附加'),
  localEducationPercent: must(localEducationRate, day, '地方教育附加'),
  educationFreeSales: inForce(educationFreeSales, day),
  halved: inForce(halved, day),
  smallScaleFreeSales: inForce(smallScaleFreeSales, day),
  vatAddition: (kind) => inForce(additionRates[kind], day),
  stampPerMille: (item) => must(stampRates[item], day, stampItems[item]),
  incomeTaxPercent: must(incomeTaxRate, day, '企业所得税'),
  smallProfit: inForce(smallProfit, day),
})
