import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, longText, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** How a line of a statement was found. */
export const statementVerdicts = { agreed: '相符', disputed: '有异议' } as const

/** 对账回执: what a customer or supplier says to a statement of account, line by line. It posts nothing. */
export const statementReply = defineDocument({
  name: 'statementReply',
  label: '对账回执',
  english: 'Reply to a statement',
  numbering: 'DZHZ-{yyyyMM}-{seq:4}',
  header: {
    party: ref(party, { label: '往来单位', required: true, indexed: true }),
    verdict: choice({ label: '结果', options: statementVerdicts, computed: true }),
    periodFrom: date({ label: '对账开始', english: 'From', required: true }),
    periodTo: date({ label: '对账结束', english: 'To', required: true }),
    closing: money({ label: '期末余额', english: 'Closing balance' }),
    signedBy: text({ label: '确认人', english: 'Signed by', required: true, maxLength: 60 }),
    note: longText({ label: '对方留言', english: 'The party says' }),
  },
  tables: {
    lines: lineTable({
      label: '对账明细',
      fields: {
        day: date({ label: '日期', english: 'Day' }),
        documentNumber: text({ label: '单据编号', english: 'Document', maxLength: 60 }),
        summary: text({ label: '摘要' }),
        amount: money({ label: '金额' }),
        verdict: choice({ label: '核对', english: 'Verdict', options: statementVerdicts, initial: 'agreed' }),
        objection: text({ label: '异议说明', english: 'Objection' }),
      },
    }),
  },
  derive: (_header, { tables }) => {
    const isDisputed = tables.lines.some((line) => line.verdict === 'disputed')
    return { verdict: isDisputed ? ('disputed' as const) : ('agreed' as const) }
  },
  list: ['party', 'verdict', 'periodFrom', 'periodTo', 'closing', 'signedBy'],
  totals: ['amount'],
})
