import { defineDocument } from '../../../kernel/definition/define.ts'
import { money, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { taxRate } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { incomeItem } from '../entities/income-item.ts'
import { deriveTaxed, taxedLine } from '../../../ledgers/taxed-line.ts'

/** 其他收入单: income that is no sale of goods: rent, scrap, interest, a subsidy. */
export const otherIncome = defineDocument({
  name: 'otherIncome',
  label: '其他收入单',
  numbering: 'SRD-{yyyyMM}-{seq:4}',
  header: {
    payer: ref(party, { label: '付款单位', help: '未收款时填写' }),
    cashAccount: ref(cashAccount, { label: '收款账户', english: 'Received in', help: '空为未收，记付款单位欠款' }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    department: ref(department, { label: '部门' }),
    totalNet: money({ label: '金额合计', computed: true }),
    totalTax: money({ label: '税额合计', computed: true }),
    totalGross: money({ label: '价税合计', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '收入明细',
      atLeast: 1,
      fields: { incomeItem: ref(incomeItem, { label: '收入项目', required: true }), ...taxedLine },
      derive: (line, { lookup }) =>
        deriveTaxed(line, lookup(taxRate, lookup(incomeItem, line.incomeItem)?.taxRate)?.rate),
    }),
  },
  derive: (header, { tables, lookup }) => ({
    department: header.department ?? lookup(employee, header.employee)?.department,
    totalNet: totalOf(tables.lines, 'net'),
    totalTax: totalOf(tables.lines, 'tax'),
    totalGross: totalOf(tables.lines, 'gross'),
  }),
  list: ['payer', 'cashAccount', 'employee', 'totalGross'],
  totals: ['net', 'tax', 'gross'],
})
