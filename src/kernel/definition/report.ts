import type { PersonalKind } from './personal.ts'
import type { Draft, Field, Fields, Sensitive } from './field.ts'

/** How a column of a report is shown; the Excel type follows from it. */
export type ColumnKind = 'text' | 'date' | 'month' | 'quantity' | 'money' | 'price' | 'percent' | 'integer' | 'boolean'

export interface ReportColumn {
  readonly name: string
  readonly label: string
  readonly english?: string
  readonly kind: ColumnKind
  /** Heads that group columns: 期初, 收入, 发出, 结存. */
  readonly group?: string
  /** Summed in the totals row. */
  readonly total?: boolean
  /** Costs, margins, salaries: left out for who may not see their group. */
  readonly sensitive?: Sensitive
  /** What of a person it holds: masked for who has not the right `personal.see`. */
  readonly personal?: PersonalKind
  /** A click leads on: to another report with these parameters, or to a document (`type` and `id` columns of the row). */
  readonly drill?: ReportDrill
  readonly width?: number
  /** What a page of a printed book carries over (过次页): the sum of the month so far, or what stood last. */
  readonly turned?: 'sum' | 'last'
  /** Left out on the screen while no row has it. */
  readonly seldom?: boolean
}

export type ReportDrill =
  | { readonly to: 'report'; readonly report: string; readonly parameters: Readonly<Record<string, string>> }
  | { readonly to: 'document'; readonly type: string; readonly id: string }

/** How a report is drawn; statements follow the law's forms. */
export type ReportLayout = 'table' | 'balanceSheet' | 'statement' | 'ledgerBook'

export interface ReportChart {
  /** A pie shows the first series alone, by category. */
  readonly kind: 'bar' | 'line' | 'stack' | 'pie'
  readonly category: string
  readonly series: readonly string[]
  /** Lines that are not what was but what is expected, drawn dashed. */
  readonly dashed?: readonly string[]
  /** Draws the subtotals where there are any: the rows under them would be too many to compare. */
  readonly of?: 'subtotals'
}

/**
 * A file in another program's layout that a report is also written as: a journal of hledger, a table for the tax office.
 * Nothing is hidden in it, so a report with sensitive columns has none.
 */
export interface ReportFile {
  readonly label: string
  readonly english?: string
  readonly extension: string
  readonly contentType: string
  /** Shown by the browser, which prints it, in place of being saved. */
  readonly isShown?: boolean
}

/** A question over the ledgers, with parameters, columns, totals, a chart and a way to drill down: 报表. */
export interface ReportDefinition<Name extends string = string, P extends Fields = Fields> {
  readonly sort: 'report'
  readonly name: Name
  readonly label: string
  readonly english?: string
  readonly parameters: P
  readonly columns: readonly ReportColumn[]
  readonly layout?: ReportLayout
  readonly chart?: ReportChart
  /** The form's number where the law gives one: 会小企01表. */
  readonly form?: string
  /** Files in layouts of other programs, beside the table as a workbook, text or paper; named as `format` asks for them. */
  readonly files?: Readonly<Record<string, ReportFile>>
  readonly help?: string
}

export type AnyReport = ReportDefinition

export const defineReport = <const Name extends string, const P extends Fields>(
  definition: Omit<ReportDefinition<Name, P>, 'sort'>,
): ReportDefinition<Name, P> => ({ ...definition, sort: 'report' })

/** A cell as it travels: decimals and dates are text. */
export type ReportCell = string | number | boolean | null
export type ReportRow = Readonly<Record<string, ReportCell>> & {
  /** Subtotals and heads are drawn apart and left out of totals. */
  readonly rowKind?: 'subtotal' | 'head' | 'opening' | 'closing'
}

export interface ReportResult {
  readonly rows: readonly ReportRow[]
  readonly totals?: ReportRow
  /** Columns that depend on the parameters, in place of the definition's. */
  readonly columns?: readonly ReportColumn[]
  /** The form's number, where it depends on the company, in place of the definition's. */
  readonly form?: string
  /** Lines under the title: the company, the day, the unit of money. */
  readonly notes?: readonly string[]
}

export type ParametersOf<Def extends AnyReport> = Draft<Def['parameters']>

/** When a process runs by itself: every day at a time of the company's zone, `02:00`. */
export interface ProcessSchedule {
  readonly daily: string
}

/** Long work over many records, with progress: 处理. */
export interface ProcessDefinition<Name extends string = string, P extends Fields = Fields> {
  readonly sort: 'process'
  readonly name: Name
  readonly label: string
  readonly english?: string
  readonly parameters: P
  /** Runs by itself in every company, with nothing given; what it does it must do for every day up to that one. */
  readonly schedule?: ProcessSchedule
  readonly help?: string
}

export type AnyProcess = ProcessDefinition

export const defineProcess = <const Name extends string, const P extends Readonly<Record<string, Field>>>(
  definition: Omit<ProcessDefinition<Name, P>, 'sort'>,
): ProcessDefinition<Name, P> => ({ ...definition, sort: 'process' })
