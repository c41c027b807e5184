import { date, ref } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 银行存款余额调节表: from the bank's balance and from the books' to the one that both come to, with every item that is between them. */
export const bankReconciliation = defineReport({
  name: 'bankReconciliation',
  label: '银行存款余额调节表',
  english: 'Bank reconciliation',
  parameters: {
    cashAccount: ref(cashAccount, { label: '资金账户', help: '空为第一个有流水的账户' }),
    asOf: date({ label: '截止日期', english: 'As of', help: '空为最近一笔流水的日期' }),
  },
  columns: [
    { name: 'part', label: '项目', english: 'Part', kind: 'text', width: 190 },
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    {
      name: 'number',
      label: '单据/流水',
      english: 'Document',
      kind: 'text',
      width: 160,
      drill: { to: 'document', type: 'type', id: 'document' },
    },
    { name: 'words', label: '摘要', english: 'Memo', kind: 'text', width: 240 },
    { name: 'bookAmount', label: '企业账面', english: 'Books', kind: 'money' },
    { name: 'bankAmount', label: '银行对账单', english: 'Bank', kind: 'money' },
  ],
})
