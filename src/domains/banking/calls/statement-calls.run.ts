import { centsText, toCents } from '../../../base/fixed-point.ts'
import type { Json } from '../../../base/json.ts'
import { forbidden } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { attachStoredFile, readStoredFile } from '../../../kernel/files/stored-file.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { compareFile, importStatementFile, mappingIn, readFileFor, warningsOf } from '../desk/import-statement.ts'
import type { ComparedStatement } from '../desk/import-statement.ts'
import { bankStatement } from '../documents/bank-statement.ts'
import { columnUses } from '../formats/read-mapped.ts'
import { leftOutReasons, tallyOf } from '../formats/statement.ts'
import type { LeftOut } from '../formats/statement.ts'
import { importStatement, previewStatement } from './statement-calls.ts'

/** As many lines as a preview shows. */
const shown = 200

const sideJson = (compared: ComparedStatement, side: 'in' | 'out') => {
  const { count, amount } = tallyOf(
    compared.lines.map((line) => ({ ...line, side: line.amount.isNegative() ? 'out' : 'in' })),
    side,
  )
  return { count, amount: centsText(toCents(amount)) }
}

const leftOutJson = ({ read }: ComparedStatement) =>
  Object.entries(leftOutReasons).flatMap(([reason, words]) => {
    const count = read.lines.filter((line) => line.leftOut === (reason as LeftOut)).length
    return count === 0 ? [] : [{ reason, words, count }]
  })

const statementJson = async (work: Work, compared: ComparedStatement): Promise<Json> => {
  const { read, account, lines, fresh } = compared
  const isNew = new Set(fresh)
  return {
    account: account === null ? null : { id: account.id, name: account.name },
    number: read.account,
    currency: read.currency,
    opening: read.opening?.toString() ?? null,
    closing: read.closing?.toString() ?? null,
    in: sideJson(compared, 'in'),
    out: sideJson(compared, 'out'),
    count: lines.length,
    known: lines.length - fresh.length,
    leftOut: leftOutJson(compared),
    warnings: await warningsOf(work, compared),
    lines: lines.slice(0, shown).map((line) => ({
      row: line.row,
      date: line.date,
      time: line.time,
      amount: line.amount.toString(),
      balance: line.balance?.toString() ?? null,
      counterparty: line.counterparty,
      counterpartyAccount: line.counterpartyAccount,
      memo: line.memo,
      reference: line.reference,
      known: !isNew.has(line),
    })),
  }
}

/** Shows what a file would bring in, or asks which column is what. */
export const runPreviewStatement = defineCallRun(previewStatement, async ({ file, cashAccount, mapping }, work) => {
  const stored = await readStoredFile(work, file ?? '')
  const read = await readFileFor(work, stored, mappingIn(mapping))
  const statements: Json[] = []
  for (const compared of await compareFile(work, read, cashAccount ?? null))
    statements.push(await statementJson(work, compared))
  return {
    format: read.format,
    label: read.label,
    columns:
      read.columns === null
        ? null
        : {
            heading: read.columns.heading,
            mapping: read.columns.mapping,
            sample: read.columns.sample.map((row) => [...row]),
          },
    uses: columnUses,
    statements,
  }
})

/** Brings a file in, with the file itself attached to every statement it gave. */
export const runImportStatement = defineCallRun(
  importStatement,
  async ({ file, cashAccount, mapping }, work): Promise<Json> => {
    if (!work.actor.may('bankStatement.post'))
      throw forbidden('需要权限：bankStatement.post', 'It needs the right bankStatement.post')
    const stored = await readStoredFile(work, file ?? '')
    const imported = await importStatementFile(work, stored, {
      cashAccount: cashAccount ?? null,
      mapping: mappingIn(mapping),
    })
    for (const { id, more } of imported)
      for (const each of id === null ? [] : [id, ...more]) attachStoredFile(work, stored.id, bankStatement.name, each)
    return { statements: imported.map((each) => ({ ...each, more: [...each.more], warnings: [...each.warnings] })) }
  },
)
