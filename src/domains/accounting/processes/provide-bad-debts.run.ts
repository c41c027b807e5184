import { decimal, zero } from '../../../base/decimal.ts'
import { lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import type { AccountRoleName } from '../../../ledgers/account-roles.ts'
import { accountsOf } from '../../../ledgers/general/accounts.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { badDebtProvision } from '../documents/bad-debt-provision.ts'
import { badDebtAllowance } from '../rules/bad-debt-allowance.ts'
import type { AgedAmount, ProvisionStep } from '../rules/bad-debt-allowance.ts'
import { makeDocument } from './make-document.ts'
import { provideBadDebtsProcess } from './provide-bad-debts.ts'
import { periodIn } from './voucher-processes.ts'

const sides = [
  { side: 'receivable', role: 'badDebtProvision' },
  { side: 'otherReceivable', role: 'otherBadDebtProvision' },
] as const satisfies readonly { side: string; role: AccountRoleName }[]

const stepsOf = async (work: Work): Promise<ProvisionStep[]> => {
  const rows = await work.tx.rows<{ from_days: number; percent: string }>(
    `select from_days, percent from provision_rate where company_id = $1 and not disabled order by from_days`,
    [work.company],
  )
  return rows.map((row) => ({ fromDays: row.from_days, percent: decimal(row.percent) }))
}

const agedOf = async (work: Work, period: Period, kind: string): Promise<AgedAmount[]> => {
  const rows = await work.tx.rows<{ days: number; amount: string }>(
    `select ($2::date - i.date)::integer as days, sum(e.book_amount) as amount from party_entry e
     join party_item i on i.company_id = $1 and i.id = e.open_item
     where e.company_id = $1 and e.date <= $2 and i.kind = $3 group by 1 having sum(e.book_amount) <> 0`,
    [work.company, lastDay(period), kind],
  )
  return rows.map((row) => ({ days: row.days, amount: decimal(row.amount) }))
}

/** The allowance that stands: the credit balance of its account. */
const standingOf = async (work: Work, period: Period, role: AccountRoleName) => {
  const account = (await accountsOf(work)).of(role)
  const rows = await work.tx.rows<{ balance: string }>(
    `select coalesce(sum(credit - debit), 0) as balance from general_entry where company_id = $1 and account_id = $2 and date <= $3`,
    [work.company, account, lastDay(period)],
  )
  return decimal(rows[0]?.balance ?? '0')
}

const provide = async (work: Work, period: Period, steps: readonly ProvisionStep[], one: (typeof sides)[number]) => {
  const [aged, standing] = await Promise.all([agedOf(work, period, one.side), standingOf(work, period, one.role)])
  const ages = badDebtAllowance(steps, aged)
  const required = ages.reduce((sum, age) => sum.plus(age.amount), zero)
  const difference = required.minus(standing)
  if (difference.isZero()) return null
  return makeDocument(work, badDebtProvision, {
    date: lastDay(period),
    period,
    side: one.side,
    required: required.toString(),
    standing: standing.toString(),
    difference: difference.toString(),
    lines: ages.map((age) => ({
      age: age.age,
      balance: age.balance.toString(),
      percent: age.percent.toString(),
      amount: age.amount.toString(),
    })),
  })
}

export const provideBadDebtsRun = defineProcessRun(provideBadDebtsProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const period = periodIn(parameters.period)
    if (settingsOf(work.settings).standard !== 'enterprise') {
      const zh = '小企业会计准则不计提坏账准备；无法收回时用坏账核销'
      throw conflict(zh, 'Small enterprises make no provisions; write a debt off when it is lost')
    }
    const steps = await stepsOf(work)
    if (steps.length === 0) throw conflict('请先设置坏账计提比例', 'Set the provision rates first')
    const documents: (string | null)[] = []
    for (const one of sides) documents.push(await provide(work, period, steps, one))
    return { documents: documents.filter((id) => id !== null) }
  }),
)
