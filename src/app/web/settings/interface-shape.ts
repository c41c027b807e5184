/** Where a field is taken from: a path, or a formula after `=`; and what their words are here. */
export type Rule = { readonly value: string; readonly table?: Readonly<Record<string, string>> }
export type Rules = Readonly<Record<string, Rule>>

/** How what comes in becomes records. */
export type Mapping = {
  readonly records: string
  readonly externalId: string
  readonly header: Rules
  readonly tables: Readonly<Record<string, { readonly path: string; readonly fields: Rules }>>
}
export type InterfaceRow = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly format: 'json' | 'csv' | 'xml'
  readonly posts: boolean
  readonly enabled: boolean
  readonly sample: string
  readonly mapping: Mapping
  readonly done: number
  readonly failed: number
}
