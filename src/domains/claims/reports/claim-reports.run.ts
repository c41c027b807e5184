import { daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import { advanceAges, advanceAging, claimsToPay } from './claim-reports.ts'
import { readQueue } from './read-queue.ts'
import { todayOf } from '../../../ledgers/today.ts'

const kinds = { advance: '借款', claim: '报销' } as const

const totalOf = (amounts: readonly string[]): string =>
  centsText(amounts.reduce((sum, amount) => sum + toCents(amount), 0n))

export const runClaimsToPay = defineReportRun(claimsToPay, async ({ employee }, work) => {
  const today = todayOf(work)
  const due = (await readQueue(work)).filter((one) => !employee || one.employee === employee)
  return {
    rows: due.map((one) => ({
      key: one.key,
      documentType: one.documentType,
      documentId: one.documentId,
      employee: one.employee,
      employeeName: one.employeeName,
      departmentName: one.departmentName,
      kind: kinds[one.kind],
      number: one.number,
      date: one.date,
      waitingDays: Math.max(daysBetween(one.date, today), 0),
      purpose: one.purpose,
      bankAccount: one.bankAccount,
      amount: one.amount,
    })),
    totals: { employeeName: '合计', amount: totalOf(due.map((one) => one.amount)) },
    notes: [`共 ${due.length} 笔`],
  }
})

interface Advance {
  readonly employee: string
  readonly employeeName: string
  readonly departmentName: string | null
  readonly documentType: string
  readonly documentId: string
  readonly number: string
  readonly date: CalendarDate
  readonly dueOn: CalendarDate | null
  readonly amount: string
  readonly open: string
}

const sql = `
  select e.id as employee, e.name as "employeeName", d.name as "departmentName", i.document_type as "documentType",
    i.document_id as "documentId", i.document_number as number, i.date, nullif(i.due_on, i.date) as "dueOn", i.amount::text as amount, i.open::text as open
  from party_item i join party p on p.company_id = $1 and p.id = i.party join employee e on e.company_id = $1 and e.id = p.employee
  left join department d on d.company_id = $1 and d.id = e.department
  where i.company_id = $1 and i.kind = 'otherReceivable' and i.open <> 0 and ($2::uuid is null or e.id = $2) and ($3::uuid is null or e.department = $3)
  order by i.date, i.document_number`

export const runAdvanceAging = defineReportRun(advanceAging, async ({ employee, department, overdue }, work) => {
  const today = todayOf(work)
  const late = ({ dueOn }: Advance) => (dueOn === null ? 0 : Math.max(daysBetween(dueOn, today), 0))
  const found = await work.tx.rows<Advance>(sql, [work.company, employee ?? null, department ?? null])
  const shown = overdue === true ? found.filter((one) => late(one) > 0) : found
  const ageOf = (one: Advance) => advanceAges.find((age) => daysBetween(one.date, today) <= age.upTo)?.name
  const inAge = (name: string) => totalOf(shown.filter((one) => ageOf(one) === name).map((one) => one.open))
  return {
    rows: shown.map((one) => ({
      ...one,
      days: daysBetween(one.date, today),
      overdueDays: late(one) || null,
      ...Object.fromEntries(advanceAges.map(({ name }) => [name, ageOf(one) === name ? one.open : null])),
    })),
    totals: {
      employeeName: '合计',
      amount: totalOf(shown.map((one) => one.amount)),
      open: totalOf(shown.map((one) => one.open)),
      ...Object.fromEntries(advanceAges.map(({ name }) => [name, inAge(name)])),
    },
    notes: [`截至 ${today}，按付款日期计算账龄`],
  }
})
