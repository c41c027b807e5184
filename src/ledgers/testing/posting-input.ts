import { decimal } from '../../base/decimal.ts'
import type { AnyDocument, AnyEntity, LineBase } from '../../kernel/definition/record.ts'
import type { Field, Fields } from '../../kernel/definition/field.ts'
import type { FieldProblem } from '../../kernel/definition/problem.ts'
import { derive } from '../../kernel/definition/derive.ts'
import type { Lookup } from '../../kernel/documents/lookup.ts'
import type { PostingInput, Settings } from '../../kernel/posting/proposal.ts'

type Plain = string | number | boolean | null | undefined
type PlainRecord = Readonly<Record<string, Plain>>
type PlainLine = Readonly<Record<string, Plain | PlainSource>>
interface PlainSource {
  readonly type: string
  readonly document: string
  readonly line: string
}

/** A document as a test writes it: plain literals, references by any word, decimals as text. */
export interface Scene {
  readonly id?: string
  readonly date?: string
  readonly header?: PlainRecord
  readonly tables?: Readonly<Record<string, readonly PlainLine[]>>
  readonly settings?: Settings
  /** Referenced records: by the entity's name, then by the word that refers to them. */
  readonly records?: Readonly<Record<string, Readonly<Record<string, PlainRecord>>>>
  /** Documents that lines come from, as made by {@link postingInput}. */
  readonly sources?: readonly { readonly header: object }[]
  /** What lines draw of their sources, by the line's id. */
  readonly drawn?: Readonly<
    Record<
      string,
      { quantity: string; amount: string; part?: string; taken?: string; takesAll?: boolean; over?: string }
    >
  >
}

const generalTaxpayer: Settings = {
  taxpayer: 'general',
  accountCodes: '4-2-2-2',
  payableBasis: 'invoice',
  receivableBasis: 'delivery',
  priceIncludesTax: true,
  vatOnDelivery: true,
  creditControl: 'warn',
}

const decimalKinds = new Set(['decimal', 'quantity', 'price', 'money', 'percent'])

const valueOf = (field: Field, value: unknown): unknown =>
  typeof value === 'string' && decimalKinds.has(field.kind) ? decimal(value) : (value ?? null)

const valuesOf = (fields: Fields, plain: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const unknown = Object.keys(plain).filter((name) => !(name in fields) && name !== 'id' && name !== 'source')
  if (unknown.length > 0) throw new Error(`there is no field ${unknown.join(', ')}`)
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field, plain[name])]))
}

/** The record a test described, complete; its type is what the entity's fields say. */
const recordOf = (definition: AnyEntity, id: string, plain: PlainRecord) => {
  const { code, name, disabled, ...fields } = plain
  return {
    ...valuesOf(definition.fields, fields),
    ...Object.fromEntries(Object.keys(definition.tables).map((table) => [table, []])),
    id,
    code: code ?? id,
    name: name ?? id,
    disabled: disabled === true,
    version: 1,
  }
}

const lookupOf = (scene: Scene): Lookup => {
  const find = (definition: AnyEntity, id: string | null | undefined) => {
    const plain = id === null || id === undefined ? undefined : scene.records?.[definition.name]?.[id]
    return plain === undefined ? undefined : recordOf(definition, String(id), plain)
  }
  return find as Lookup
}

const lineOf = (fields: Fields, table: string, plain: PlainLine, index: number) => ({
  ...valuesOf(fields, plain),
  id: plain['id'] ?? `${table}.${index + 1}`,
  lineNo: index + 1,
  source: plain['source'] ?? null,
})

const sourceOf = (scene: Scene, type: string, line: LineBase) => {
  if (line.source === null || line.source.type !== type) return undefined
  const source = scene.sources?.find((each) => (each.header as { id: unknown }).id === line.source?.document)
  const lines = (source as { readonly lines?: readonly LineBase[] } | undefined)?.lines ?? []
  const found = lines.find((each) => each.id === line.source?.line)
  return found === undefined ? undefined : { header: source?.header, line: found }
}

const originOf = (scene: Scene, type: string, line: LineBase): ReturnType<typeof sourceOf> => {
  if (line.source === null || line.source.type === type) return sourceOf(scene, type, line)
  const between = sourceOf(scene, line.source.type, line)
  return between === undefined ? undefined : originOf(scene, type, between.line)
}

const drawnOf = (scene: Scene, line: LineBase) => {
  const drawn = scene.drawn?.[line.id]
  return drawn === undefined
    ? undefined
    : {
        quantity: decimal(drawn.quantity),
        amount: decimal(drawn.amount),
        part: decimal(drawn.part ?? '0'),
        taken: decimal(drawn.taken ?? '0'),
        takesAll: drawn.takesAll === true,
        over: decimal(drawn.over ?? '0'),
      }
}

/** What is wrong with the draft of a scene, after its derivations. */
export const problemsOf = (definition: AnyDocument, scene: Scene): FieldProblem[] => {
  const problems: FieldProblem[] = []
  derivedOf(definition, scene, problems)
  return problems
}

const derivedOf = (definition: AnyDocument, scene: Scene, problems: FieldProblem[]) => {
  const header = {
    ...valuesOf(definition.header, scene.header ?? {}),
    type: definition.name,
    id: scene.id ?? definition.name,
    number: `${definition.name}-1`,
    date: scene.date ?? '2026-07-01',
    state: 'draft',
    version: 1,
    remark: null,
    reverses: null,
  }
  const tables = Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => [
      name,
      (scene.tables?.[name] ?? []).map((line, index) => lineOf(table.fields, name, line, index)),
    ]),
  )
  return derive(definition, { header, tables }, lookupOf(scene), problems, { ...generalTaxpayer, ...scene.settings })
}

/**
 * The input of a posting, from plain literals: runs the document's own derivations, so that a test says only what a
 * person would type. Throws when a derivation refuses what was typed.
 */
export const postingInput = <const Def extends AnyDocument>(definition: Def, scene: Scene): PostingInput<Def> => {
  const problems: FieldProblem[] = []
  const record = derivedOf(definition, scene, problems)
  if (problems.length > 0) throw new Error(problems.map((each) => `${each.path}: ${each.message.en}`).join('; '))
  const input = {
    header: record.header,
    ...record.tables,
    settings: { ...generalTaxpayer, ...scene.settings },
    lookup: lookupOf(scene),
    drawn: (line: LineBase) => drawnOf(scene, line),
    source: (source: AnyDocument, line: LineBase) => sourceOf(scene, source.name, line),
    origin: (source: AnyDocument, line: LineBase) => originOf(scene, source.name, line),
  }
  // The definition that derived the record is what gives it this type; a test's literals have none.
  const typed: object = input
  return typed as PostingInput<Def>
}
