import { defineEntity } from '../../kernel/definition/define.ts'
import { boolean, choice, integer, longText, money, percent, ref, text } from '../../kernel/definition/field.ts'
import { lineTable } from '../../kernel/definition/record.ts'
import { currency } from './currency.ts'
import { paymentTerms } from './payment-terms.ts'
import { employee } from './people.ts'

export const creditRatings = { a: 'A 优', b: 'B 良', c: 'C 中', d: 'D 差' } as const
export const customerLevels = { a: 'A', b: 'B', c: 'C' } as const

/** 往来单位: one party may be customer and supplier at once; what it owes and is owed is one account. */
export const party = defineEntity({
  name: 'party',
  label: '往来单位',
  also: ['单位'],
  scope: 'owned',
  fields: {
    isCustomer: boolean({ label: '是客户', initial: false }),
    isSupplier: boolean({ label: '是供应商', initial: false }),
    isEmployee: boolean({ label: '是员工', english: 'Is staff', initial: false }),
    employee: ref(employee, {
      label: '职员',
      unique: true,
      help: '员工往来：借款、报销记在此往来单位下；第一次借款或报销时自动建立',
    }),
    shortName: text({ label: '简称', searched: true, also: ['助记名'] }),
    category: text({ label: '分类' }),
    region: text({ label: '地区' }),
    level: choice({ label: '客户等级', options: customerLevels }),
    segment: text({ label: '客户分群', indexed: true, maxLength: 40, help: '由“更新客户分群”按 RFM 写入，也可手工填' }),
    salesperson: ref(employee, { label: '业务员' }),
    buyer: ref(employee, { label: '采购员' }),
    contact: text({ label: '联系人', searched: true, also: ['联系人姓名'] }),
    phone: text({
      label: '电话',
      searched: true,
      personal: 'phone',
      also: ['手机号码', '联系电话', '手机', '手机号', '电话号码'],
    }),
    address: longText({ label: '地址', also: ['联系地址', '详细地址'] }),
    taxNumber: text({
      label: '纳税人识别号',
      also: ['税号', '统一社会信用代码', '纳税识别号'],
      searched: true,
      maxLength: 20,
    }),
    invoiceEmail: text({
      label: '收票邮箱',
      english: 'Mail for invoices',
      also: ['电子邮箱', '邮箱', 'email'],
      maxLength: 120,
    }),
    bankAccount: text({ label: '开户行及账号', also: ['开户行', '账号', '开户银行', '银行账号'] }),
    currency: ref(currency, {
      label: '结算币种',
      english: 'Currency',
      onlyWith: 'currency',
      help: '单据默认的币种；空为本位币',
    }),
    paymentDays: integer({ label: '账期（天）', help: '到期日 = 单据日期 + 账期；空为货到即付' }),
    paymentTerms: ref(paymentTerms, {
      label: '收付款条件',
      english: 'Payment terms',
      help: '月结、分期；填了以此为准',
    }),
    creditLimit: money({ label: '信用额度', help: '空为不限' }),
    creditRating: choice({
      label: '信用等级',
      options: creditRatings,
      help: '由“信用评级”处理按评分更新，也可手工指定',
    }),
    creditScore: integer({ label: '信用评分', computed: true }),
    creditHold: boolean({ label: '信用冻结', initial: false, help: '冻结后不能再下订单、出库' }),
    minimumLifeDays: integer({
      label: '最短剩余效期（天）',
      english: 'Minimum remaining life (days)',
      help: '发给该客户的批次至少还有多少天有效',
    }),
    minimumLifePercent: percent({
      label: '最短剩余效期%',
      english: 'Minimum remaining life %',
      help: '至少还剩保质期的百分之几；与天数都填时两个都要满足',
    }),
    invoiceKind: choice({
      label: '发票类型',
      options: { special: '专用发票', ordinary: '普通发票', none: '不开票' },
      initial: 'special',
    }),
    remark: longText({ label: '备注' }),
  },
  tables: {
    contacts: lineTable({
      label: '联系人',
      fields: {
        name: text({ label: '姓名', required: true }),
        position: text({ label: '职务' }),
        phone: text({ label: '电话', searched: true, personal: 'phone' }),
        email: text({ label: '邮箱', personal: 'email' }),
      },
    }),
  },
  facets: {
    customer: {
      label: '客户',
      flag: 'isCustomer',
      list: ['contact', 'phone', 'salesperson', 'paymentDays', 'creditLimit'],
      without: ['buyer', 'isEmployee', 'employee'],
    },
    supplier: {
      label: '供应商',
      flag: 'isSupplier',
      list: ['contact', 'phone', 'buyer', 'paymentDays'],
      without: [
        'isEmployee',
        'employee',
        'level',
        'segment',
        'salesperson',
        'creditLimit',
        'creditRating',
        'creditScore',
        'creditHold',
        'minimumLifeDays',
        'minimumLifePercent',
      ],
    },
    staffAccount: {
      label: '员工往来',
      english: 'Staff accounts',
      flag: 'isEmployee',
      list: ['employee', 'phone', 'bankAccount'],
      without: [
        'level',
        'segment',
        'salesperson',
        'buyer',
        'creditLimit',
        'creditRating',
        'creditScore',
        'creditHold',
        'minimumLifeDays',
        'minimumLifePercent',
        'invoiceKind',
        'paymentTerms',
      ],
    },
  },
  list: ['shortName', 'contact', 'phone', 'isCustomer', 'isSupplier'],
})
