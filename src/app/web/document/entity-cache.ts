import type { Json } from '../../../base/json.ts'
import type { Fields } from '../../../kernel/definition/field.ts'
import { kebab } from '../../../kernel/definition/define.ts'
import type { AnyEntity, DeriveContext } from '../../../kernel/definition/record.ts'
import type { References } from '../../../ui/derive/values.ts'
import type { Reference } from '../../../ui/field/field.ts'
import { recordValues } from './draft-values.ts'

export type EntityRow = Readonly<Record<string, Json>> & { readonly references?: Json }

/** Reads one record with its tables; the page gives the client. */
export type ReadEntity = (address: string, id: string) => Promise<EntityRow>

/** One record that a document refers to. */
export type WantedEntity = { readonly definition: AnyEntity; readonly address: string; readonly id: string }

type Known = { readonly row: EntityRow; readonly record: Readonly<Record<string, unknown>> }

const isEntity = (target: unknown): target is AnyEntity =>
  typeof target === 'object' && target !== null && 'sort' in target && target.sort === 'entity'

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const isRow = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Which records the values of some fields refer to. References that are no entities (open items) are passed over. */
export function wantedBy(fields: Fields, values: Readonly<Record<string, unknown>>): WantedEntity[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
    if (field.kind !== 'ref' || typeof id !== 'string' || !isEntity(field.target)) return []
    return [{ definition: field.target, address: kebab(field.facet ?? field.target.name), id }]
  })
}

const recordOf = (definition: AnyEntity, row: EntityRow): Readonly<Record<string, unknown>> => ({
  ...row,
  ...recordValues(definition.fields, row),
  ...Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => {
      const lines = row[name]
      return [
        name,
        (Array.isArray(lines) ? lines : []).flatMap((line: Json) =>
          isRow(line) ? [{ ...line, ...recordValues(table.fields, line) }] : [],
        ),
      ]
    }),
  ),
})

/**
 * The records that rules ask for, with what those refer to in turn: loaded once and kept while the page is open. A record
 * that may not be read counts as not there, as it does on the server for a rule that asks for what is not loaded.
 */
export class EntityCache {
  readonly #read: ReadEntity
  readonly #known = new Map<string, Known>()
  readonly #asked = new Map<string, Promise<void>>()
  readonly #names = new Map<string, Reference>()

  constructor(read: ReadEntity) {
    this.#read = read
  }

  /** Takes over names that came with an answer. */
  learnNames(references: References | undefined): void {
    for (const [entity, byId] of Object.entries(references ?? {}))
      for (const [id, { code, name }] of Object.entries(byId)) this.#names.set(`${entity}/${id}`, { id, code, name })
  }

  #fetch(wanted: WantedEntity): Promise<void> {
    const key = `${wanted.definition.name}/${wanted.id}`
    const asked = this.#asked.get(key)
    if (asked !== undefined) return asked
    const asking = this.#read(wanted.address, wanted.id).then(
      (row) => {
        this.#known.set(key, { row, record: recordOf(wanted.definition, row) })
        this.#names.set(key, { id: wanted.id, code: textOf(row['code']), name: textOf(row['name']) })
      },
      () => undefined,
    )
    this.#asked.set(key, asking)
    return asking
  }

  /** Whether everything is there, or was asked for in vain. */
  has(wanted: readonly WantedEntity[]): boolean {
    return wanted.every((one) => this.#asked.has(`${one.definition.name}/${one.id}`))
  }

  /** Loads what is missing and what it refers to: two waits, whatever the number. Says whether anything was new. */
  async load(wanted: readonly WantedEntity[]): Promise<boolean> {
    if (this.has(wanted)) return false
    await Promise.all(wanted.map((one) => this.#fetch(one)))
    const further = wanted.flatMap(({ definition, id }) => {
      const record = this.#known.get(`${definition.name}/${id}`)?.record
      if (record === undefined) return []
      return [
        ...wantedBy(definition.fields, record),
        ...Object.entries(definition.tables).flatMap(([name, table]) => {
          const lines = record[name]
          return Array.isArray(lines)
            ? lines.flatMap((line: Readonly<Record<string, unknown>>) => wantedBy(table.fields, line))
            : []
        }),
      ]
    })
    await Promise.all(further.map((one) => this.#fetch(one)))
    return true
  }

  /** The record as it was answered: for figures beside the document. */
  row = (entity: string, id: string): EntityRow | undefined => this.#known.get(`${entity}/${id}`)?.row

  nameOf = (entity: string, id: string): Reference | undefined => this.#names.get(`${entity}/${id}`)

  /** What rules ask. The record was made by the definition that is asked with, which is what gives it its type. */
  lookup: DeriveContext['lookup'] = (definition, id) =>
    (id === null || id === undefined ? undefined : this.#known.get(`${definition.name}/${id}`)?.record) as ReturnType<
      DeriveContext['lookup']
    > &
      undefined
}
