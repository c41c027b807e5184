import { defineEntity } from '../../kernel/definition/define.ts'
import { boolean, choice, longText, percent, text } from '../../kernel/definition/field.ts'

/** 公司: a set of books of its own. Its fields are the settings that decide postings. */
export const company = defineEntity({
  name: 'company',
  label: '公司',
  fields: {
    taxNumber: text({ label: '统一社会信用代码', maxLength: 18 }),
    address: longText({ label: '地址' }),
    phone: text({ label: '电话' }),
    bank: text({ label: '开户行及账号' }),
    zone: text({ label: '时区', english: 'Time zone', initial: 'Asia/Shanghai', required: true }),
    currency: text({ label: '本位币', english: 'Book currency', initial: 'CNY', required: true, maxLength: 3 }),
    startMonth: text({ label: '启用月份', english: 'First month', maxLength: 7, help: '期初余额记在此月的前一天' }),
    standard: choice({
      label: '会计准则',
      english: 'Accounting standard',
      options: { smallBusiness: '小企业会计准则', enterprise: '企业会计准则' },
      initial: 'smallBusiness',
      required: true,
    }),
    taxpayer: choice({
      label: '纳税人类型',
      options: { general: '一般纳税人', smallScale: '小规模纳税人' },
      initial: 'general',
      required: true,
    }),
    payableBasis: choice({
      label: '应付确认',
      options: { invoice: '收票', receipt: '入库' },
      initial: 'invoice',
      required: true,
    }),
    receivableBasis: choice({
      label: '应收确认',
      options: { delivery: '出库', invoice: '开票' },
      initial: 'delivery',
      required: true,
    }),
    costPool: choice({
      label: '成本核算范围',
      english: 'Cost pool',
      options: { company: '全公司', warehouse: '分仓库' },
      initial: 'company',
      required: true,
    }),
    costMethod: choice({
      label: '成本计价方法',
      english: 'Costing method',
      options: { movingAverage: '移动平均', fifo: '先进先出', monthlyAverage: '全月平均' },
      initial: 'movingAverage',
      required: true,
    }),
    negativeStock: choice({
      label: '负库存',
      english: 'Negative stock',
      options: { forbid: '禁止', warn: '提醒', allow: '允许' },
      initial: 'forbid',
      required: true,
    }),
    creditControl: choice({
      label: '超信用额度',
      english: 'Over the credit limit',
      options: { forbid: '禁止', warn: '提醒' },
      initial: 'warn',
      required: true,
    }),
    priceIncludesTax: boolean({ label: '单价含税', initial: true }),
    approveOnSave: boolean({ label: '保存即审核', initial: false }),
    reviewBeforeBooking: boolean({ label: '凭证须审核后记账', initial: true }),
    certifyInputVat: choice({
      label: '进项税额抵扣',
      english: 'Input VAT',
      options: { certify: '勾选确认后抵扣', immediate: '即票即抵' },
      initial: 'certify',
      required: true,
      help: '勾选确认：收到专用发票先记待认证进项税额，勾选确认后转入进项税额',
    }),
    overReceiptPercent: percent({
      label: '超收允差%',
      english: 'Over-receipt %',
      initial: '0',
      help: '入库数量可超过订单的百分比；商品上可另设',
    }),
    vatOnDelivery: boolean({
      label: '出库即计销项税',
      initial: true,
      help: '合同未约定付款日期时，增值税纳税义务发生在发货当天；否则先记待转销项税额',
    }),
  },
})
