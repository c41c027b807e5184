import { defineDocument } from '../../../kernel/definition/define.ts'
import { decimal, integer, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { auxiliaryItem } from '../../../ledgers/dimensions/auxiliary.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { department, employee, project } from '../../../ledgers/dimensions/people.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 记账凭证: an entry by hand. What business documents mean is projected from them, not written here. */
export const voucher = defineDocument({
  name: 'voucher',
  label: '记账凭证',
  numbering: 'PZ-{yyyyMM}-{seq:4}',
  header: {
    attachmentsCount: integer({ label: '附单据', english: 'Attachments' }),
    totalDebit: money({ label: '借方合计', computed: true }),
    totalCredit: money({ label: '贷方合计', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '分录',
      atLeast: 2,
      fields: {
        summary: text({ label: '摘要', required: true }),
        account: ref(account, { label: '会计科目', required: true }),
        debit: money({ label: '借方' }),
        credit: money({ label: '贷方' }),
        party: ref(party, { label: '往来单位' }),
        department: ref(department, { label: '部门' }),
        employee: ref(employee, { label: '职员' }),
        project: ref(project, { label: '项目' }),
        item: ref(item, { label: '商品' }),
        cashAccount: ref(cashAccount, { label: '资金账户' }),
        auxiliary1: ref(auxiliaryItem, { label: '自定义核算一', english: 'Own dimension 1' }),
        auxiliary2: ref(auxiliaryItem, { label: '自定义核算二', english: 'Own dimension 2' }),
        quantity: quantity({ label: '数量', help: '数量核算科目填写' }),
        currency: text({ label: '币种', maxLength: 3, help: '外币核算科目填写，如 USD' }),
        rate: decimal({ label: '汇率', english: 'Exchange rate', scale: 8 }),
        currencyAmount: money({ label: '原币金额', english: 'Amount in currency' }),
      },
    }),
  },
  derive: (_header, { tables }) => ({
    totalDebit: totalOf(tables.lines, 'debit'),
    totalCredit: totalOf(tables.lines, 'credit'),
  }),
  list: ['attachmentsCount', 'totalDebit', 'totalCredit'],
  totals: ['debit', 'credit'],
  inWords: 'debit',
})
