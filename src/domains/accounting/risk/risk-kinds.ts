/** What is looked for, with what it goes by unless the company says otherwise. */
export interface RiskKind {
  readonly label: string
  readonly english: string
  readonly days?: number
  readonly amount?: string
  readonly threshold?: string
  /** What the parameters mean. */
  readonly help: string
}

export const riskKinds = {
  duplicate: {
    label: '疑似重复付款、报销',
    english: 'Possible duplicates',
    days: 10,
    amount: '500',
    help: '同一单位、同一金额，相隔不超过“天数”、不低于“金额”',
  },
  unusualAmount: {
    label: '金额异常',
    english: 'Unusual amounts',
    days: 90,
    amount: '5000',
    threshold: '6',
    help: '费用科目近“天数”的分录，与该科目一年来的中位数相比的稳健 z 分数超过“阈值”、不低于“金额”',
  },
  oddHours: {
    label: '周末、夜间过账',
    english: 'Weekend and night postings',
    days: 30,
    threshold: '22',
    help: '近“天数”手工凭证、付款、费用在周末、或“阈值”点以后到次日 6 点过账',
  },
  negativeCash: {
    label: '资金账户为负',
    english: 'Negative cash',
    days: 365,
    help: '近“天数”任何一天日末余额为负的账户',
  },
  unproved: {
    label: '手工凭证无附件',
    english: 'Vouchers without a document',
    days: 90,
    amount: '10000',
    help: '近“天数”动用货币资金、不低于“金额”的手工凭证没有附件',
  },
  invoiceReused: {
    label: '发票号码重复',
    english: 'Invoice numbers used twice',
    help: '同一发票号码在两张已审核单据上',
  },
  underLimit: {
    label: '紧贴审批线',
    english: 'Just under an approval limit',
    days: 180,
    threshold: '5',
    help: '近“天数”金额低于审批规则界限不超过“阈值”%的单据',
  },
  newSupplier: {
    label: '新供应商即付款',
    english: 'New supplier paid at once',
    days: 3,
    amount: '5000',
    help: '供应商建档后“天数”内即付款、不低于“金额”',
  },
  sameAccount: {
    label: '员工与供应商同账号',
    english: 'Employee and supplier share an account',
    help: '职员的银行账号与供应商的相同',
  },
} as const satisfies Readonly<Record<string, RiskKind>>
export type RiskName = keyof typeof riskKinds

const known: Readonly<Record<RiskName, RiskKind>> = riskKinds

/** A kind with all that it may go by. */
export const riskKind = (name: RiskName): RiskKind => known[name]

export const riskNames = Object.keys(riskKinds) as RiskName[]

export const riskLabels = Object.fromEntries(riskNames.map((name) => [name, riskKinds[name].label])) as Readonly<
  Record<RiskName, string>
>
