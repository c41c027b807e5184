import { chineseAmount, currencyPrefix, currencySign } from '../../../base/chinese-amount.ts'
import { zero } from '../../../base/decimal.ts'
import { formatMoney } from '../../../base/money.ts'
import { textOf } from '../../../base/text.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, longText, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { currency } from '../../../ledgers/dimensions/currency.ts'
import { spreadInBooks } from '../../../ledgers/document-currency.ts'
import { item, unit } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { goodsLine, priceWithTax } from '../../../ledgers/priced-lines.ts'
import { contractTemplate } from '../entities/contract-template.ts'
import { fillTemplate } from '../rules/fill-template.ts'
import { customerHead, deriveSalesHead, deriveSalesLine, salesTerms, salesTotals } from './sales-head.ts'

/** 销售合同: what we and a customer agreed in writing. */
export const salesContract = defineDocument({
  name: 'salesContract',
  label: '销售合同',
  numbering: 'XSHT-{yyyyMM}-{seq:4}',
  header: {
    customer: customerHead.customer,
    contractNumber: text({ label: '对方合同号', searched: true, maxLength: 60 }),
    signedOn: date({ label: '签订日期', english: 'Signed on' }),
    deliverOn: date({ label: '交货日期', english: 'Deliver on' }),
    endsOn: date({ label: '合同到期', english: 'Ends on' }),
    contractPaymentOn: date({ label: '合同付款日', english: 'Contract payment on' }),
    paymentMethod: text({ label: '付款方式', maxLength: 60 }),
    address: longText({ label: '交货地址' }),
    salesperson: customerHead.salesperson,
    department: customerHead.department,
    template: ref(contractTemplate, { label: '合同模板' }),
    terms: longText({ label: '合同正文', help: '空则按模板生成；也可以直接改' }),
    ...salesTerms,
    ...salesTotals,
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        ...goodsLine,
        ...priceWithTax,
        deliverOn: date({ label: '交货日期', english: 'Deliver on' }),
        remark: text({ label: '备注' }),
      },
      derive: deriveSalesLine,
    }),
  },
  spread: spreadInBooks,
  derive: (header, context) => {
    const head = deriveSalesHead(header, context)
    const template = context.lookup(contractTemplate, header.template)
    if (header.terms || template === undefined) return head
    const code = context.lookup(currency, head.currency)?.code
    const isForeign = code !== undefined && head.totalCurrency !== null
    const total = isForeign ? head.totalCurrency : head.totalGross
    const goods = context.tables.lines.map((line, index) => {
      const record = context.lookup(item, line.item)
      const words = [record?.name, line.spec, line.quantity?.toString(), context.lookup(unit, line.unit)?.name]
      const [price, amount] = isForeign ? [line.currencyPrice, line.currencyGross] : [line.price, line.gross]
      return `${index + 1}. ${words.filter(Boolean).join(' ')} 单价 ${textOf(price)} 金额 ${formatMoney(amount ?? zero)}`
    })
    const values = {
      客户: context.lookup(party, header.customer)?.name ?? '',
      合同号: header.contractNumber ?? '',
      签订日期: header.signedOn ?? textOf(context.header['date']),
      交货日期: header.deliverOn ?? '',
      交货地址: header.address ?? context.lookup(party, header.customer)?.address ?? '',
      付款方式: header.paymentMethod ?? '',
      金额: `${isForeign ? currencySign(code) : ''}${formatMoney(total)}`,
      大写: chineseAmount(total, { prefix: currencyPrefix(isForeign ? code : 'CNY') }),
      明细: goods.join('\n'),
    }
    return { ...head, terms: fillTemplate(template.body, values) }
  },
  list: ['customer', 'signedOn', 'deliverOn', 'endsOn', 'salesperson', 'totalGross'],
  totals: ['quantity', 'net', 'tax', 'gross'],
})
