import type { Json } from '../../../base/json.ts'
import type { FieldKindName } from '../../definition/field.ts'

/** A value of a record that may be printed: as text, and as it is for formats and conditions. */
export interface PrintValue {
  readonly label: string
  readonly kind: FieldKindName
  readonly text: string
  readonly value: Json
  /** What is written out in words in its place: the amount in the currency of the record. */
  readonly written?: { readonly code: string; readonly amount: string }
}

export type PrintValues = Readonly<Record<string, PrintValue>>

/** All of a record that whoever prints it may see, by name: `customer`, `customer.phone`, `company.name`, `sum.lines.gross`. */
export interface PrintData {
  readonly values: PrintValues
  readonly tables: Readonly<Record<string, readonly PrintValues[]>>
}

/** A name that a template may use. */
export interface PrintName {
  readonly path: string
  readonly label: string
  readonly english: string
  readonly kind: FieldKindName
  /** Names of a table's lines carry its name; those of the record and the company carry none. */
  readonly table: string | null
  /** Under what it is offered: the record's own, of what it refers to, the company, the system. */
  readonly group: string
}
