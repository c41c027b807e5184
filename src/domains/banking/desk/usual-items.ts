import { invalid, fieldProblem } from '../../../kernel/definition/problem.ts'
import { createEntity } from '../../../kernel/documents/entities.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { expenseItem, incomeItem } from '../../money/index.ts'
import { usualKinds } from '../rules/match-question.ts'
import type { UsualKind } from '../rules/match-question.ts'

// The role whose account it stands on, and the word in the name of the account below it that is meant.
const places: Readonly<Record<UsualKind, { readonly role: string; readonly word: string }>> = {
  bankFee: { role: 'bankFee', word: '' },
  interest: { role: 'financeExpense', word: '利息' },
  tax: { role: 'unpaidVat', word: '' },
  socialSecurity: { role: 'wagesPayable', word: '社会保险|社保' },
  salary: { role: 'wagesPayable', word: '工资|薪' },
}

const accountFor = async (work: Work, kind: UsualKind): Promise<string | null> => {
  const { role, word } = places[kind]
  const [row] = await work.tx.rows<{ id: string }>(
    `select a.id from account_mapping m join account r on r.company_id = $1 and r.id = m.account
     join account a on a.company_id = $1 and a.code like r.code || '%' and not a.disabled
       and not exists (select 1 from account c where c.company_id = $1 and c.parent = a.id)
     where m.company_id = $1 and m.role = $2 order by ($3 <> '' and a.name ~ $3) desc, a.code limit 1`,
    [work.company, role, word],
  )
  return row?.id ?? null
}

/** The item that stands for what is usual at a bank: the one of that name, or a new one on the account it belongs to. */
export const usualItem = async (work: Work, kind: UsualKind): Promise<string> => {
  const isIncome = kind === 'interest'
  const [definition, table] = isIncome
    ? ([incomeItem, 'income_item'] as const)
    : ([expenseItem, 'expense_item'] as const)
  const name = usualKinds[kind]
  const [known] = await work.tx.rows<{ id: string }>(
    `select id from ${table} where company_id = $1 and name = $2 and not disabled order by code limit 1`,
    [work.company, name],
  )
  if (known !== undefined) return known.id
  const account = await accountFor(work, kind)
  if (account === null) {
    throw invalid(`没有${definition.label}“${name}”`, `There is no ${definition.name} called ${name}`, [
      fieldProblem('deed', `请先建立${definition.label}“${name}”并指定科目`, `create it with its account first`),
    ])
  }
  return String((await createEntity(work, definition, { name, account })).header['id'])
}
