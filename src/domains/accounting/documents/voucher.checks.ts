import type { Decimal } from '../../../base/decimal.ts'
import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { voucher } from './voucher.ts'

type Input = PostingInput<typeof voucher>

/** A line on an account, as vouchers and openings have it. */
interface AccountLine {
  readonly account: Id<'account'>
  readonly debit: Decimal | null
  readonly credit: Decimal | null
  readonly cashAccount: Id<'cashAccount'> | null
  readonly party: Id<'party'> | null
  readonly department: Id<'department'> | null
  readonly employee: Id<'employee'> | null
  readonly project: Id<'project'> | null
  readonly item: Id<'item'> | null
}

interface AccountLines extends Pick<Input, 'lookup'> {
  readonly lines: readonly AccountLine[]
}

/** Each line stands on one side. */
export const oneSided = (lines: readonly Pick<AccountLine, 'debit' | 'credit'>[]): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const filled = [line.debit, line.credit].filter((amount) => amount !== null && !amount.isZero())
    return filled.length === 1
      ? []
      : [fieldProblem(`lines.${index}.debit`, '借方、贷方须且只能填一个', 'needs either a debit or a credit')]
  })

/** Debits equal credits, and each line stands on one side. */
export const unbalanced = ({ header, lines }: Input): FieldProblem[] => {
  const sides = oneSided(lines)
  if (header.totalDebit !== null && header.totalCredit?.eq(header.totalDebit)) return sides
  const text = `借方 ${String(header.totalDebit)} 与贷方 ${String(header.totalCredit)} 不平`
  return [...sides, fieldProblem('totalCredit', text, 'debits and credits differ')]
}

const dimensionsOf = {
  party: { flag: 'byParty', zh: '往来单位', en: 'a party' },
  department: { flag: 'byDepartment', zh: '部门', en: 'a department' },
  employee: { flag: 'byEmployee', zh: '职员', en: 'an employee' },
  project: { flag: 'byProject', zh: '项目', en: 'a project' },
  item: { flag: 'byItem', zh: '商品', en: 'an item' },
} as const
const dimensionNames = ['party', 'department', 'employee', 'project', 'item'] as const

/** The 辅助核算 that a line's account asks for, and what a controlled account's ledger needs. */
export const missingDimensions = ({ lines, lookup }: AccountLines): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const record = lookup(account, line.account)
    if (record === undefined) return []
    const path = `lines.${index}.`
    const named = `${record.code} ${record.name}`
    if (record.control === 'stock') {
      const way = '存货科目由库存单据产生分录，改变成本请用成本调整单'
      return [fieldProblem(`${path}account`, `${named}：${way}`, 'is kept by the stock ledger; use a cost adjustment')]
    }
    if (record.control === 'asset') {
      const way = '资产科目由资产单据产生分录：期初用期初资产单，其后用资产购置、变动、处置单和计提折旧'
      return [fieldProblem(`${path}account`, `${named}：${way}`, 'is kept by the asset ledger; use an asset document')]
    }
    const cash =
      record.control === 'cash' && line.cashAccount === null
        ? [fieldProblem(`${path}cashAccount`, `${named} 须填资金账户`, `${record.code} needs a cash account`)]
        : []
    const missing = dimensionNames.filter((name) => {
      const asked = record[dimensionsOf[name].flag] === true || (name === 'party' && record.control === 'party')
      return asked && line[name] === null
    })
    return [
      ...cash,
      ...missing.map((name) => {
        const { zh, en } = dimensionsOf[name]
        return fieldProblem(path + name, `${named} 须填${zh}`, `${record.code} needs ${en}`)
      }),
    ]
  })

/** Entries stand on accounts without accounts below them. */
export const parentAccounts = async ({ lines, lookup }: AccountLines, work: Work): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ parent: string }>(
    `select distinct parent from account where company_id = $1 and parent = any($2::uuid[])`,
    [work.company, lines.map((line) => line.account)],
  )
  const parents = new Set(rows.map((row) => row.parent))
  return lines.flatMap((line, index) =>
    parents.has(line.account)
      ? [
          fieldProblem(
            `lines.${index}.account`,
            `${lookup(account, line.account)?.name ?? ''} 有下级科目，请选末级`,
            'has accounts below it; choose one of them',
          ),
        ]
      : [],
  )
}

/** Balanced, on last-level accounts, with what these ask for. */
export const checkVoucher = defineCheck(voucher, async (input, work) => [
  ...unbalanced(input),
  ...missingDimensions(input),
  ...disabledReferences(voucher, input),
  ...(await parentAccounts(input, work)),
])
