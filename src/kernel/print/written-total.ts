import { Decimal, zero } from '../../base/decimal.ts'
import type { Field } from '../definition/field.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { References } from '../documents/record-json.ts'

/** The column whose total paper writes out: as the definition says, else what is paid in all, else the amount. */
export const writtenColumn = (definition: AnyDocument): string | undefined =>
  definition.inWords ?? ['gross', 'amount'].find((one) => definition.totals?.includes(one) === true)

/** What a document comes to in the currency it is written in. */
export interface TotalInCurrency {
  readonly field: Field
  /** The code of the currency, as its record or its field says: USD. */
  readonly code: string
  readonly total: Decimal
}

/** The total of the first table in the currency that the head names; undefined where it is written in none, or comes to nothing. */
export const totalInCurrency = (
  definition: AnyDocument,
  record: LoadedRecord,
  references: References,
): TotalInCurrency | undefined => {
  const [[name, table] = []] = Object.entries(definition.tables)
  const [column, field] = Object.entries(table?.fields ?? {}).find(([, one]) => one.inCurrencyOf !== undefined) ?? []
  if (name === undefined || column === undefined || field?.inCurrencyOf === undefined) return undefined
  const said = record.header[field.inCurrencyOf]
  if (typeof said !== 'string') return undefined
  const target = definition.header[field.inCurrencyOf]?.target
  const code = target === undefined ? said : references[target.name]?.[said]?.code
  const amounts = (record.tables[name] ?? []).map((line: Readonly<Record<string, unknown>>) => line[column])
  const total = amounts.reduce<Decimal>((sum, one) => (Decimal.isDecimal(one) ? sum.plus(one) : sum), zero)
  return code === undefined || code === null || total.isZero() ? undefined : { field, code, total }
}
