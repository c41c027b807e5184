/**
 * 现金流量项目: what money comes and goes for, with the line of the statement that it stands on: 会小企03表 (财会〔2011〕17号), and
 * 会企03表 (财会〔2019〕6号) with its lines counted from the top.
 */
export const cashFlowItems = {
  sales: { smallBusiness: '1', enterprise: '1' },
  taxRefund: { smallBusiness: '2', enterprise: '2' },
  otherOperatingIn: { smallBusiness: '2', enterprise: '3' },
  purchases: { smallBusiness: '3', enterprise: '5' },
  staff: { smallBusiness: '4', enterprise: '6' },
  taxes: { smallBusiness: '5', enterprise: '7' },
  otherOperatingOut: { smallBusiness: '6', enterprise: '8' },
  investmentBack: { smallBusiness: '8', enterprise: '11' },
  investmentIncome: { smallBusiness: '9', enterprise: '12' },
  assetSale: { smallBusiness: '10', enterprise: '13' },
  investmentMade: { smallBusiness: '11', enterprise: '18' },
  assetPurchase: { smallBusiness: '12', enterprise: '17' },
  borrowed: { smallBusiness: '14', enterprise: '24' },
  capitalIn: { smallBusiness: '15', enterprise: '23' },
  repaid: { smallBusiness: '16', enterprise: '27' },
  interestPaid: { smallBusiness: '17', enterprise: '28' },
  profitPaid: { smallBusiness: '18', enterprise: '28' },
  leasePaid: { smallBusiness: '6', enterprise: '29' },
  /** Only the enterprise form shows what a changed rate does to money apart; the other counts it among other operating flows. */
  exchangeIn: { smallBusiness: '2', enterprise: '32' },
  exchangeOut: { smallBusiness: '6', enterprise: '32' },
} as const satisfies Record<string, { smallBusiness: string; enterprise: string }>

export type CashFlowItem = keyof typeof cashFlowItems
