import { Decimal } from '../../../base/decimal.ts'
import { textOf } from '../../../base/text.ts'
import type { Json } from '../../../base/json.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { findDocument, idIn, numberIn, stateOf } from '../../../kernel/documents/documents.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'

/** A line as it goes to the sister: goods by code, since ids are each company's own. */
export interface SentLine {
  readonly id: string
  readonly item: string
  readonly name: string
  readonly spec: string | null
  readonly unit: string | null
  readonly unitName: string | null
  readonly lot: string | null
  readonly values: Readonly<Record<string, Json>>
  /** The line that it grew from here. */
  readonly source: string | null
}

/** A document as it goes to the sister. */
export interface SentDocument {
  readonly type: string
  readonly id: string
  readonly number: string
  readonly party: string
  readonly header: Readonly<Record<string, Json>>
  readonly lines: readonly SentLine[]
}

const amounts = ['quantity', 'taxRate', 'net', 'tax', 'gross', 'isGift', 'promisedOn', 'secondQuantity'] as const

const asJson = (value: unknown): Json => {
  if (Decimal.isDecimal(value)) return value.toString()
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const sourceOf = (line: Readonly<Record<string, unknown>>): string | null => {
  const { source } = line
  return typeof source === 'object' && source !== null ? textOf(Reflect.get(source, 'line')) : null
}

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
}

const namesOf = async (work: Work, table: 'item' | 'unit', ids: readonly unknown[]) => {
  const rows = await work.tx.rows<Named>(
    `select id, code, name from ${table} where company_id = $1 and id = any($2::uuid[])`,
    [work.company, ids.filter((id) => id !== null && id !== undefined)],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const headOf = (record: LoadedRecord) =>
  Object.fromEntries(Object.entries(record.header).map(([name, value]) => [name, asJson(value)]))

/** Reads a posted document for a sister; undefined where it is posted no longer, or takes another back. */
export const readSent = async (work: Work, definition: AnyDocument, id: string): Promise<SentDocument | undefined> => {
  const record = await findDocument(work, definition, id)
  const { reverses, isRed } = record.header
  if (stateOf(record) !== 'posted' || (reverses !== null && reverses !== undefined) || isRed === true) return undefined
  const lines = record.tables['lines'] ?? []
  const [items, units] = await Promise.all([
    namesOf(
      work,
      'item',
      lines.map((line) => line['item']),
    ),
    namesOf(
      work,
      'unit',
      lines.map((line) => line['unit']),
    ),
  ])
  return {
    type: definition.name,
    id: idIn(record),
    number: numberIn(record),
    party: textOf(record.header['customer'] ?? record.header['supplier']),
    header: headOf(record),
    lines: lines.flatMap((line): SentLine[] => {
      const goods = items.get(textOf(line['item']))
      const unit = units.get(textOf(line['unit']))
      if (goods === undefined) return []
      return [
        {
          id: textOf(line['id']),
          item: goods.code,
          name: goods.name,
          spec: line['spec'] === null || line['spec'] === undefined ? null : textOf(line['spec']),
          unit: unit?.code ?? null,
          unitName: unit?.name ?? null,
          lot: line['lot'] === null || line['lot'] === undefined ? null : textOf(line['lot']),
          values: Object.fromEntries(amounts.map((name) => [name, asJson(line[name])])),
          source: sourceOf(line),
        },
      ]
    }),
  }
}
