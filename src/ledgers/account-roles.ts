/** A role's word, its account, and the standard that alone has it. */
export interface RoleAccount {
  readonly label: string
  readonly account: string
  readonly standard?: 'enterprise'
}

/** 科目映射的用途: what an amount is for, with its account in 小企业会计准则 (财会〔2011〕17号; VAT details of 财会〔2016〕22号). Roles of 企业会计准则 alone have an account in such books only. */
export const accountRoles = {
  inventory: { label: '库存商品', account: '1405' },
  goodsInTransit: { label: '在途物资', account: '1402' },
  transferInTransit: { label: '调拨在途', account: '140502' },
  goodsShipped: { label: '发出商品', account: '140501' },
  subcontractMaterials: { label: '委托加工物资', account: '1408' },
  receivable: { label: '应收账款', account: '1122' },
  advanceFromCustomer: { label: '预收账款', account: '2203' },
  payable: { label: '应付账款', account: '220201' },
  goodsReceivedNotInvoiced: { label: '暂估应付', account: '220202' },
  advanceToSupplier: { label: '预付账款', account: '1123' },
  otherReceivable: { label: '其他应收款', account: '1221' },
  otherPayable: { label: '其他应付款', account: '2241' },
  cashOnHand: { label: '库存现金', account: '1001' },
  bank: { label: '银行存款', account: '1002' },
  otherMonetary: { label: '其他货币资金', account: '1012' },
  revenue: { label: '主营业务收入', account: '5001' },
  otherRevenue: { label: '其他业务收入', account: '5051' },
  costOfSales: { label: '主营业务成本', account: '5401' },
  otherCost: { label: '其他业务成本', account: '5402' },
  purchaseReturnDifference: { label: '采购退货差额', account: '5401' },
  inputVat: { label: '进项税额', account: '22210101' },
  outputVat: { label: '销项税额', account: '22210107' },
  simpleVat: { label: '应交增值税（小规模）', account: '222108' },
  inputVatPending: { label: '待认证进项税额', account: '222105' },
  outputVatPending: { label: '待转销项税额', account: '222106' },
  inputVatTransferredOut: { label: '进项税额转出', account: '22210109' },
  salesExpense: { label: '销售费用', account: '5601' },
  promotionCost: { label: '促销费用', account: '560103' },
  adminExpense: { label: '管理费用', account: '5602' },
  financeExpense: { label: '财务费用', account: '5603' },
  bankFee: { label: '手续费', account: '560302' },
  exchangeLoss: { label: '汇兑损失', account: '560303' },
  exchangeGain: { label: '汇兑收益', account: '5301' },
  exchangeDifference: { label: '汇兑差额', account: '560303' },
  cashDiscountGiven: { label: '现金折扣（给出）', account: '560304' },
  cashDiscountTaken: { label: '现金折扣（取得）', account: '560304' },
  roundingOff: { label: '抹零', account: '560304' },
  nonOperatingIncome: { label: '营业外收入', account: '5301' },
  nonOperatingExpense: { label: '营业外支出', account: '5711' },
  pendingPropertyGainLoss: { label: '待处理财产损溢', account: '1901' },
  transferPriceDifference: { label: '商品进销差价', account: '1407' },
  currentYearProfit: { label: '本年利润', account: '3103' },
  retainedEarnings: { label: '未分配利润', account: '310401' },
  /** What openings stand against; the general ledger tells its vouchers apart by it. */
  openingBalance: { label: '期初建账过渡', account: '310499' },
  surplusReserve: { label: '法定盈余公积', account: '3101' },
  surplusReserveAppropriation: { label: '提取法定盈余公积', account: '310402' },
  paidInCapital: { label: '实收资本', account: '3001' },
  fixedAsset: { label: '固定资产', account: '1601' },
  accumulatedDepreciation: { label: '累计折旧', account: '1602' },
  assetImpairment: { label: '固定资产减值准备', account: '1603', standard: 'enterprise' },
  intangibleImpairment: { label: '无形资产减值准备', account: '1703', standard: 'enterprise' },
  impairmentLoss: { label: '资产减值损失', account: '6701', standard: 'enterprise' },
  constructionInProgress: { label: '在建工程', account: '1604' },
  assetDisposal: { label: '固定资产清理', account: '1606' },
  intangible: { label: '无形资产', account: '1701' },
  accumulatedAmortization: { label: '累计摊销', account: '1702' },
  deferredExpense: { label: '长期待摊费用', account: '1801' },
  depreciationExpense: { label: '折旧费', account: '560208' },
  amortizationExpense: { label: '摊销费', account: '560209' },
  assetSaleGain: { label: '资产处置净收益', account: '530104' },
  assetSaleLoss: { label: '资产处置净损失', account: '571105' },
  vatRelief: { label: '增值税减免', account: '530199' },
} as const satisfies Record<string, RoleAccount>

export type AccountRoleName = keyof typeof accountRoles

export const isAccountRole = (name: string): name is AccountRoleName => Object.hasOwn(accountRoles, name)
