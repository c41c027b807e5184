import { serialNumbers, serialText } from '../../base/serial-numbers.ts'
import { isReference, type FieldValue, type Reference } from '../field/field.ts'
import { addDecimalTexts } from '../number/decimal-text.ts'
import { newLine, type Line, type LineChange } from './line.ts'

type Values = Readonly<Record<string, FieldValue>>

/** What a code turned out to be: a record, what else its label says of the line, and the one unit that carries the code. */
export type Scanned = {
  readonly reference: Reference
  /** Fields that tell one line of the record from another, such as lot and unit; null says nothing. */
  readonly same: Values
  /** Fields that are filled where they are empty. */
  readonly fills: Values
  readonly quantity: string
  readonly serial: string | null
}

/** Which columns a scan fills. */
export type ScanTarget = {
  readonly reference: string
  readonly quantity: string
  /** Where the units' numbers stand, if the table has such a column. */
  readonly serials?: string
  /** Asks what codes are; without it they are looked up as references. */
  readonly identify?: (codes: readonly string[]) => Promise<readonly (Scanned | null)[]>
}

/** A record that was found by its code alone. */
export const plainScan = (reference: Reference): Scanned => ({
  reference,
  same: {},
  fills: {},
  quantity: '1',
  serial: null,
})

/** What became of a scan: a line was added or went up, or the unit is on the document already. */
export type ScanOutcome = {
  readonly changes: readonly LineChange[]
  readonly row: number
  readonly verdict: 'right' | 'again'
}

const isSame = (one: FieldValue | undefined, other: FieldValue): boolean =>
  isReference(one) && isReference(other) ? one.id === other.id : (one ?? null) === other

/** A line of the record, which says nothing else than the scan. One that says nothing at all of a lot takes the scan's. */
const fits = (line: Line, target: ScanTarget, scanned: Scanned): boolean =>
  isSame(line.values[target.reference], scanned.reference) &&
  Object.entries(scanned.same).every(([name, value]) => {
    const there = line.values[name] ?? null
    return value === null || there === null || there === '' || isSame(there, value)
  })

const serialsOf = (line: Line, target: ScanTarget): string[] => {
  const text = target.serials === undefined ? null : line.values[target.serials]
  return typeof text === 'string' ? serialNumbers(text) : []
}

const setAll = (key: string, values: Values): LineChange[] =>
  Object.entries(values).map(([field, value]): LineChange => ({ type: 'set', key, field, value }))

const filled = (line: Line, scanned: Scanned): Values =>
  Object.fromEntries(
    Object.entries({ ...scanned.same, ...scanned.fills }).filter(([name, value]) => {
      const there = line.values[name] ?? null
      return value !== null && (there === null || there === '')
    }),
  )

/** The line's count after the scan: it goes up, but units fill up a quantity that is there already before they add to it. */
const counted = (line: Line, target: ScanTarget, scanned: Scanned, units: number): string => {
  const quantity = line.values[target.quantity]
  const present = typeof quantity === 'string' && quantity !== '' ? quantity : '0'
  if (scanned.serial === null || target.serials === undefined) return addDecimalTexts([present, scanned.quantity])
  return Number(present) >= units ? present : String(units)
}

const valuesAfter = (line: Line, target: ScanTarget, scanned: Scanned): Values => {
  const units = scanned.serial === null ? [] : [...serialsOf(line, target), scanned.serial]
  return {
    ...filled(line, scanned),
    [target.quantity]: counted(line, target, scanned, units.length),
    ...(target.serials === undefined || units.length === 0 ? {} : { [target.serials]: serialText(units) }),
  }
}

/** A scanned record adds to its line, or makes a line: in the first empty line if there is one. A unit is taken once. */
export function scanLine(lines: readonly Line[], target: ScanTarget, scanned: Scanned): ScanOutcome {
  const { serial } = scanned
  const known =
    serial === null
      ? -1
      : lines.findIndex(
          (line) =>
            isSame(line.values[target.reference], scanned.reference) && serialsOf(line, target).includes(serial),
        )
  if (known >= 0) return { changes: [], row: known, verdict: 'again' }
  const row = lines.findIndex((line) => fits(line, target, scanned))
  const present = lines[row]
  if (present !== undefined) {
    return { changes: setAll(present.key, valuesAfter(present, target, scanned)), row, verdict: 'right' }
  }
  const emptyRow = lines.findIndex((line) =>
    Object.values(line.values).every((value) => value === null || value === false),
  )
  const empty = lines[emptyRow]
  const made = { [target.reference]: scanned.reference }
  if (empty !== undefined) {
    const values = { ...made, ...valuesAfter(empty, target, scanned) }
    return { changes: setAll(empty.key, values), row: emptyRow, verdict: 'right' }
  }
  const line = newLine({ ...made, ...valuesAfter(newLine(), target, scanned) })
  return { changes: [{ type: 'insert', at: lines.length, line }], row: lines.length, verdict: 'right' }
}
