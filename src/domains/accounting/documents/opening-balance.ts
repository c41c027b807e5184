import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, decimal, integer, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { auxiliaryItem } from '../../../ledgers/dimensions/auxiliary.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee, project } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { formsOf } from '../statements/forms.ts'

/** 期初余额: what stood on the accounts, was owed and was in the till on the day before the first month. Stock has its own. */
export const openingBalance = defineDocument({
  name: 'openingBalance',
  label: '期初余额',
  numbering: 'QCYE-{yyyyMM}-{seq:4}',
  header: {
    totalDebit: money({ label: '借方合计', computed: true }),
    totalCredit: money({ label: '贷方合计', computed: true }),
    totalYearDebit: money({ label: '本年累计借方合计', english: 'Debits of the year', computed: true }),
    totalYearCredit: money({ label: '本年累计贷方合计', english: 'Credits of the year', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '余额明细',
      atLeast: 1,
      fields: {
        account: ref(account, { label: '会计科目', required: true }),
        debit: money({ label: '借方余额', english: 'Debit' }),
        credit: money({ label: '贷方余额', english: 'Credit' }),
        yearDebit: money({ label: '本年累计借方', english: 'Debits of the year', help: '年中启用时，一月至启用前' }),
        yearCredit: money({ label: '本年累计贷方', english: 'Credits of the year' }),
        yearProfit: money({
          label: '本年实际损益',
          english: 'Profit or loss of the year',
          help: '损益类科目结转前的实际发生额，按科目方向；空则取科目方向一边的本年累计',
        }),
        party: ref(party, { label: '往来单位' }),
        dueOn: date({ label: '到期日', help: '往来科目的未清项到期日' }),
        cashAccount: ref(cashAccount, { label: '资金账户' }),
        department: ref(department, { label: '部门' }),
        employee: ref(employee, { label: '职员' }),
        project: ref(project, { label: '项目' }),
        item: ref(item, { label: '商品' }),
        auxiliary1: ref(auxiliaryItem, { label: '自定义核算一', english: 'Own dimension 1' }),
        auxiliary2: ref(auxiliaryItem, { label: '自定义核算二', english: 'Own dimension 2' }),
        quantity: quantity({ label: '数量' }),
        currency: text({ label: '币种', maxLength: 3, help: '外币核算科目填写，如 USD' }),
        rate: decimal({ label: '汇率', english: 'Exchange rate', scale: 8 }),
        currencyAmount: money({ label: '原币金额', english: 'Amount in currency' }),
      },
    }),
    cashFlows: lineTable({
      label: '现金流量本年累计',
      fields: {
        line: integer({
          label: '行次',
          english: 'Line',
          required: true,
          help: '现金流量表行次；年中启用时填一月至启用前的累计数，口径与报表相同',
        }),
        item: text({ label: '现金流量项目', english: 'Cash flow item', computed: true, maxLength: 80 }),
        amount: money({ label: '本年累计金额', english: 'Amount of the year', required: true }),
      },
      derive: (line, { settings }) => {
        const own = formsOf(settings).cashFlowLines.find((each) => each.line === line.line)
        if (line.line !== null && own?.flow === undefined)
          throw new FieldRefusal('line', `第 ${line.line} 行不是现金流量项目`, `line ${line.line} holds no flows`)
        return { item: own?.item ?? null }
      },
    }),
  },
  derive: (_header, { tables }) => ({
    totalDebit: totalOf(tables.lines, 'debit'),
    totalCredit: totalOf(tables.lines, 'credit'),
    totalYearDebit: totalOf(tables.lines, 'yearDebit'),
    totalYearCredit: totalOf(tables.lines, 'yearCredit'),
  }),
  list: ['totalDebit', 'totalCredit'],
  totals: ['debit', 'credit'],
  inWords: 'debit',
})
