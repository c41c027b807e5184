import { createHash } from 'node:crypto'
import { sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import { Problem, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { createDocument, idIn, numberIn } from '../../../kernel/documents/documents.ts'
import { createEntity, updateEntity } from '../../../kernel/documents/entities.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { closedThrough, correctedDay } from '../../../ledgers/general/closed.ts'
import { bankStatement } from '../documents/bank-statement.ts'
import { statementFormat } from '../entities/statement-format.ts'
import { columnUses } from '../formats/read-mapped.ts'
import type { ColumnMapping, ColumnUse } from '../formats/read-mapped.ts'
import { readStatementFile } from '../formats/read-statement.ts'
import type { KnownMappings, ReadFile } from '../formats/read-statement.ts'
import { movedLines } from '../formats/statement.ts'
import type { ReadStatement, StatementLine } from '../formats/statement.ts'
import { identityOf, newLines } from '../rules/new-lines.ts'
import { guessAccount, ownAccounts } from './account-of.ts'
import type { OwnAccount } from './account-of.ts'

/** A file with what it was called. */
export interface StatementFile {
  readonly name: string
  readonly bytes: Buffer
}

/** What a person says of a file: which account it is of, and which column is what. */
export interface Said {
  readonly cashAccount: string | null
  readonly mapping: ColumnMapping | null
}

const isUse = (value: Json | undefined): value is ColumnUse => typeof value === 'string' && value in columnUses

/** A mapping as it travels: `{"记账日期": "date"}`; columns of no use may be left out or empty. */
export const mappingIn = (given: Json | null | undefined): ColumnMapping | null => {
  if (given === null || given === undefined) return null
  if (!isJsonObject(given))
    throw invalid('列的含义有误', 'The mapping is not valid', [
      fieldProblem('mapping', '应为 {"表头": "用途"}', 'must be {"heading": "use"}'),
    ])
  const strange = Object.entries(given).filter(([, use]) => use !== '' && !isUse(use))
  if (strange.length > 0)
    throw invalid(
      '列的含义有误',
      'The mapping is not valid',
      strange.map(([head]) =>
        fieldProblem(`mapping.${head}`, `用途应为 ${Object.keys(columnUses).join('、')} 之一`, 'is no known use'),
      ),
    )
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, ColumnUse] => isUse(entry[1])))
}

interface FormatRow {
  readonly id: string
  readonly fingerprint: string
  readonly mapping: Json
}

const knownFormats = (work: Work) =>
  work.tx.rows<FormatRow>(
    `select id, fingerprint, mapping from statement_format where company_id = $1 and not disabled`,
    [work.company],
  )

/** Reads a file with the mappings that the company knows, and the one that is said now. */
export const readFileFor = async (work: Work, file: StatementFile, said: ColumnMapping | null): Promise<ReadFile> => {
  const formats = new Map((await knownFormats(work)).map((row) => [row.fingerprint, row.mapping]))
  const known: KnownMappings = (fingerprint) => said ?? mappingIn(formats.get(fingerprint)) ?? undefined
  return readStatementFile(file.bytes, known)
}

/** Remembers how a bank's table is read, by its heading. */
const rememberFormat = async (
  work: Work,
  { columns }: ReadFile,
  said: ColumnMapping | null,
  name: string,
): Promise<void> => {
  if (columns === null || said === null) return
  const [known] = (await knownFormats(work)).filter((row) => row.fingerprint === columns.fingerprint)
  const values = { fingerprint: columns.fingerprint, mapping: { ...said } }
  if (known === undefined) await createEntity(work, statementFormat, { name: name.slice(0, 100), ...values })
  else await updateEntity(work, statementFormat, known.id, values)
}

const digest = (line: StatementLine): string => createHash('sha256').update(identityOf(line)).digest('hex')

/** How many lines of each identity an account has already. */
const knownLines = async (
  work: Work,
  account: string,
  identities: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await work.tx.rows<{ fingerprint: string; count: number }>(
    `select l.fingerprint, count(*)::int as count from bank_statement_line l
     join bank_statement s on s.company_id = $1 and s.id = l.owner_id and s.cash_account = $2 and s.state <> 'void'
     where l.company_id = $1 and l.fingerprint = any($3::text[]) group by 1`,
    [work.company, account, [...new Set(identities)]],
  )
  return new Map(rows.map((row) => [row.fingerprint, row.count]))
}

/** A statement of a file beside what is there already. */
export interface ComparedStatement {
  readonly read: ReadStatement
  readonly account: OwnAccount | null
  readonly lines: readonly (StatementLine & { readonly identity: string })[]
  readonly fresh: readonly (StatementLine & { readonly identity: string })[]
}

/** Compares the statements of a file with what was imported before. */
export const compareFile = async (work: Work, file: ReadFile, said: string | null): Promise<ComparedStatement[]> => {
  const accounts = await ownAccounts(work)
  const compared: ComparedStatement[] = []
  for (const read of file.statements) {
    const account = accounts.find((each) => each.id === said) ?? guessAccount(accounts, read.account, file.label)
    const lines = movedLines(read.lines).map((line) => ({ ...line, identity: digest(line) }))
    const before = compared.filter((each) => each.account?.id === account?.id).flatMap((each) => each.fresh)
    const known =
      account === null
        ? new Map<string, number>()
        : new Map(
            await knownLines(
              work,
              account.id,
              lines.map((line) => line.identity),
            ),
          )
    for (const { identity } of before) known.set(identity, (known.get(identity) ?? 0) + 1)
    compared.push({ read, account, lines, fresh: newLines(lines, known) })
  }
  return compared
}

/** What is told of a statement beside what the file itself gives away. */
const chainWarning = async (work: Work, { account, read, fresh }: ComparedStatement): Promise<string[]> => {
  const [first] = fresh
  if (
    account === null ||
    read.opening === null ||
    first === undefined ||
    fresh.length !== movedLines(read.lines).length
  )
    return []
  const [last] = await work.tx.rows<{ number: string; closing: string }>(
    `select number, closing from bank_statement where company_id = $1 and cash_account = $2 and state = 'posted' and closing is not null
       and last_day <= $3 order by last_day desc, number desc limit 1`,
    [work.company, account.id, first.date],
  )
  return last === undefined || read.opening.eq(last.closing)
    ? []
    : [`期初余额 ${centsText(toCents(read.opening))} 与上一份 ${last.number} 的期末 ${last.closing} 不衔接`]
}

export const warningsOf = async (work: Work, compared: ComparedStatement): Promise<string[]> => [
  ...compared.read.warnings.map((warning) => warning.zh),
  ...(await chainWarning(work, compared)),
]

const amountText = (amount: StatementLine['balance']) => (amount === null ? null : amount.toString())
const cut = (text: string, longest: number) => (text === '' ? null : text.slice(0, longest))

/** What became of one statement of a file. */
export interface ImportedStatement {
  readonly id: string | null
  readonly number: string | null
  /** Further documents of a statement that is longer than one may be. */
  readonly more: readonly string[]
  readonly account: string
  readonly added: number
  readonly skipped: number
  readonly leftOut: number
  readonly warnings: readonly string[]
}

const refuseAccount = ({ account, read }: ComparedStatement): void => {
  if (account === null)
    throw invalid('请选择资金账户', 'Choose the account', [
      fieldProblem(
        'cashAccount',
        `文件没有说明是哪个账户${read.account === '' ? '' : `（${read.account}）`}，请选择`,
        'say which account the file is of',
      ),
    ])
  if (read.currency !== '' && read.currency !== account.currency)
    throw invalid('币种不符', 'It is in another currency', [
      fieldProblem(
        'cashAccount',
        `流水币种 ${read.currency}，账户“${account.name}”币种 ${account.currency}`,
        `is in ${read.currency}, the account in ${account.currency}`,
      ),
    ])
}

type Fresh = ComparedStatement['fresh']

/** A document holds so many lines at most; a longer statement is several that lead on. */
const mostLines = 5000

const inParts = (lines: Fresh): Fresh[] =>
  Array.from({ length: Math.ceil(lines.length / mostLines) }, (_, index) =>
    lines.slice(index * mostLines, (index + 1) * mostLines),
  )

interface Part {
  readonly account: string
  readonly label: string
  readonly warnings: readonly string[]
  readonly part: Fresh
  readonly opening: Decimal | null
  readonly closing: Decimal | null
}

const writePart = async (work: Work, { account, label, warnings, part, opening, closing }: Part) => {
  const last = part.at(-1)
  const draft = await createDocument(work, bankStatement, {
    // A statement of a closed month comes in on the first open day; its lines keep their days.
    date: last === undefined ? null : correctedDay(await closedThrough(work), last.date),
    cashAccount: account,
    opening: amountText(opening),
    closing: amountText(closing ?? (opening === null ? (last?.balance ?? null) : null)),
    format: label,
    warnings: warnings.join('\n') || null,
    lines: part.map((line) => ({
      bookedOn: line.date,
      time: line.time || null,
      amount: line.amount.toString(),
      balance: amountText(line.balance),
      counterparty: cut(line.counterparty, 200),
      counterpartyAccount: cut(line.counterpartyAccount, 60),
      memo: cut(line.memo, 400),
      reference: cut(line.reference, 120),
      fee: amountText(line.fee),
      fingerprint: line.identity,
    })),
  })
  return actOn(work, bankStatement, draft, 'post', {})
}

const importOne = async (work: Work, file: ReadFile, compared: ComparedStatement): Promise<ImportedStatement> => {
  refuseAccount(compared)
  const { account, read, lines, fresh } = compared
  const warnings = await warningsOf(work, compared)
  const outcome = {
    account: account?.name ?? '',
    added: fresh.length,
    skipped: lines.length - fresh.length,
    leftOut: read.lines.length - lines.length,
    warnings,
  }
  if (account === null || fresh.length === 0) return { ...outcome, id: null, number: null, more: [] }
  const isWhole = fresh.length === lines.length
  const parts = inParts(fresh)
  const made: { id: string; number: string }[] = []
  let opening = isWhole ? read.opening : null
  for (const part of parts) {
    const record = await writePart(work, {
      account: account.id,
      label: file.label,
      warnings,
      part,
      opening,
      closing: isWhole && part === parts.at(-1) ? read.closing : null,
    })
    made.push({ id: String(idIn(record)), number: numberIn(record) })
    opening = opening?.plus(sum(part.map((line) => line.amount))) ?? null
  }
  const [first, ...more] = made
  return { ...outcome, id: first?.id ?? null, number: first?.number ?? null, more: more.map((each) => each.id) }
}

/**
 * Brings a file in: each statement as a document of its account, with the lines that were not there before. The account is
 * found by its number unless it is said; a mapping that is said is remembered by the heading. All of it or nothing.
 */
export const importStatementFile = async (
  work: Work,
  file: StatementFile,
  said: Said,
): Promise<ImportedStatement[]> => {
  const read = await readFileFor(work, file, said.mapping)
  if (read.statements.length === 0) {
    throw new Problem('invalid', { zh: '请说明各列的含义', en: 'Say which column is what' }, [
      fieldProblem('mapping', '至少要有日期，以及金额或收入、支出两列', 'needs a date, and an amount or two sides'),
    ])
  }
  const compared = await compareFile(work, read, said.cashAccount)
  const imported: ImportedStatement[] = []
  for (const each of compared) imported.push(await importOne(work, read, each))
  await rememberFormat(work, read, said.mapping, file.name)
  return imported
}
