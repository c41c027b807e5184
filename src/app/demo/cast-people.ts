/** 门店: each with its own warehouse; the rest of the company is the head office. */
export const castBranches = [
  { code: 'GL', name: '鼓楼店', address: '宁波市海曙区鼓楼步行街 16 号', phone: '0574-87361216' },
  { code: 'JB', name: '江北店', address: '宁波市江北区大闸南路 500 号', phone: '0574-87365500' },
] as const

/** The people of the demo company, and the users among them. */
export interface CastPerson {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly position: string
  /** The shop they work at; others are of the head office. */
  readonly shop?: string
  /** Gross pay a month, in whole yuan. */
  readonly pay: number
  /** The name to sign in with and the role, for those who use the product. */
  readonly user?: { readonly name: string; readonly role: string }
}

export const departments = [
  ['D01', '总经办'],
  ['D02', '华东销售部'],
  ['D03', '全国销售部'],
  ['D04', '采购部'],
  ['D05', '仓储部'],
  ['D06', '财务部'],
  ['D07', '门店'],
] as const

export const castPeople: readonly CastPerson[] = [
  {
    code: 'E01',
    name: '周启川',
    department: 'D01',
    position: '总经理',
    pay: 22000,
    user: { name: '老板', role: 'owner' },
  },
  {
    code: 'E02',
    name: '陈嘉禾',
    department: 'D02',
    position: '内勤兼系统管理',
    pay: 7200,
    user: { name: '管理员', role: 'administrator' },
  },
  {
    code: 'E03',
    name: '林知远',
    department: 'D02',
    position: '销售经理',
    pay: 12800,
    user: { name: '销售', role: 'seller' },
  },
  { code: 'E04', name: '王若溪', department: 'D02', position: '业务员', pay: 8600 },
  { code: 'E05', name: '孙一鸣', department: 'D03', position: '大区经理', pay: 11500 },
  {
    code: 'E06',
    name: '何思齐',
    department: 'D04',
    position: '采购主管',
    pay: 9800,
    user: { name: '采购', role: 'buyer' },
  },
  {
    code: 'E07',
    name: '李国强',
    department: 'D05',
    position: '仓库主管',
    pay: 8200,
    user: { name: '仓管', role: 'storekeeper' },
  },
  { code: 'E08', name: '赵小满', department: 'D05', position: '仓管员', pay: 6300 },
  {
    code: 'E09',
    name: '吴静怡',
    department: 'D06',
    position: '主办会计',
    pay: 9600,
    user: { name: '会计', role: 'accountant' },
  },
  {
    code: 'E10',
    name: '郑海棠',
    department: 'D06',
    position: '出纳',
    pay: 6800,
    user: { name: '出纳', role: 'cashier' },
  },
  { code: 'E11', name: '钱多多', department: 'D07', position: '鼓楼店店长', shop: 'GL', pay: 7000 },
  { code: 'E12', name: '冯小雅', department: 'D07', position: '江北店店长', shop: 'JB', pay: 7000 },
]

export const castWarehouses = [
  { code: 'GL', name: '鼓楼店', branch: 'GL', keeper: 'E11', address: '宁波市海曙区鼓楼步行街 16 号' },
  { code: 'JB', name: '江北店', branch: 'JB', keeper: 'E12', address: '宁波市江北区大闸南路 500 号' },
] as const

export const castCashAccounts = [
  {
    code: 'NH',
    name: '农行基本户',
    kind: 'bank',
    bankName: '中国农业银行宁波鄞州支行',
    accountNumber: '3901 0101 0400 15826',
  },
  { code: 'ZFB', name: '支付宝', kind: 'other', bankName: '', accountNumber: 'qichuan@example.com' },
] as const

/** What the company spends on, with the account and the usual tax rate. */
export const castExpenseItems = [
  { code: 'YF', name: '运费', account: '560104', taxRate: 'VAT9' },
  { code: 'BG', name: '办公费', account: '560204', taxRate: 'VAT13' },
  { code: 'CL', name: '差旅费', account: '560205', taxRate: null },
  { code: 'ZD', name: '业务招待费', account: '560202', taxRate: null },
  { code: 'FZ', name: '房租', account: '560206', taxRate: 'VAT9' },
  { code: 'SD', name: '水电费', account: '560299', taxRate: 'VAT13' },
  { code: 'GG', name: '广告宣传费', account: '560199', taxRate: 'VAT6' },
  { code: 'PT', name: '平台服务费', account: '560199', taxRate: 'VAT6' },
] as const

export const castReasons = [
  { code: 'BS', name: '报损', direction: 'out', role: 'adminExpense' },
  { code: 'YP', name: '样品领用', direction: 'out', role: 'salesExpense' },
  { code: 'ZS', name: '供应商赠送', direction: 'in', role: 'nonOperatingIncome' },
] as const
