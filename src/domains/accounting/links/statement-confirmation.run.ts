import type { CalendarDate } from '../../../base/calendar-date.ts'
import { decimal } from '../../../base/decimal.ts'
import type { PublicQuestion, PublicTable } from '../../../kernel/definition/public-link.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import { definePublicLinkRun } from '../../../kernel/documents/installed.ts'
import type { PublicLinkOpening, Work } from '../../../kernel/posting/work.ts'
import type { Id } from '../../../base/id.ts'
import { statementReply, statementVerdicts } from '../documents/statement-reply.ts'
import { partyStatementRun } from '../reports/party-balances.run.ts'
import { statementConfirmation } from './statement-confirmation.ts'
import { todayOf } from '../../../ledgers/today.ts'

type Opening = PublicLinkOpening<typeof statementConfirmation>
type Say = Opening['say']

const statementOf = async ({ record, parameters }: Opening, work: Work) => {
  const { rows } = await partyStatementRun.run({ ...parameters, party: record as Id<'party'> }, work)
  return {
    opening: rows.find((row) => row.rowKind === 'opening'),
    closing: rows.find((row) => row.rowKind === 'closing'),
    lines: rows.filter((row) => row.rowKind === undefined),
  }
}

const cell = (row: ReportRow | undefined, name: string): string | null => {
  const value = row?.[name]
  return value === null || value === undefined ? null : String(value)
}

/** A document stands once a kind on a statement. */
const keyOf = (row: ReportRow): string => `${cell(row, 'documentId') ?? ''}/${cell(row, 'summary') ?? ''}`

const amountOf = (row: ReportRow): string =>
  decimal(cell(row, 'increase') ?? '0')
    .minus(cell(row, 'decrease') ?? '0')
    .toString()

const tableOf = (rows: readonly ReportRow[], say: Say): PublicTable => ({
  label: say('对账单', 'Statement'),
  columns: [
    { name: 'date', label: say('日期', 'Date'), kind: 'date' },
    { name: 'documentNumber', label: say('单据', 'Document'), kind: 'text' },
    { name: 'increase', label: say('增加', 'Increase'), kind: 'money' },
    { name: 'decrease', label: say('减少', 'Decrease'), kind: 'money' },
    { name: 'balance', label: say('余额', 'Balance'), kind: 'money' },
  ],
  rows: rows.map((row) => ({
    date: cell(row, 'date'),
    documentNumber: cell(row, 'documentNumber') ?? cell(row, 'summary'),
    increase: cell(row, 'increase'),
    decrease: cell(row, 'decrease'),
    balance: cell(row, 'balance'),
  })),
})

const question = (lines: readonly ReportRow[], say: Say): PublicQuestion => ({
  answer: 'reply',
  label: say('核对', 'Check it'),
  verb: say('提交核对结果', 'Send'),
  columns: [
    { name: 'documentNumber', label: say('单据', 'Document'), kind: 'text' },
    { name: 'date', label: say('日期', 'Date'), kind: 'date' },
    { name: 'amount', label: say('金额', 'Amount'), kind: 'money' },
  ],
  rows: lines.map((row) => ({
    id: keyOf(row),
    documentNumber: `${cell(row, 'type') ?? ''} ${cell(row, 'documentNumber') ?? ''}`,
    date: cell(row, 'date'),
    amount: amountOf(row),
    verdict: 'agreed',
  })),
  rowFields: [
    {
      name: 'verdict',
      label: say('核对', 'Verdict'),
      kind: 'choice',
      options: { agreed: say('相符', 'Agreed'), disputed: say('有异议', 'Disputed') },
    },
    { name: 'objection', label: say('异议说明', 'Why'), kind: 'text' },
  ],
  fields: [
    { name: 'signedBy', label: say('确认人', 'Your name'), kind: 'text', required: true },
    { name: 'note', label: say('留言', 'Message'), kind: 'text' },
  ],
})

const repliesTo = async ({ record, parameters }: Opening, work: Work): Promise<string[]> => {
  const rows = await work.tx.rows<{
    date: CalendarDate
    signed_by: string
    verdict: keyof typeof statementVerdicts
    number: string
  }>(
    `select date, signed_by, verdict, number from statement_reply
     where company_id = $1 and party = $2 and period_from = $3 and period_to = $4 and state = 'posted' order by number desc`,
    [work.company, record, parameters.from, parameters.to],
  )
  return rows.map((row) => `${row.date} ${row.signed_by} ${statementVerdicts[row.verdict]}（${row.number}）`)
}

/** The statement of a party's account between two days, and what the party says to it. */
export const runStatementConfirmation = definePublicLinkRun(statementConfirmation, {
  show: async (opening, work) => {
    const { parameters, say, record } = opening
    const [statement, answered, [names]] = await Promise.all([
      statementOf(opening, work),
      repliesTo(opening, work),
      work.tx.rows<{ party: string; company: string }>(
        `select p.name as party, c.name as company from party p join company c on c.company_id = $1 where p.company_id = $1 and p.id = $2`,
        [work.company, record],
      ),
    ])
    const { opening: first, closing, lines } = statement
    return {
      title: say('往来对账单', 'Statement of account'),
      company: names?.company ?? '',
      facts: [
        { label: say('往来单位', 'Party'), value: names?.party ?? '' },
        { label: say('期间', 'Period'), value: `${parameters.from ?? ''} — ${parameters.to ?? ''}` },
        { label: say('期初欠款', 'Opening'), value: cell(first, 'balance') ?? '0.00' },
        { label: say('期末欠款', 'Closing'), value: cell(closing, 'balance') ?? '0.00' },
      ],
      tables: [tableOf(lines, say)],
      questions: [question(lines, say)],
      answered,
    }
  },
  answers: {
    reply: async (opening, input, work) => {
      const { lines, closing } = await statementOf(opening, work)
      const given = Array.isArray(input['lines']) ? input['lines'].filter(isJsonObject) : []
      const told = new Map(given.map((line) => [line['id'], line]))
      const reply = await createDocument(work, statementReply, {
        party: opening.record,
        date: todayOf(work),
        periodFrom: opening.parameters.from ?? null,
        periodTo: opening.parameters.to ?? null,
        closing: cell(closing, 'balance'),
        signedBy: input['signedBy'] || null,
        note: input['note'] || null,
        lines: lines.map((row) => {
          const own = told.get(keyOf(row))
          return {
            day: cell(row, 'date'),
            documentNumber: cell(row, 'documentNumber'),
            summary: cell(row, 'summary'),
            amount: amountOf(row),
            verdict: own?.['verdict'] ?? 'agreed',
            objection: own?.['objection'] || null,
          }
        }),
      })
      await actOn(work, statementReply, reply, 'post', {})
    },
  },
})
