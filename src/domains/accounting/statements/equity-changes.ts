/** Parts of the owners' equity, with the account that holds each under both standards; profit has a column of its own. */
export const equityParts = [
  { part: 'capital', label: '实收资本（或股本）', english: 'Paid-in capital', codes: ['3001', '4001'] },
  { part: 'instruments', label: '其他权益工具', english: 'Other instruments', codes: [null, '4401'] },
  { part: 'premium', label: '资本公积', english: 'Capital reserve', codes: ['3002', '4002'] },
  { part: 'treasury', label: '减：库存股', english: 'Treasury shares', codes: [null, '4201'] },
  { part: 'comprehensive', label: '其他综合收益', english: 'Other comprehensive income', codes: [null, '4003'] },
  { part: 'special', label: '专项储备', english: 'Special reserve', codes: [null, '4301'] },
  { part: 'surplus', label: '盈余公积', english: 'Surplus reserve', codes: ['3101', '4101'] },
  { part: 'retained', label: '未分配利润', english: 'Retained earnings', codes: ['3103+3104+PL', '4103+4104+PL'] },
] as const
export type EquityPart = (typeof equityParts)[number]['part']

/** Amounts of some parts, in cents; treasury shares are a deduction and stand positive. */
export type EquityAmounts = Readonly<Partial<Record<EquityPart, bigint>>>

/** A year as the accounts tell it. */
export interface EquityYear {
  readonly opening: EquityAmounts
  readonly closing: EquityAmounts
  /** Net profit of the year. */
  readonly profit: bigint
  /** 以前年度损益调整 of the year. */
  readonly priorYears: bigint
  /** What was set aside for owners; positive. */
  readonly distributed: bigint
}

/** Rows of the statement that are filled from the accounts. */
export interface EquityRows {
  readonly opening: EquityAmounts
  readonly priorYears: EquityAmounts
  readonly restated: EquityAmounts
  readonly change: EquityAmounts
  readonly comprehensive: EquityAmounts
  readonly contributed: EquityAmounts
  readonly put: EquityAmounts
  readonly distributed: EquityAmounts
  readonly premiumToCapital: EquityAmounts
  readonly surplusToCapital: EquityAmounts
  readonly surplusForLosses: EquityAmounts
  readonly other: EquityAmounts
  readonly closing: EquityAmounts
}

const parts = equityParts.map((each) => each.part)

const sum = (...rows: readonly EquityAmounts[]): EquityAmounts =>
  Object.fromEntries(parts.map((part) => [part, rows.reduce((total, row) => total + (row[part] ?? 0n), 0n)]))

const minus = (a: EquityAmounts, b: EquityAmounts): EquityAmounts =>
  Object.fromEntries(parts.map((part) => [part, (a[part] ?? 0n) - (b[part] ?? 0n)]))

const least = (a: bigint, b: bigint) => (a < b ? a : b)
const atLeastNone = (value: bigint) => (value > 0n ? value : 0n)

/** All of the owners': parts together, treasury shares taken off. */
export const equityTotal = (row: EquityAmounts): bigint =>
  parts.reduce((total, part) => total + (part === 'treasury' ? -1n : 1n) * (row[part] ?? 0n), 0n)

/**
 * 所有者权益变动表: what moved the parts of the equity in a year, told from opening, closing and the profit. Capital that grew while a
 * reserve fell was made from it first (转增); surplus that fell beyond that covered losses; what nothing names is 其他.
 */
export const equityRows = (year: EquityYear): EquityRows => {
  const moved = minus(year.closing, year.opening)
  const grown = atLeastNone(moved.capital ?? 0n)
  const premiumUsed = least(grown, atLeastNone(-(moved.premium ?? 0n)))
  const surplusFallen = atLeastNone(-(moved.surplus ?? 0n))
  const surplusUsed = least(grown - premiumUsed, surplusFallen)
  const priorYears = { retained: year.priorYears }
  const comprehensive = { comprehensive: moved.comprehensive ?? 0n, retained: year.profit }
  const premiumToCapital = { capital: premiumUsed, premium: -premiumUsed }
  const surplusToCapital = { capital: surplusUsed, surplus: -surplusUsed }
  const losses = surplusFallen - surplusUsed
  const surplusForLosses = { surplus: -losses, retained: losses }
  const reserved = atLeastNone(moved.surplus ?? 0n)
  const put = { surplus: reserved, retained: -reserved }
  const contributed = {
    capital: (moved.capital ?? 0n) - premiumUsed - surplusUsed,
    instruments: moved.instruments ?? 0n,
    premium: (moved.premium ?? 0n) + premiumUsed,
    treasury: moved.treasury ?? 0n,
  }
  const distributed = { retained: -year.distributed }
  const restated = sum(year.opening, priorYears)
  const change = minus(year.closing, restated)
  const named = sum(comprehensive, contributed, put, distributed, premiumToCapital, surplusToCapital, surplusForLosses)
  return {
    opening: year.opening,
    priorYears,
    restated,
    change,
    comprehensive,
    contributed,
    put,
    distributed,
    premiumToCapital,
    surplusToCapital,
    surplusForLosses,
    other: minus(change, named),
    closing: year.closing,
  }
}
