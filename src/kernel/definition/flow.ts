import type { Decimal } from '../../base/decimal.ts'
import type { Draft, Fields } from './field.ts'
import type {
  AnyDocument,
  DeriveContext,
  DocumentDefinition,
  DocumentDraft,
  HeaderOf,
  LineRecord,
  LineTable,
} from './record.ts'

/** A document with the usual one table of lines, which flows lead from and to. */
export type WithLines<F extends Fields = Fields> = DocumentDefinition<string, Fields, { readonly lines: LineTable<F> }>

/** What is still open of a source line, in its base unit; `share` is open ÷ whole, to convert other quantities by. */
export interface OpenLine {
  readonly quantity: Decimal
  readonly baseQuantity: Decimal
  readonly isWhole: boolean
}

/** How one document grows out of another, line by line: 下推. */
export interface FlowDefinition<From extends AnyDocument = AnyDocument, To extends AnyDocument = AnyDocument> {
  readonly sort: 'flow'
  readonly name: string
  /** The verb of the button: 下推出库单. */
  readonly label: string
  readonly english?: string
  readonly from: From
  readonly to: To
  /** Fields of the first table that hold the quantity drawn, in the unit and in base. */
  readonly measure: FlowMeasure
  /** The source's amount that is spread over what is drawn, the last drawer taking the rest. */
  readonly amount?: string
  /** A part of that amount told apart and spread likewise: the tax in a gross. */
  readonly part?: string
  /** Another flow from the same lines: what this one draws of `part` it takes from what that one holds open, as far as it reaches. */
  readonly partFrom?: FlowDefinition
  /** Which lines of the source it leads on from; all unless told. */
  opens?(line: LineRecord<From['tables'][string]['fields']>): boolean
  /** Lines that draw from the same source through flows of one pool share what is open. */
  readonly sharesOpenWith?: FlowDefinition
  /** The source's table that it leads on from; `lines` unless told. */
  readonly table?: string
  /** Percent by which more than open may be drawn; 0 unless told. */
  readonly overPercent?: number
  /** More than is open may be drawn; the target's own check says how much (`DrawnShare.over`). */
  readonly mayOverdraw?: boolean
  /** Lines keep the source that the line they grow from has: what an inspection rejects is returned from its receipt. */
  readonly keepsSource?: boolean
  /**
   * Another flow to the same target, from what grew out of the source: this one gathers what that one holds open. An order is
   * invoiced from its deliveries.
   */
  readonly collects?: FlowDefinition
  /**
   * Another flow, to the same target from where the source itself came from: what this one draws of its source, that one draws
   * of the source's source. A delivery from a notice delivers the order.
   */
  readonly through?: FlowDefinition
  /** As long as it holds something open, it is offered in place of the flow that it goes through: what was invoiced ahead leaves first. */
  readonly goesFirst?: boolean
  /** What is drawn stays open, so that the same goods may be drawn again and again: costs shared out over them. */
  readonly keepsOpen?: boolean
  /** A way back, as a return: a document is 已完成 without it, and its progress does not count it. */
  readonly exceptional?: boolean
  /** Which promise in the plan ledger drawing fulfils: of goods to come, or of goods to go. */
  readonly fulfilsPlan?: 'supply' | 'demand'
  header(source: HeaderOf<From>, context: DeriveContext): Partial<DocumentDraft<To>>
  line(
    source: LineRecord<From['tables'][string]['fields']>,
    open: OpenLine,
    context: DeriveContext,
  ): Partial<Draft<To['tables'][string]['fields']>>
}

export interface FlowMeasure {
  readonly quantity: string
  readonly base: string
  /** The field that says what is measured; a line that was drawn from cannot become something else. */
  readonly of?: string
  /** The same two fields of the target, where it calls them otherwise: what was rejected is a quantity there. */
  readonly into?: { readonly quantity: string; readonly base: string }
}

export type AnyFlow = FlowDefinition

/** The quantity fields that documents of goods share. */
export const goodsMeasure: FlowMeasure = { quantity: 'quantity', base: 'baseQuantity', of: 'item' }

/** Defines how lines of one document become lines of another. It lives in the higher of the two domains. */
export const defineFlow = <
  const From extends AnyDocument,
  const To extends AnyDocument,
  const Table extends keyof From['tables'] & string = 'lines',
>(
  definition: Omit<FlowDefinition<From, To>, 'sort' | 'header' | 'line' | 'opens' | 'table'> & {
    readonly table?: Table
    readonly opens?: (line: LineRecord<NoInfer<From>['tables'][NoInfer<Table>]['fields']>) => boolean
    readonly header: (source: HeaderOf<NoInfer<From>>, context: DeriveContext) => Partial<DocumentDraft<NoInfer<To>>>
    readonly line: (
      source: LineRecord<NoInfer<From>['tables'][NoInfer<Table>]['fields']>,
      open: OpenLine,
      context: DeriveContext,
    ) => Partial<Draft<NoInfer<To>['tables']['lines']['fields']>>
  },
): FlowDefinition<From, To> => ({ ...definition, sort: 'flow' })
