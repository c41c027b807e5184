import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { readAccounts } from '../../../ledgers/general/account-tree.ts'
import { moneyBudget } from './money-budget.ts'

/** Months are months, and what is budgeted for a department or a project is told apart by it in the books. */
export const checkMoneyBudget = defineCheck(moneyBudget, async (input, work) => {
  const tree = await readAccounts(work)
  const rows = await work.tx.rows<{ id: string }>(
    `select id from account where company_id = $1 and ($2 and not by_department or $3 and not by_project)`,
    [work.company, input.header.department !== null, input.header.project !== null],
  )
  const blind = new Set(rows.map((row) => row.id))
  const wrong = input.lines.flatMap((line, index) => {
    const path = `lines.${index}.`
    const name = input.lookup(account, line.account)?.name ?? ''
    const details = tree.within(line.account).filter((node) => node.isDetail)
    return [
      ...(line.month >= 1 && line.month <= 12
        ? []
        : [fieldProblem(`${path}month`, '月份应为 1 到 12', 'must be a month from 1 to 12')]),
      ...(details.every((node) => !blind.has(node.id))
        ? []
        : [
            fieldProblem(
              `${path}account`,
              `“${name}”未设部门或项目核算，无法按部门或项目统计实际数；请先在科目上勾选`,
              'is not told apart by department or project; set that on the account first',
            ),
          ]),
    ]
  })
  return [...wrong, ...disabledReferences(moneyBudget, input)]
})
