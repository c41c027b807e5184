import { Decimal } from '../../base/decimal.ts'
import type { Field, Fields } from '../definition/field.ts'
import { maskPersonal } from '../definition/personal.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import type { ReadDraft } from './draft.ts'
import type { LoadedRecord } from './load.ts'
import { isAskable } from './record-json.ts'

type Values = Readonly<Record<string, unknown>>

const isGiven = (value: unknown) => value !== undefined && value !== null

const isSame = (a: unknown, b: unknown): boolean =>
  Decimal.isDecimal(a) && Decimal.isDecimal(b) ? a.eq(b) : (a ?? null) === (b ?? null)

/** The fields of a part that whoever acts may not see, or not whole. */
export const hiddenFrom = (work: Work, fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, field]) => (isAskable(field, work) ? [] : [name]))

/** Whether what is given is the stars that stand for what is stored: their writer left it as it is. */
const isMaskOf = (field: Field | undefined, given: unknown, stored: unknown): boolean =>
  field?.personal !== undefined && typeof stored === 'string' && given === maskPersonal(field.personal, stored)

/**
 * A line as it was given, with what its writer could not see put back: they can neither keep nor change it. Where they
 * changed a figure that amounts follow from, the price stays and the amounts are derived again.
 */
const withHidden = (
  fields: Fields,
  hidden: readonly string[],
  line: Values,
  stored: Values,
): Record<string, unknown> => {
  const isTouched = Object.entries(fields).some(
    ([name, { kind }]) =>
      (kind === 'quantity' || kind === 'percent' || kind === 'ref') &&
      !hidden.includes(name) &&
      name in line &&
      !isSame(line[name], stored[name]),
  )
  const kept = hidden.filter(
    (name) =>
      (!isGiven(line[name]) || isMaskOf(fields[name], line[name], stored[name])) &&
      isGiven(stored[name]) &&
      !(isTouched && fields[name]?.kind === 'money'),
  )
  return { ...line, ...Object.fromEntries(kept.map((name) => [name, stored[name]])) }
}

/** Puts back into given lines what their writer may not see, from the lines as they are stored. */
export const keepHidden = (
  work: Work,
  definition: AnyDocument | AnyEntity,
  read: ReadDraft,
  before: LoadedRecord,
): ReadDraft => {
  const tables = Object.entries(read.tables).map(([name, lines]) => {
    const fields = definition.tables[name]?.fields ?? {}
    const hidden = hiddenFrom(work, fields)
    if (hidden.length === 0) return [name, lines] as const
    const stored = new Map((before.tables[name] ?? []).map((line) => [line['id'], line]))
    return [
      name,
      lines.map((line) => {
        const was = stored.get(line['id'])
        return was === undefined ? line : withHidden(fields, hidden, line, was)
      }),
    ] as const
  })
  const fields = definition.sort === 'document' ? definition.header : definition.fields
  const unseen = new Set(
    hiddenFrom(work, fields).filter(
      (name) => !isGiven(read.header[name]) || isMaskOf(fields[name], read.header[name], before.header[name]),
    ),
  )
  const header = Object.fromEntries(Object.entries(read.header).filter(([name]) => !unseen.has(name)))
  return { ...read, header, tables: Object.fromEntries(tables) }
}
