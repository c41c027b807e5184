import { fieldProblem } from '../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../kernel/definition/problem.ts'
import type { EntityCheck, Work } from '../../kernel/posting/work.ts'
import { account } from '../dimensions/account.ts'
import { company } from '../dimensions/company.ts'
import { codeParts, isCodeLengths } from '../general/account-codes.ts'
import { settingsOf } from '../settings.ts'

/** What a company settles when its books are set up; the chart was made by it. */
const settled = [
  { field: 'standard', zh: '会计准则', en: 'the accounting standard' },
  { field: 'accountCodes', zh: '科目编码级次', en: 'the lengths of account codes' },
] as const

const changedAfterSetup = async (
  record: Readonly<Record<string, unknown>>,
  work: Work,
): Promise<readonly FieldProblem[]> => {
  const settings = settingsOf(work.settings)
  const changed = settled.filter(({ field }) => settings[field] && settings[field] !== record[field])
  if (changed.length === 0) return []
  const rows = await work.tx.rows<{ made: boolean }>(
    `select exists (select 1 from account where company_id = $1) as made`,
    [work.company],
  )
  return rows[0]?.made === true
    ? changed.map(({ field, zh, en }) =>
        fieldProblem(
          field,
          `${zh}在建账时确定；还没有凭证时可用“建账”重新设置`,
          `${en} is settled at set-up; use "Set up the books" while there are no vouchers`,
        ),
      )
    : []
}

/** Lengths of codes are readable, and what the chart was made by stays. */
export const checkCompany: EntityCheck = {
  entity: company,
  check: async (record, work) => {
    const lengths = record['accountCodes']
    return typeof lengths === 'string' && isCodeLengths(lengths)
      ? changedAfterSetup(record, work)
      : [
          fieldProblem(
            'accountCodes',
            '科目编码级次应写作 4-2-2-2：一级 4 位，以下二至四级，每级 2 至 4 位',
            'is written like 4-2-2-2: four figures, then two to four levels of 2 to 4 figures',
          ),
        ]
  },
}

const parentCode = async (work: Work, parent: unknown): Promise<string | undefined> => {
  if (typeof parent !== 'string') return undefined
  const rows = await work.tx.rows<{ code: string }>(`select code from account where company_id = $1 and id = $2`, [
    work.company,
    parent,
  ])
  return rows[0]?.code
}

const moving = new WeakSet<Work>()

/** Says that a unit of work moves the balance of an account to the first one below it, which may then be opened. */
export const movesBalanceDown = (work: Work): void => {
  moving.add(work)
}

/** The first account below one that has entries: its balance would be left above it. */
const firstBelowUsed = async (
  record: Readonly<Record<string, unknown>>,
  work: Work,
): Promise<readonly FieldProblem[]> => {
  const { parent, id } = record
  if (typeof parent !== 'string' || moving.has(work)) return []
  const rows = await work.tx.rows<{ code: string; name: string }>(
    `select code, name from account p where company_id = $1 and id = $2
       and not exists (select 1 from account c where c.company_id = $1 and c.parent = p.id)
       and coalesce((select sum(debit - credit) from general_entry e where e.company_id = $1 and e.account_id = p.id), 0) <> 0
       and not exists (select 1 from account o where o.company_id = $1 and o.id = $3)`,
    [work.company, parent, id],
  )
  return rows.map(({ code, name }) =>
    fieldProblem(
      'parent',
      `${code} ${name} 有余额；请用“增设明细科目”，余额随之转入第一个明细`,
      `${code} has a balance; use "Open a detail account", which moves it to the first one`,
    ),
  )
}

/** An account's code has the lengths that the company chose, and begins with the code of the account above it. */
export const checkAccount: EntityCheck = {
  entity: account,
  check: async (record, work) => {
    const code = String(record['code'])
    const { accountCodes } = settingsOf(work.settings)
    const parts = codeParts(code, accountCodes)
    if (parts === null) {
      const zh = `科目编码应为 ${accountCodes} 的数字`
      return [fieldProblem('code', zh, `must be figures of the lengths ${accountCodes}`)]
    }
    const wanted = parts.slice(0, -1).join('')
    const parent = (await parentCode(work, record['parent'])) ?? ''
    if (wanted === parent) return firstBelowUsed(record, work)
    return wanted === ''
      ? [fieldProblem('parent', `${code} 是一级科目，没有上级`, `${code} is of the first level and has no parent`)]
      : [fieldProblem('parent', `${code} 的上级应为 ${wanted}`, `the account above ${code} must be ${wanted}`)]
  },
}
