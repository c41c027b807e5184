import { expenseClaim, readInvoiceCode, ticketKinds } from '../../../domains/claims/index.ts'
import { decimal, isDecimalString } from '../../../base/decimal.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { Choice, Field, FieldValue } from '../../../ui/field/field.ts'
import { t } from '../../../ui/language.ts'

/** What was spent, as it is noted on the phone. */
export type Entry = Readonly<Record<string, FieldValue>>

export const emptyEntry: Entry = { invoiceKind: 'ordinary' }

const money = { min: 2, max: 2 } as const

/** The fields of the note; what only some tickets have comes with them. */
export function entryFields(items: readonly Choice[], entry: Entry): readonly Field[] {
  const text = (key: string, label: string, maxLength: number): Field => ({ key, label, kind: 'text', maxLength })
  const kinds = Object.entries(ticketKinds).map(([value, label]) => ({ value, label }))
  const isStay = entry['days'] !== undefined || entry['city'] !== undefined
  return [
    { key: 'gross', label: t('claims.amount'), kind: 'decimal', required: true, decimal: money },
    { key: 'expenseItem', label: t('claims.item'), kind: 'choice', required: true, choices: items },
    { key: 'invoiceKind', label: t('claims.kind'), kind: 'choice', choices: kinds },
    text('invoiceNumber', t('claims.number'), 20),
    ...(entry['invoiceKind'] === 'air'
      ? [{ key: 'untaxed', label: t('claims.untaxed'), kind: 'decimal' as const, decimal: money }]
      : []),
    ...(entry['invoiceKind'] === 'special'
      ? [{ key: 'taxRate', label: t('claims.taxRate'), kind: 'decimal' as const, decimal: { min: 0, max: 2 } }]
      : []),
    { key: 'invoicedOn', label: t('claims.invoicedOn'), kind: 'date' },
    text('summary', t('claims.summary'), 200),
    ...(isStay
      ? [
          text('city', t('claims.city'), 40),
          { key: 'days', label: t('claims.days'), kind: 'decimal' as const, decimal: { min: 0, max: 1 } },
        ]
      : []),
  ]
}

/** What the code on an invoice says, over what was noted; null where the code is none of an invoice. */
export function scannedEntry(entry: Entry, code: string): Entry | null {
  const read = readInvoiceCode(code)
  if (read === undefined) return null
  const { amount, amountHasTax, ...rest } = read
  return {
    ...entry,
    ...rest,
    // Without its tax the amount is not what was paid; that is typed.
    ...(amount !== null && amountHasTax ? { gross: decimal(amount).toString() } : {}),
  }
}

/** What is not filled in, by field. */
export function missingIn(entry: Entry): Readonly<Record<string, string>> {
  const { gross, expenseItem } = entry
  return {
    ...(typeof gross === 'string' && isDecimalString(gross) && Number(gross) > 0
      ? {}
      : { gross: t('claims.needsAmount') }),
    ...(typeof expenseItem === 'string' && expenseItem !== '' ? {} : { expenseItem: t('claims.needsItem') }),
  }
}

/** The line that is sent: what was noted and nothing that is empty. */
export const sentLine = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && value !== ''))

const typedFields = [
  'id',
  ...Object.entries(expenseClaim.tables.lines.fields).flatMap(([name, field]) =>
    field.computed === true ? [] : [name],
  ),
]

const asRows = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : []

/** The lines that a claim has, as they are sent again beside a further one. */
export const keptLines = (record: JsonRow): readonly Readonly<Record<string, unknown>>[] =>
  asRows(record['lines']).map((line) =>
    Object.fromEntries(typedFields.flatMap((name) => (line[name] === undefined ? [] : [[name, line[name]] as const]))),
  )
