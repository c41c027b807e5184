import { choice, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { rangeFields, viewFields } from './book-parameters.ts'
import { documentColumn } from './detail-ledger.ts'

/** 资金日记账: what came into and went out of cash and bank accounts, day by day, with what was there after each. */
export const cashJournal = defineReport({
  name: 'cashJournal',
  label: '资金日记账',
  layout: 'ledgerBook',
  parameters: {
    cashAccount: ref(cashAccount, { label: '资金账户' }),
    kind: choice({
      label: '账簿',
      english: 'Book',
      options: { cash: '现金日记账', bank: '银行存款日记账', other: '其他货币资金' },
    }),
    ...rangeFields,
    knownAt: viewFields.knownAt,
  },
  columns: [
    { name: 'account', label: '资金账户', english: 'Account', kind: 'text', width: 140 },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    documentColumn,
    { name: 'type', label: '类型', english: 'Type', kind: 'text', width: 110 },
    { name: 'counterparty', label: '对方', english: 'Counterparty', kind: 'text', width: 160 },
    { name: 'received', label: '收入', english: 'In', kind: 'money', total: true, turned: 'sum' },
    { name: 'paid', label: '支出', english: 'Out', kind: 'money', total: true, turned: 'sum' },
    { name: 'balance', label: '余额', english: 'Balance', kind: 'money', turned: 'last' },
  ],
})
