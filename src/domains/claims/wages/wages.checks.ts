import { zero } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { wagesAccrual } from './wages-accrual.ts'
import { wagesPayment } from './wages-payment.ts'

/** What is kept back for others is owed to someone; a month's wages of a department are accrued once. */
export const checkWagesAccrual = defineCheck(wagesAccrual, async (input, work) => {
  const { header, lines } = input
  const kept = lines.some((line) => !(line.ownInsurance ?? zero).plus(line.ownFund ?? zero).isZero())
  const rows = await work.tx.rows<{ department: string; number: string }>(
    `select distinct l.department, h.number from wages_accrual h join wages_accrual_line l on l.company_id = $1 and l.owner_id = h.id
     where h.company_id = $1 and h.wage_month = $2 and h.id <> $3 and h.state in ('posted', 'closed') and h.reverses is null
       and not exists (select 1 from wages_accrual r where r.company_id = $1 and r.reverses = h.id and r.state <> 'void')`,
    [work.company, header.wageMonth, header.id],
  )
  const accrued = new Map(rows.map((row) => [row.department, row.number]))
  return [
    ...(kept && header.fundParty === null
      ? [fieldProblem('fundParty', '有代扣社保、公积金，请填写收款单位', 'say to whom the withheld insurance is owed')]
      : []),
    ...lines.flatMap((line, index) => {
      const other = accrued.get(line.department)
      return other === undefined
        ? []
        : [
            {
              ...fieldProblem(
                `lines.${index}.department`,
                `该部门 ${header.wageMonth} 工资已在 ${other} 计提`,
                `was accrued for this month by ${other}`,
              ),
              warning: true,
            },
          ]
    }),
    ...disabledReferences(wagesAccrual, input),
  ]
})

export const checkWagesPayment = defineCheck(wagesPayment, async (input, work) => {
  const { lines, settlements } = input
  const rows = await work.tx.rows<{ id: string; kind: string }>(
    `select id, kind from party_item where company_id = $1 and id = any($2::uuid[])`,
    [work.company, settlements.map((line) => line.openItem)],
  )
  const kinds = new Map(rows.map((row) => [row.id, row.kind]))
  return [
    ...(lines.length + settlements.length === 0 ? [fieldProblem('lines', '请填写付款明细', 'say what is paid')] : []),
    ...settlements.flatMap((line, index) =>
      kinds.get(line.openItem) === line.kind
        ? []
        : [fieldProblem(`settlements.${index}.kind`, '此款项不是这一类', 'is of another kind')],
    ),
    ...disabledReferences(wagesPayment, input),
  ]
})
