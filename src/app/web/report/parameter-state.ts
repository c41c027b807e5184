import type { Field, Fields } from '../../../kernel/definition/field.ts'
import { addMonthsTo, monthEnd, monthStart } from '../../../ui/list/date-presets.ts'
import type { CatalogueReport } from '../catalogue/catalogue.ts'

/** The parameters of a report as its address carries them: by name, as text. */
export type Asked = Readonly<Record<string, string>>

/** Two dates that make a range are one box. */
export function hasRange(parameters: Fields): boolean {
  return parameters['from']?.kind === 'date' && parameters['to']?.kind === 'date'
}

/** A month is asked as a text of seven letters. */
export function isMonth(name: string, field: Field): boolean {
  return field.kind === 'text' && name === 'period'
}

const keptKinds: ReadonlySet<Field['kind']> = new Set(['choice', 'boolean', 'ref'])

function keyOf(report: CatalogueReport): string {
  return `suanpan.report.${report.address}`
}

function isAsked(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')
}

/** What is remembered on this device: how one likes to look at the report, but not at which days. */
function remembered(report: CatalogueReport): Asked {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(report)) ?? 'null')
    return isAsked(kept) ? kept : {}
  } catch {
    return {}
  }
}

export function remember(report: CatalogueReport, asked: Asked): void {
  const kept = Object.entries(asked).filter(([name]) => keptKinds.has(report.parameters[name]?.kind ?? 'json'))
  localStorage.setItem(keyOf(report), JSON.stringify(Object.fromEntries(kept)))
}

function initialOf(name: string, field: Field, today: string): string | null {
  if (isMonth(name, field)) return today.slice(0, 7)
  if (field.kind === 'boolean') return field.initial === true ? 'true' : null
  if (field.initial === 'today') return today
  return typeof field.initial === 'string' ? field.initial : null
}

/** What a report is asked when nothing is said: its own defaults, this month where it looks at a range of days. */
export function defaultsOf(report: CatalogueReport, today: string): Asked {
  const own = Object.entries(report.parameters).flatMap(([name, field]): [string, string][] => {
    const value = initialOf(name, field, today)
    return value === null ? [] : [[name, value]]
  })
  const range: Asked = hasRange(report.parameters) ? { from: monthStart(today), to: monthEnd(today) } : {}
  return { ...Object.fromEntries(own), ...range }
}

/** The parameters in force: of the address, else as remembered, else as usual. `ask=` in the address stands for none. */
export function askedOf(report: CatalogueReport, search: URLSearchParams, today: string): Asked {
  const given = [...search].filter(([name]) => name in report.parameters)
  if (given.length === 0 && !search.has('asked')) return { ...defaultsOf(report, today), ...remembered(report) }
  const said = Object.fromEntries(given.filter(([, value]) => value !== ''))
  // A link from another report says what matters to it; the rest stays as usual.
  return search.has('asked') ? said : { ...withoutRange(report, given, today), ...said }
}

function withoutRange(report: CatalogueReport, given: readonly [string, string][], today: string): Asked {
  const { from, to, ...rest } = defaultsOf(report, today)
  const saysDays = given.some(([name]) => name === 'from' || name === 'to')
  return saysDays || from === undefined || to === undefined ? rest : { ...rest, from, to }
}

/** The address of parameters; it says that they are all there are. */
export function searchOf(asked: Asked, more: Asked = {}): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== '') search.set(name, value)
  for (const [name, value] of Object.entries(more)) search.set(name, value)
  search.set('asked', '1')
  return search
}

/** The months a report can be asked for: this one and the two years before. */
export function monthsBefore(today: string, count = 25): readonly string[] {
  return Array.from({ length: count }, (_, index) => addMonthsTo(monthStart(today), -index).slice(0, 7))
}

/** The required parameters that nobody has said yet. */
export function missing(report: CatalogueReport, asked: Asked): readonly string[] {
  return Object.entries(report.parameters)
    .filter(([name, field]) => field.required && (asked[name] ?? '') === '')
    .map(([name]) => name)
}
