/**
 * The year of the factory and its trading company, worked out by plain arithmetic beside the product: a sheet of twelve columns,
 * in yuan (every figure is exact to the cent, so numbers do). `factory-year.md` says the same in words.
 */

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const sum = (of: (month: number) => number): number => months.reduce((total, month) => total + of(month), 0)
const upTo = (last: number, of: (month: number) => number): number =>
  months.filter((month) => month <= last).reduce((total, month) => total + of(month), 0)
const exact = (value: number): number => Math.round(value * 100) / 100

/** What happens every month. */
export const every = {
  steel: { kilograms: 10_000, price: 20 },
  made: { pieces: 5000, wages: 100_000 },
  toSister: { pieces: 3000, price: 100 },
  toCustomer: { pieces: 1500, price: 120 },
  factoryWages: 60_000,
  power: { net: 20_000, tax: 2600 },
  resold: { pieces: 2500, price: 150 },
  rent: 50_000,
  tradingWages: 40_000,
} as const

/** What happens once. */
export const once = {
  investment: 2_400_000,
  others: 600_000,
  opening: { bank: 8_000_000, owed: 500_000, owing: 700_000, machine: 6_000_000, worn: 1_200_000, capital: 10_000_000 },
  design: { month: 3, dollars: 20_000, rate: 7.1, rateAtEnd: 7 },
  machine: { month: 7, net: 1_200_000, tax: 156_000 },
  lost: { month: 6, pieces: 100 },
  unpaid: { month: 1, writtenOff: 10, pieces: 100, price: 100 },
  /** Bills that the factory's customer pays with: one is passed on to the steel mill, one is held at the end of the year. */
  endorsed: 6,
  held: 12,
} as const

const unitCost = (every.steel.kilograms * every.steel.price + every.made.wages) / every.made.pieces
const vat = 0.13

/** 工厂. */
const factoryVat = (month: number): number =>
  (every.toSister.pieces * every.toSister.price + every.toCustomer.pieces * every.toCustomer.price) * vat -
  every.steel.kilograms * every.steel.price * vat -
  every.power.tax -
  (month === once.machine.month ? once.machine.tax : 0)

/** What is carried over of input VAT comes off the months after. */
const payable = (month: number, of: (month: number) => number): number => {
  let carried = 0
  for (const each of months.filter((one) => one <= month)) {
    const due = exact(of(each) - carried)
    carried = due < 0 ? -due : 0
    if (each === month) return due > 0 ? due : 0
  }
  return 0
}

const worn = (month: number): number => 50_000 + (month > once.machine.month ? 10_000 : 0)
const sold = every.toSister.pieces + every.toCustomer.pieces
const goodsSold = every.toSister.pieces * every.toSister.price + every.toCustomer.pieces * every.toCustomer.price
const design = once.design.dollars * once.design.rate
const exchangeLoss = exact(once.design.dollars * (once.design.rate - once.design.rateAtEnd))

/** 印花税 of a quarter: 0.3 per mille of what was sold and bought, in the quarter's last month. */
const stampOf = (month: number, sales: number, purchases: number, share: number): number =>
  month % 3 === 0 ? exact(((sales + purchases) * 0.3 * share) / 1000) : 0
const factoryStamp = (month: number): number =>
  stampOf(
    month,
    3 * goodsSold + (month === once.design.month ? design : 0),
    3 * every.steel.kilograms * every.steel.price,
    1,
  )
const tradingStamp = (month: number): number =>
  stampOf(
    month,
    3 * every.resold.pieces * every.resold.price + (month === 3 ? once.unpaid.pieces * once.unpaid.price : 0),
    3 * every.toSister.pieces * every.toSister.price,
    0.5,
  )

const factory = {
  vat: (month: number) => payable(month, factoryVat),
  // 城建 7 %, 教育费附加 3 %, 地方教育附加 2 %.
  surcharges: (month: number) => exact(payable(month, factoryVat) * 0.12),
  stamp: factoryStamp,
  profit: (month: number) =>
    goodsSold -
    sold * unitCost -
    every.factoryWages -
    worn(month) -
    every.power.net -
    exact(payable(month, factoryVat) * 0.12) -
    factoryStamp(month) +
    (month === once.design.month ? design : 0) -
    (month === 12 ? exchangeLoss : 0),
}

/** 贸易: half of the surcharges, 5 % income tax, as a 小型微利企业. */
const tradingVat = (month: number): number =>
  (every.resold.pieces * every.resold.price - every.toSister.pieces * every.toSister.price) * vat +
  (month === once.unpaid.month ? once.unpaid.pieces * once.unpaid.price * vat : 0) +
  (month === once.lost.month ? once.lost.pieces * every.toSister.price * vat : 0)

const lost = once.lost.pieces * every.toSister.price * (1 + vat)
const writtenOff = once.unpaid.pieces * once.unpaid.price * (1 + vat)

const trading = {
  vat: (month: number) => payable(month, tradingVat),
  surcharges: (month: number) => exact(payable(month, tradingVat) * 0.06),
  stamp: tradingStamp,
  profit: (month: number) =>
    every.resold.pieces * (every.resold.price - every.toSister.price) -
    every.rent -
    every.tradingWages -
    exact(payable(month, tradingVat) * 0.06) -
    tradingStamp(month) -
    (month === once.lost.month ? lost : 0) -
    (month === once.unpaid.writtenOff ? writtenOff : 0),
}

/** 所得税 of a quarter: of the year so far, less what was accrued. */
const quarterTax = (of: { profit: (month: number) => number }, rate: number, quarter: number): number =>
  exact(upTo(quarter * 3, of.profit) * rate) - (quarter === 1 ? 0 : exact(upTo((quarter - 1) * 3, of.profit) * rate))

const paidIn = (month: number, of: typeof factory, rate: number): number =>
  (month > 1 ? of.vat(month - 1) + of.surcharges(month - 1) + of.stamp(month - 1) : 0) +
  (month > 3 && month % 3 === 1 ? quarterTax(of, rate, (month - 1) / 3) : 0)

const rates = { factory: 0.25, trading: 0.05 } as const

/** Taxes that are paid in a month for the month, or the quarter, before. */
export const taxesPaid = (company: 'factory' | 'trading', month: number) => {
  const of = company === 'factory' ? factory : trading
  const before = month - 1
  return {
    vat: month === 1 ? 0 : of.vat(before),
    surcharges: month === 1 ? 0 : of.surcharges(before),
    stamp: month === 1 ? 0 : of.stamp(before),
    income: month > 3 && month % 3 === 1 ? exact(quarterTax(of, rates[company], before / 3)) : 0,
  }
}

const text = (value: number): string | null => (exact(value) === 0 ? null : exact(value).toFixed(2))
const texts = (values: Readonly<Record<number, number>>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(values).map(([line, value]) => [line, text(value)]))

const gross = (net: number) => net * (1 + vat)
const toSister = every.toSister.pieces * every.toSister.price
const toCustomer = every.toCustomer.pieces * every.toCustomer.price
const steel = every.steel.kilograms * every.steel.price
const resold = every.resold.pieces * every.resold.price
const unpaidSale = once.unpaid.pieces * once.unpaid.price
const late = 11

const factoryTax = exact(sum(factory.profit) * rates.factory)
const factoryNet = exact(sum(factory.profit) - factoryTax)
const tradingTax = exact(sum(trading.profit) * rates.trading)
const tradingNet = exact(sum(trading.profit) - tradingTax)

const opening =
  once.opening.bank + steel + once.opening.machine - once.opening.worn + once.opening.owed - once.opening.owing
const retained = opening - once.opening.capital

const factoryTaxes = sum((month) => paidIn(month, factory, rates.factory))
const tradingTaxes = sum((month) => paidIn(month, trading, rates.trading))

const factoryCash = {
  // Two months' pay of the customer came as bills, of which one went on to the mill: neither is money.
  sales: once.opening.owed + late * (gross(toSister) + gross(toCustomer)) - 2 * gross(toCustomer),
  // 进项税额 names 购买商品、接受劳务, that of the power too.
  purchases: once.opening.owing + late * gross(steel) - gross(toCustomer) + 12 * every.power.tax,
  staff: 12 * (every.made.wages + every.factoryWages),
  taxes: factoryTaxes,
  other: 12 * every.power.net,
  machine: once.machine.net + once.machine.tax,
}
const factoryEnd =
  once.opening.bank +
  factoryCash.sales -
  factoryCash.purchases -
  factoryCash.staff -
  factoryCash.taxes -
  factoryCash.other -
  factoryCash.machine -
  once.investment

const tradingCash = {
  sales: late * gross(resold),
  purchases: late * gross(toSister),
  staff: 12 * every.tradingWages,
  taxes: tradingTaxes,
  other: 12 * every.rent,
}
const tradingEnd =
  once.investment +
  once.others +
  tradingCash.sales -
  tradingCash.purchases -
  tradingCash.staff -
  tradingCash.taxes -
  tradingCash.other

const heldByFactory = 12 * (every.made.pieces - sold) * unitCost
const heldPieces = 12 * (every.toSister.pieces - every.resold.pieces) - once.unpaid.pieces - once.lost.pieces
const heldByTrading = heldPieces * every.toSister.price
const machines = once.opening.machine - once.opening.worn + once.machine.net - sum(worn)
const dollarsOwed = once.design.dollars * once.design.rateAtEnd
const factoryTaxesOwed =
  factory.vat(12) + factory.surcharges(12) + factory.stamp(12) + quarterTax(factory, rates.factory, 4)
const tradingTaxesOwed =
  trading.vat(12) + trading.surcharges(12) + trading.stamp(12) + quarterTax(trading, rates.trading, 4)

/** 会企01–03表 of the factory. */
export const factoryFigures = {
  balanceSheet: texts({
    1: factoryEnd,
    4: gross(toCustomer),
    5: gross(toSister) + gross(toCustomer) + dollarsOwed,
    9: steel + heldByFactory,
    18: once.investment,
    22: machines,
    39: gross(steel),
    43: factoryTaxesOwed,
    61: once.opening.capital,
    70: retained + factoryNet,
    72: opening + factoryNet + gross(steel) + factoryTaxesOwed,
  }),
  incomeStatement: texts({
    1: 12 * goodsSold + design,
    2: 12 * sold * unitCost,
    3: sum(factory.surcharges) + sum(factory.stamp),
    5: 12 * (every.factoryWages + every.power.net) + sum(worn),
    7: exchangeLoss,
    22: sum(factory.profit),
    23: factoryTax,
    24: factoryNet,
  }),
  cashFlow: texts({
    1: factoryCash.sales,
    5: factoryCash.purchases,
    6: factoryCash.staff,
    7: factoryCash.taxes,
    8: factoryCash.other,
    17: factoryCash.machine,
    18: once.investment,
    34: once.opening.bank,
    35: factoryEnd,
  }),
}

/** 会小企01–03表 of the trading company. */
export const tradingFigures = {
  balanceSheet: texts({
    1: tradingEnd,
    4: gross(resold),
    9: heldByTrading,
    33: gross(toSister),
    36: tradingTaxesOwed,
    48: once.investment + once.others,
    51: tradingNet,
    53: once.investment + once.others + tradingNet + gross(toSister) + tradingTaxesOwed,
  }),
  incomeStatement: texts({
    1: 12 * resold + unpaidSale,
    2: (12 * every.resold.pieces + once.unpaid.pieces) * every.toSister.price,
    3: sum(trading.surcharges) + sum(trading.stamp),
    9: sum(trading.stamp),
    14: 12 * (every.rent + every.tradingWages),
    24: lost + writtenOff,
    30: sum(trading.profit),
    31: tradingTax,
    32: tradingNet,
  }),
  cashFlow: texts({
    1: tradingCash.sales,
    3: tradingCash.purchases,
    4: tradingCash.staff,
    5: tradingCash.taxes,
    6: tradingCash.other,
    15: once.investment + once.others,
    22: tradingEnd,
  }),
}

const unrealised = heldPieces * (every.toSister.price - unitCost)
const groupNet = factoryNet + tradingNet - unrealised
const minorityProfit = exact(tradingNet * 0.2)
const minority = exact((once.investment + once.others + tradingNet) * 0.2)
const groupOwed = gross(toCustomer) + dollarsOwed + gross(resold)
const groupAssets =
  factoryEnd + tradingEnd + gross(toCustomer) + groupOwed + steel + heldByFactory + heldPieces * unitCost + machines

/** 会合01–03表 of both. */
export const groupFigures = {
  balanceSheet: texts({
    1: factoryEnd + tradingEnd,
    4: gross(toCustomer),
    5: groupOwed,
    9: steel + heldByFactory + heldPieces * unitCost,
    18: 0,
    22: machines,
    34: groupAssets,
    39: gross(steel),
    43: factoryTaxesOwed + tradingTaxesOwed,
    61: once.opening.capital,
    70: retained + groupNet - minorityProfit,
    72: minority,
    74: groupAssets,
  }),
  incomeStatement: texts({
    1: 12 * (toCustomer + resold) + design + unpaidSale,
    2:
      12 * (every.toCustomer.pieces + every.resold.pieces) * unitCost +
      once.unpaid.pieces * unitCost -
      // What was lost stands in 营业外支出 at what the trading company paid, its profit part here.
      once.lost.pieces * (every.toSister.price - unitCost),
    3: sum(factory.surcharges) + sum(factory.stamp) + sum(trading.surcharges) + sum(trading.stamp),
    5: 12 * (every.factoryWages + every.power.net + every.rent + every.tradingWages) + sum(worn),
    7: exchangeLoss,
    21: lost + writtenOff,
    23: factoryTax + tradingTax,
    24: groupNet,
    27: groupNet - minorityProfit,
    28: minorityProfit,
  }),
  cashFlow: texts({
    1: once.opening.owed + late * (gross(toCustomer) + gross(resold)) - 2 * gross(toCustomer),
    5: factoryCash.purchases,
    6: factoryCash.staff + tradingCash.staff,
    7: factoryCash.taxes + tradingCash.taxes,
    8: factoryCash.other + tradingCash.other,
    17: factoryCash.machine,
    34: once.opening.bank,
    35: factoryEnd + tradingEnd,
  }),
}
