import type { AccountingStandard } from './setup/chart.ts'

/**
 * 科目映射的用途: what an amount is for, with its account in 小企业会计准则 (财会〔2011〕17号; VAT details of 财会〔2016〕22号), and in
 * 企业会计准则 where that differs. A role that one of them does not have names no account there.
 */
export const accountRoles = {
  inventory: { label: '库存商品', account: '1405' },
  goodsInTransit: { label: '在途物资', account: '1402' },
  transferInTransit: { label: '调拨在途', account: '140502' },
  goodsShipped: { label: '发出商品', account: '140501', enterprise: '1406' },
  subcontractMaterials: { label: '委托加工物资', account: '1408' },
  receivable: { label: '应收账款', account: '1122' },
  advanceFromCustomer: { label: '预收账款', account: '2203', enterprise: '2204' },
  payable: { label: '应付账款', account: '220201' },
  goodsReceivedNotInvoiced: { label: '暂估应付', account: '220202' },
  advanceToSupplier: { label: '预付账款', account: '1123' },
  otherReceivable: { label: '其他应收款', account: '1221' },
  otherPayable: { label: '其他应付款', account: '2241' },
  notesReceivable: { label: '应收票据', account: '1121' },
  notesPayable: { label: '应付票据', account: '2201' },
  shortTermLoan: { label: '短期借款', account: '2001' },
  cashOnHand: { label: '库存现金', account: '1001' },
  bank: { label: '银行存款', account: '1002' },
  otherMonetary: { label: '其他货币资金', account: '1012' },
  revenue: { label: '主营业务收入', account: '5001', enterprise: '6001' },
  otherRevenue: { label: '其他业务收入', account: '5051', enterprise: '6051' },
  costOfSales: { label: '主营业务成本', account: '5401', enterprise: '6401' },
  otherCost: { label: '其他业务成本', account: '5402', enterprise: '6402' },
  purchaseReturnDifference: { label: '采购退货差额', account: '5401', enterprise: '6401' },
  inputVat: { label: '进项税额', account: '22210101' },
  outputVat: { label: '销项税额', account: '22210107' },
  simpleVat: { label: '应交增值税（小规模）', account: '222108' },
  inputVatPending: { label: '待认证进项税额', account: '222105' },
  outputVatPending: { label: '待转销项税额', account: '222106' },
  inputVatTransferredOut: { label: '进项税额转出', account: '22210109' },
  salesExpense: { label: '销售费用', account: '5601', enterprise: '6601' },
  promotionCost: { label: '促销费用', account: '560103', enterprise: '660103' },
  adminExpense: { label: '管理费用', account: '5602', enterprise: '6602' },
  financeExpense: { label: '财务费用', account: '5603', enterprise: '6603' },
  bankFee: { label: '手续费', account: '560302', enterprise: '660302' },
  exchangeLoss: { label: '汇兑损失', account: '560303', enterprise: '660303' },
  exchangeGain: { label: '汇兑收益', account: '5301', enterprise: '660303' },
  exchangeDifference: { label: '汇兑差额', account: '560303', enterprise: '660303' },
  cashDiscountGiven: { label: '现金折扣（给出）', account: '560304', enterprise: '6001' },
  cashDiscountTaken: { label: '现金折扣（取得）', account: '560304', enterprise: '660304' },
  roundingOff: { label: '抹零', account: '560304', enterprise: '6001' },
  nonOperatingIncome: { label: '营业外收入', account: '5301', enterprise: '6301' },
  nonOperatingExpense: { label: '营业外支出', account: '5711', enterprise: '6711' },
  countGain: { label: '盘盈收益', account: '530102', enterprise: '660209' },
  lossNormal: { label: '存货损失', account: '571102', enterprise: '660209' },
  lossAbnormal: { label: '非常损失', account: '571103', enterprise: '671103' },
  researchExpense: { label: '研发支出（费用化）', account: '430101', enterprise: '530101' },
  researchCharged: { label: '研究费用', account: '560203', enterprise: '660203' },
  wagesPayable: { label: '应付职工薪酬', account: '2211' },
  wagesExpense: { label: '管理费用—职工薪酬', account: '560207', enterprise: '660207' },
  salesWagesExpense: { label: '销售费用—职工薪酬', account: '560105', enterprise: '660105' },
  workInProgress: { label: '生产成本', account: '4001', enterprise: '5001' },
  manufacturingOverhead: { label: '制造费用', account: '4101', enterprise: '5101' },
  salaryPayable: { label: '应付工资', account: '221101' },
  socialSecurityPayable: { label: '应付社会保险费（单位）', account: '221102' },
  housingFundPayable: { label: '应付住房公积金（单位）', account: '221103' },
  incomeTaxWithheld: { label: '代扣个人所得税', account: '222115' },
  billDiscountInterest: { label: '票据贴现利息', account: '560301', enterprise: '660301' },
  pendingPropertyGainLoss: { label: '待处理财产损溢', account: '1901' },
  transferPriceDifference: { label: '商品进销差价', account: '1407' },
  priceVariance: { label: '材料成本差异', account: '1404' },
  currentYearProfit: { label: '本年利润', account: '3103', enterprise: '4103' },
  retainedEarnings: { label: '未分配利润', account: '310401', enterprise: '410401' },
  /** What openings stand against; the general ledger tells its vouchers apart by it. */
  openingBalance: { label: '期初建账过渡', account: '310499', enterprise: '410499' },
  surplusReserve: { label: '法定盈余公积', account: '3101', enterprise: '4101' },
  surplusReserveAppropriation: { label: '提取法定盈余公积', account: '310402', enterprise: '410402' },
  paidInCapital: { label: '实收资本', account: '3001', enterprise: '4001' },
  fixedAsset: { label: '固定资产', account: '1601' },
  accumulatedDepreciation: { label: '累计折旧', account: '1602' },
  assetImpairment: { label: '固定资产减值准备', account: null, enterprise: '1603' },
  intangibleImpairment: { label: '无形资产减值准备', account: null, enterprise: '1703' },
  impairmentLoss: { label: '资产减值损失', account: null, enterprise: '6701' },
  constructionInProgress: { label: '在建工程', account: '1604' },
  assetDisposal: { label: '固定资产清理', account: '1606' },
  intangible: { label: '无形资产', account: '1701' },
  accumulatedAmortization: { label: '累计摊销', account: '1702' },
  deferredExpense: { label: '长期待摊费用', account: '1801' },
  depreciationExpense: { label: '折旧费', account: '560208', enterprise: '660208' },
  amortizationExpense: { label: '摊销费', account: '560209', enterprise: '660210' },
  assetSaleGain: { label: '资产处置净收益', account: '530104', enterprise: '6115' },
  assetSaleLoss: { label: '资产处置净损失', account: '571105', enterprise: '6115' },
  assetScrapGain: { label: '资产报废净收益', account: '530104', enterprise: '6301' },
  assetScrapLoss: { label: '资产报废净损失', account: '571105', enterprise: '671101' },
  vatRelief: { label: '增值税减免', account: '530199', enterprise: '6117' },
  vatOutputDeduction: { label: '销项税额抵减', account: '22210102' },
  vatPaid: { label: '已交税金', account: '22210103' },
  vatMovedUnpaid: { label: '转出未交增值税', account: '22210104' },
  vatCredit: { label: '减免税款', account: '22210105' },
  vatMovedOverpaid: { label: '转出多交增值税', account: '22210110' },
  unpaidVat: { label: '未交增值税', account: '222102' },
  incomeTaxPayable: { label: '应交所得税', account: '222111' },
  cityTaxPayable: { label: '应交城市维护建设税', account: '222112' },
  educationPayable: { label: '应交教育费附加', account: '222113' },
  localEducationPayable: { label: '应交地方教育附加', account: '222114' },
  stampDutyPayable: { label: '应交印花税', account: '222116' },
  cityTax: { label: '城市维护建设税', account: '540302', enterprise: '6403' },
  educationSurcharge: { label: '教育费附加', account: '540306', enterprise: '6403' },
  stampDuty: { label: '印花税', account: '540305', enterprise: '6403' },
  incomeTax: { label: '所得税费用', account: '5801', enterprise: '6801' },
  badDebt: { label: '坏账核销', account: '571101', enterprise: '123101' },
  badDebtRecovered: { label: '坏账收回', account: '530199', enterprise: '123101' },
  badDebtProvision: { label: '应收账款坏账准备', account: null, enterprise: '123101' },
  otherBadDebtProvision: { label: '其他应收款坏账准备', account: null, enterprise: '123102' },
  creditLoss: { label: '信用减值损失', account: null, enterprise: '6702' },
  priorYearAdjustment: { label: '以前年度损益调整', account: null, enterprise: '6901' },
} as const satisfies Record<string, RoleAccounts>

interface RoleAccounts {
  readonly label: string
  /** The account in 小企业会计准则; null where it has none. */
  readonly account: string | null
  /** The account in 企业会计准则, where it is another; null where it has none. */
  readonly enterprise?: string | null
}

export type AccountRoleName = keyof typeof accountRoles

export const isAccountRole = (name: string): name is AccountRoleName => Object.hasOwn(accountRoles, name)

/** The account of the standard's chart that stands for a role, or null where the standard has none. */
export const roleAccount = (role: AccountRoleName, standard: AccountingStandard): string | null => {
  const accounts: RoleAccounts = accountRoles[role]
  return standard === 'enterprise' && accounts.enterprise !== undefined ? accounts.enterprise : accounts.account
}
