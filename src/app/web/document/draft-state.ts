import type { Json } from '../../../base/json.ts'
import { deriveHeader, deriveLine, spreadLines } from '../../../kernel/definition/derive.ts'
import type { Fields } from '../../../kernel/definition/field.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { AnyDocument, DeriveContext, LineTable, Settings } from '../../../kernel/definition/record.ts'
import type { FieldValue } from '../../../ui/field/field.ts'
import { newLine, type LineChange } from '../../../ui/lines/line.ts'
import { typedAfter } from './clearing.ts'
import { ownFields, ruleValues, sameValue, shownValues, type NameOf, type Values } from './draft-values.ts'

/** A line in the making: what a person typed, and where it was drawn from. What follows is derived beside it. */
export type DraftLine = {
  readonly key: string
  readonly id?: string
  readonly source?: Json
  readonly typed: Values
}

/** A document in the making. Lines that no change touches keep their identity. */
export type Draft = {
  readonly header: Values
  readonly tables: Readonly<Record<string, readonly DraftLine[]>>
}

export type DerivedLine = {
  readonly key: string
  readonly values: Values
  readonly problems: readonly FieldProblem[]
  /** The line as rules see it. */
  readonly rule: Readonly<Record<string, unknown>>
}

export type Derived = {
  readonly header: Values
  readonly headerProblems: readonly FieldProblem[]
  readonly tables: Readonly<Record<string, readonly DerivedLine[]>>
}

/** What rules may ask: settings, and the records that are loaded by now. A new one is made when more are loaded. */
export type RuleWorld = {
  readonly settings: Settings
  readonly lookup: DeriveContext['lookup']
  readonly nameOf: NameOf
}

export const headerFieldsOf = (definition: AnyDocument): Fields => ({ ...ownFields, ...definition.header })

/** Whether nothing was put into a line; such lines are not sent. */
export const isBlankLine = (line: DraftLine): boolean =>
  line.source === undefined &&
  Object.values(line.typed).every((value) => value === null || value === '' || value === false)

const withoutComputed = (fields: Fields, values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => fields[name]?.computed !== true || fields[name].proposed === true),
  )

/** What the server proposes for lines, by their keys: prices, promotions. What was typed wins over it. */
export type Proposals = ReadonlyMap<string, Readonly<Record<string, Json>>>

const noProposals: Proposals = new Map()

/** What a rule sees of a proposal: what only the server sets, and what nobody typed. */
function proposedValues(fields: Fields, proposal: Readonly<Record<string, Json>>, typed: Values) {
  const isOpen = (name: string): boolean => typed[name] === null || typed[name] === undefined || typed[name] === ''
  const taken = Object.entries(proposal).filter(
    ([name, value]) => fields[name]?.proposed === true || (value !== null && isOpen(name)),
  )
  const shown = taken.flatMap(([name, value]): [string, FieldValue][] =>
    fields[name] === undefined || (typeof value === 'object' && value !== null)
      ? []
      : [[name, typeof value === 'number' ? String(value) : value]],
  )
  const values = Object.fromEntries(shown)
  const rules = ruleValues(fields, values)
  return Object.fromEntries(Object.keys(values).map((name) => [name, rules[name]]))
}

type Remembered = {
  readonly world: RuleWorld
  readonly head: string
  readonly proposal: string
  readonly derived: DerivedLine
}

const isEmptyRule = (line: DerivedLine): boolean => Object.keys(line.rule).length === 0

const rulesOf = (lines: readonly DerivedLine[]) => lines.flatMap((line) => (isEmptyRule(line) ? [] : [line.rule]))

/** Derives a draft again and again while it is typed; only the lines that changed are derived anew. */
export class Deriver {
  readonly #definition: AnyDocument
  #remembered = new WeakMap<DraftLine, Remembered>()

  constructor(definition: AnyDocument) {
    this.#definition = definition
  }

  #line(
    table: LineTable,
    line: DraftLine,
    header: Record<string, unknown>,
    head: string,
    world: RuleWorld,
    proposed: Readonly<Record<string, Json>> | undefined,
  ) {
    const known = this.#remembered.get(line)
    const proposal = proposed === undefined ? '' : JSON.stringify(proposed)
    if (known?.world === world && known.head === head && known.proposal === proposal) return known.derived
    const problems: FieldProblem[] = []
    const context: DeriveContext = { header, settings: world.settings, lookup: world.lookup }
    const rule = isBlankLine(line)
      ? {}
      : deriveLine(
          table,
          {
            ...withoutComputed(table.fields, ruleValues(table.fields, line.typed)),
            ...(proposed === undefined ? {} : proposedValues(table.fields, proposed, line.typed)),
          },
          context,
          '',
          problems,
        )
    const derived = { key: line.key, values: shownValues(table.fields, rule, world.nameOf), problems, rule }
    this.#remembered.set(line, { world, head, proposal, derived })
    return derived
  }

  derive(draft: Draft, world: RuleWorld, proposals: Proposals = noProposals): Derived {
    const fields = headerFieldsOf(this.#definition)
    const header = withoutComputed(fields, ruleValues(fields, draft.header))
    // No rule of a line reads a long text; without it a remark can be typed beside hundreds of lines.
    const head = JSON.stringify(Object.entries(draft.header).filter(([name]) => fields[name]?.kind !== 'longText'))
    const tables = Object.fromEntries(
      Object.entries(this.#definition.tables).map(([name, table]) => [
        name,
        (draft.tables[name] ?? []).map((line) => this.#line(table, line, header, head, world, proposals.get(line.key))),
      ]),
    )
    const headerProblems: FieldProblem[] = []
    const rules = Object.fromEntries(Object.entries(tables).map(([name, lines]) => [name, rulesOf(lines)]))
    const context: DeriveContext = { header, settings: world.settings, lookup: world.lookup }
    const shared = spreadLines(this.#definition, rules, context, headerProblems)
    const values = deriveHeader(this.#definition, header, shared, world, headerProblems)
    return {
      header: shownValues(fields, values, world.nameOf),
      headerProblems,
      tables: this.#definition.spread === undefined ? tables : this.#shown(tables, shared, world),
    }
  }

  /** The lines as they are after they shared out what concerns them all. */
  #shown(
    tables: Derived['tables'],
    shared: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
    world: RuleWorld,
  ): Derived['tables'] {
    return Object.fromEntries(
      Object.entries(tables).map(([name, lines]) => {
        const rules = [...(shared[name] ?? [])]
        const named = this.#definition.tables[name]?.fields ?? {}
        const shownLines = lines.map((line) => {
          const rule = isEmptyRule(line) ? undefined : rules.shift()
          return rule === undefined || rule === line.rule
            ? line
            : { ...line, rule, values: shownValues(named, rule, world.nameOf) }
        })
        return [name, shownLines]
      }),
    )
  }
}

/** The draft after a header field was typed. */
export function setHeader(draft: Draft, name: string, value: FieldValue): Draft {
  const { [name]: _was, ...others } = draft.header
  // A rate is that of its currency.
  const { rate: _rate, ...unrated } = others
  const rest = name === 'currency' ? unrated : others
  return { ...draft, header: value === null || value === '' ? rest : { ...rest, [name]: value } }
}

/** The draft after changes of the grid. `derived` says what each line shows now. */
export function changeLines(
  draft: Draft,
  table: string,
  fields: Fields,
  changes: readonly LineChange[],
  derived: readonly DerivedLine[],
): Draft {
  const names = new Set(Object.keys(fields))
  const shown = new Map(derived.map((line) => [line.key, line.values]))
  let lines = [...(draft.tables[table] ?? [])]
  let places: Map<string, number> | null = null
  for (const change of changes) {
    if (change.type === 'set') {
      places ??= new Map(lines.map((line, index) => [line.key, index]))
      const at = places.get(change.key) ?? -1
      const line = lines[at]
      if (line === undefined) continue
      const typed = typedAfter(line.typed, shown.get(line.key) ?? {}, change.field, change.value, names)
      lines[at] = { ...line, typed }
      continue
    }
    places = null
    if (change.type === 'remove') {
      const gone = new Set(change.keys)
      lines = lines.filter((line) => !gone.has(line.key))
      continue
    }
    lines.splice(Math.min(change.at, lines.length), 0, { key: change.line.key, typed: change.line.values })
  }
  return { ...draft, tables: { ...draft.tables, [table]: lines } }
}

export const emptyLine = (): DraftLine => ({ key: newLine().key, typed: {} })

const reproduces = (full: Values, next: Values): boolean =>
  Object.keys(full).every((name) => sameValue(full[name], next[name]))

/**
 * Tells what was typed from what only followed: a value that the rules give again without it is derived, and follows
 * later changes; the others were typed and win. Amounts are tried first, for they follow from the most.
 */
function typedPart(
  names: readonly string[],
  values: Values,
  derive: (typed: Values) => Values,
  whole: Values = values,
): Values {
  let typed = values
  for (const name of names) {
    if (typed[name] === null || typed[name] === undefined) continue
    const { [name]: _out, ...without } = typed
    const next = derive(without)
    if (sameValue(next[name], values[name]) && reproduces(pick(whole, names), next)) typed = without
  }
  return typed
}

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))

const order: Readonly<Record<string, number>> = {
  money: 0,
  price: 1,
  percent: 2,
  ref: 3,
  date: 4,
  text: 5,
  longText: 5,
}

/** Fields that a rule may fill, in the order in which they are tried. */
const derivableNames = (fields: Fields): readonly string[] =>
  Object.entries(fields)
    .filter(([, field]) => field.computed !== true && !field.required)
    .toSorted(([, a], [, b]) => (order[a.kind] ?? 9) - (order[b.kind] ?? 9))
    .map(([name]) => name)

/** Separates typed from derived in a whole draft that was read from the server. */
export function settleTyped(definition: AnyDocument, draft: Draft, world: RuleWorld): Draft {
  const deriver = new Deriver(definition)
  const tables = Object.fromEntries(
    Object.entries(definition.tables).map(([name, table]) => {
      const lines = draft.tables[name] ?? []
      if (table.derive === undefined) return [name, lines]
      const names = derivableNames(table.fields)
      return [
        name,
        lines.map((line) => {
          const derive = (typed: Values): Values =>
            deriver.derive({ header: draft.header, tables: { [name]: [{ ...line, typed }] } }, world).tables[name]?.[0]
              ?.values ?? {}
          return { ...line, typed: typedPart(names, line.typed, derive) }
        }),
      ]
    }),
  )
  const settled = { header: draft.header, tables }
  if (definition.derive === undefined) return settled
  const fields = headerFieldsOf(definition)
  const names = derivableNames(definition.header).filter((name) => fields[name]?.kind !== 'money')
  const derive = (header: Values): Values => deriver.derive({ ...settled, header }, world).header
  return { ...settled, header: typedPart(names, draft.header, derive) }
}
