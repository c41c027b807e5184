import { cents } from '../../../base/money.ts'
import type { LineBase } from '../../../kernel/definition/record.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { account } from '../../../ledgers/dimensions/account.ts'
import { auxiliaryItem } from '../../../ledgers/dimensions/auxiliary.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { dimensionLabels } from '../../../ledgers/general/dimension-labels.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import type { HandLine } from './hand-line.ts'
import { voucher } from './voucher.ts'

type Input = PostingInput<typeof voucher>

/** What the checks look at of a line. */
interface AccountLine extends Omit<HandLine, keyof LineBase> {
  /** False where it says no balance but what a year came to; that changes nothing in the ledger that keeps the account. */
  readonly hasBalance?: boolean
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

const flagOf = {
  party: 'byParty',
  department: 'byDepartment',
  employee: 'byEmployee',
  project: 'byProject',
  item: 'byItem',
} as const
const dimensionNames = ['party', 'department', 'employee', 'project', 'item'] as const

/** The 辅助核算 that a line's account asks for, and what a controlled account's ledger needs. */
export const missingDimensions = ({ lines, lookup }: AccountLines): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const record = lookup(account, line.account)
    if (record === undefined) return []
    if (line.hasBalance === false && (record.control === 'stock' || record.control === 'asset')) return []
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
      const asked = record[flagOf[name]] === true || (name === 'party' && record.control === 'party')
      return asked && line[name] === null
    })
    return [
      ...cash,
      ...missing.map((name) => {
        const { zh, en } = dimensionLabels[name]
        return fieldProblem(path + name, `${named} 须填${zh}`, `${record.code} needs ${en}`)
      }),
    ]
  })

const ownDimensions = [
  ['auxiliary1', 'auxiliaryKind1'],
  ['auxiliary2', 'auxiliaryKind2'],
] as const

/** Dimensions of the company's own kinds: asked for by the account, and of the kind that it asks for. */
export const ownDimensionProblems = ({ lines, lookup }: AccountLines): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const record = lookup(account, line.account)
    return ownDimensions.flatMap(([field, flag]) => {
      const kind = record?.[flag] ?? null
      if (record === undefined || kind === null) return []
      const value = lookup(auxiliaryItem, line[field])
      const path = `lines.${index}.${field}`
      if (value === undefined)
        return [
          fieldProblem(path, `${record.code} ${record.name} 须填自定义核算`, `${record.code} needs its own dimension`),
        ]
      return value.kind === kind
        ? []
        : [fieldProblem(path, `“${value.name}”不属于该科目的核算类别`, `${value.name} is of another kind`)]
    })
  })

/** Quantities of accounts that count them; currency, rate and amount of those in foreign currency, which must come to the book amount. */
export const measureProblems = ({ lines, lookup, settings }: AccountLines & Pick<Input, 'settings'>): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const record = lookup(account, line.account)
    if (record === undefined) return []
    const path = `lines.${index}.`
    const own = settingsOf(settings).currency
    const currency = lookup(cashAccount, line.cashAccount)?.currency ?? line.currency
    const isForeign = currency !== null && currency !== '' && currency !== own
    const problems: FieldProblem[] = []
    if (record.byQuantity === true && line.quantity === null)
      problems.push(fieldProblem(`${path}quantity`, `${record.code} ${record.name} 须填数量`, 'needs a quantity'))
    if (!isForeign) return problems
    if (line.currency !== currency)
      return [...problems, fieldProblem(`${path}currency`, `该资金账户的币种是 ${currency}`, `is in ${currency}`)]
    if (record.byCurrency !== true && record.control === null)
      return [
        ...problems,
        fieldProblem(`${path}currency`, `${record.code} 未设外币核算`, 'is not kept in foreign currency'),
      ]
    if (line.rate === null || line.currencyAmount === null)
      return [
        ...problems,
        fieldProblem(`${path}rate`, '请填写汇率和原币金额', 'needs a rate and an amount in the currency'),
      ]
    const booked = line.debit ?? line.credit
    const wanted = cents(line.currencyAmount.times(line.rate))
    return booked === null || booked.abs().eq(wanted.abs())
      ? problems
      : [
          ...problems,
          fieldProblem(
            `${path}currencyAmount`,
            `原币 × 汇率 = ${wanted.toString()}，与本位币金额 ${booked.toString()} 不符`,
            `${wanted.toString()} at this rate, not ${booked.toString()}`,
          ),
        ]
  })

/** Entries stand on accounts without accounts below them. */
export const parentAccounts = async ({ lines, lookup }: AccountLines, work: Work): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ parent: string }>(
    `select distinct parent from account where company_id = $1 and parent = any($2::uuid[])`,
    [work.company, lines.map((line) => line.account)],
  )
  const parents = new Set(rows.map((row) => row.parent))
  // Stock stands on 1405 itself, beside the details for goods on their way.
  const isKept = (line: AccountLine): boolean =>
    line.hasBalance === false && lookup(account, line.account)?.control === 'stock'
  return lines.flatMap((line, index) =>
    parents.has(line.account) && !isKept(line)
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
  ...ownDimensionProblems(input),
  ...measureProblems(input),
  ...disabledReferences(voucher, input),
  ...(await parentAccounts(input, work)),
])
