import { zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, money, ref } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { taxRate } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { dueDate } from '../../../ledgers/due-date.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { deductibleTax, invoiceKinds, taxToCertify } from '../../purchasing/index.ts'
import { expenseItem } from '../entities/expense-item.ts'
import { deriveTaxed, taxedLine } from '../../../ledgers/taxed-line.ts'

const payeeHead = {
  payee: ref(party, { label: '收款单位', help: '欠供应商或个人时填写；已付款的可不填' }),
  invoiceKind: choice({ label: '发票类型', options: invoiceKinds, help: '专用发票的进项税额可抵扣' }),
} as const

const invoiceKindOf = ({ header, lookup }: Pick<DeriveContext, 'header' | 'lookup'>) => {
  const { invoiceKind, payee } = header as Draft<typeof payeeHead>
  return invoiceKind ?? lookup(party, payee)?.invoiceKind ?? 'ordinary'
}

/** 费用单: what something cost us that is no goods, paid at once or owed. */
export const expense = defineDocument({
  name: 'expense',
  label: '费用单',
  numbering: 'FYD-{yyyyMM}-{seq:4}',
  header: {
    payee: payeeHead.payee,
    cashAccount: ref(cashAccount, { label: '付款账户', english: 'Paid from', help: '空为未付，记欠收款单位' }),
    invoiceKind: payeeHead.invoiceKind,
    dueOn: date({ label: '付款到期日', english: 'Due on' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    department: ref(department, { label: '部门' }),
    totalNet: money({ label: '金额合计', computed: true }),
    totalTax: money({ label: '税额合计', computed: true }),
    totalGross: money({ label: '价税合计', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '费用明细',
      atLeast: 1,
      fields: {
        expenseItem: ref(expenseItem, { label: '费用项目', required: true }),
        ...taxedLine,
        pendingTax: money({ label: '待认证税额', english: 'Tax to certify', computed: true, hidden: true }),
      },
      derive: (line, context) => {
        const { lookup, settings } = context
        const taxed = deriveTaxed(line, lookup(taxRate, lookup(expenseItem, line.expenseItem)?.taxRate)?.rate)
        const { taxpayer, certifyInputVat } = settingsOf(settings)
        const tax = ('tax' in taxed ? taxed.tax : line.tax) ?? zero
        const deductible = deductibleTax({ taxpayer, invoiceKind: invoiceKindOf(context), tax })
        return { ...taxed, pendingTax: taxToCertify(certifyInputVat, deductible) }
      },
    }),
  },
  derive: (header, context) => {
    return {
      invoiceKind: invoiceKindOf(context),
      dueOn: header.dueOn ?? dueDate(context, { party: header.payee }),
      department: header.department ?? context.lookup(employee, header.employee)?.department,
      totalNet: totalOf(context.tables.lines, 'net'),
      totalTax: totalOf(context.tables.lines, 'tax'),
      totalGross: totalOf(context.tables.lines, 'gross'),
    }
  },
  list: ['payee', 'cashAccount', 'employee', 'department', 'totalGross'],
  totals: ['net', 'tax', 'gross'],
})
