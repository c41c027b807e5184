import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Id } from '../../base/id.ts'
import type { Complete, Draft, Fields } from './field.ts'

/** Settings of a company that decide postings, as stored; the ledgers' floor gives them their types. */
export type Settings = Readonly<Record<string, string | boolean | null>>

/** What a derivation may ask while it runs, on the server and in the browser alike. */
export interface DeriveContext<Header = Readonly<Record<string, unknown>>> {
  readonly header: Header
  readonly settings: Settings
  /** The referenced record, or undefined while it is not loaded or not chosen. */
  lookup<Def extends AnyEntity>(
    this: void,
    definition: Def,
    id: Id<Def['name']> | null | undefined,
  ): EntityRecord<Def> | undefined
}

/** A named table of lines of a record. */
export interface LineTable<F extends Fields = Fields> {
  readonly label: string
  readonly fields: F
  /** Fills what follows from what was typed: amounts, base quantities, defaults from the item. */
  derive?(line: Draft<F>, context: DeriveContext): Partial<Draft<F>>
  /** How many lines a complete record needs at least. */
  readonly atLeast?: number
}

export type LineTables = Readonly<Record<string, LineTable>>

/** Writes a table of lines; a function of its own so that `derive` sees the fields' types. */
export const lineTable = <const F extends Fields>(table: {
  readonly label: string
  readonly fields: F
  readonly derive?: (line: Draft<NoInfer<F>>, context: DeriveContext) => Partial<Draft<NoInfer<F>>>
  readonly atLeast?: number
}): LineTable<F> => table

/**
 * What an entity means for the scope of rows: a `person` who handles records, a `unit` those people belong to, something
 * `chosen` for each person (a warehouse), or something `owned` by the people its own fields name (a customer).
 */
export type RowScopeKind = 'person' | 'unit' | 'chosen' | 'owned'

/** Something that exists: 基础资料. */
export interface EntityDefinition<
  Name extends string = string,
  F extends Fields = Fields,
  T extends LineTables = LineTables,
> {
  readonly sort: 'entity'
  readonly name: Name
  readonly label: string
  readonly english?: string
  readonly fields: F
  readonly tables: T
  /** Records form a tree by the column `parent`. */
  readonly tree?: boolean
  /** Roles one record may play, each with a list, a form and an address of its own: a party is a customer, a supplier, both. */
  readonly facets?: Readonly<Record<string, EntityFacet>>
  /** Columns of the list, in order; the first fields unless told. */
  readonly list?: readonly string[]
  /** How its rows bound what someone is shown, where their scope (数据范围) is not everything. */
  readonly scope?: RowScopeKind
  /**
   * Every document names one at its head (分支机构): the catalogue adds the field. A company that has no record of it sees nothing of
   * that; what names none of an entity that is so used belongs to nobody's part, and is shown only to those who see all.
   */
  readonly everyDocument?: boolean
  /** Not offered in menus and lists of its own; kept by another page or the system. */
  readonly internal?: boolean
  /** Fills fields that follow from others and from the lines. */
  derive?(fields: Draft<F>, context: HeaderContext<T>): Partial<Draft<F>>
  /** Other words for it in the files of other programs: 存货, 物料 for 商品. */
  readonly also?: readonly string[]
  /** Text fields by which a file may name it beside its code and name: a bar code; `units.barcode` is one of a table's. */
  readonly foundBy?: readonly string[]
  /** Fields on the tag (标签) that is printed of a record with its QR code, to be stuck on the thing itself. */
  readonly tag?: readonly string[]
}

/** A role of an entity: the boolean field that says whether a record plays it, and the fields that matter in it. */
export interface EntityFacet {
  readonly label: string
  readonly english?: string
  readonly flag: string
  readonly list?: readonly string[]
  /** Fields of other roles, left out of this one's form. */
  readonly without?: readonly string[]
}

export type AnyEntity = EntityDefinition

/** Every entity has these, whatever its fields. */
export interface EntityBase<Name extends string = string> {
  readonly id: Id<Name>
  readonly code: string
  readonly name: string
  readonly disabled: boolean
  readonly version: number
}

export type EntityRecord<Def extends AnyEntity> = EntityBase<Def['name']> &
  Complete<Def['fields']> & {
    readonly [K in keyof Def['tables']]: readonly LineRecord<Def['tables'][K]['fields']>[]
  } & {
    readonly parent?: Id<Def['name']> | null
  }

/** A line as stored: its fields and its place. */
export type LineRecord<F extends Fields> = Complete<F> & LineBase
export type LineDraft<F extends Fields> = Draft<F> & Partial<LineBase>

export interface LineBase {
  readonly id: Id<'line'>
  readonly lineNo: number
  /** Where the line came from: one line of another document, drawn by a flow. */
  readonly source: LineSource | null
}

export interface LineSource {
  readonly type: string
  readonly document: Id<'document'>
  readonly line: Id<'line'>
}

/** States that are stored; 部分, 已完成, 已红冲, 已驳回 are derived from links and approvals. */
export const documentStates = {
  draft: '草稿',
  submitted: '待审核',
  posted: '已审核',
  closed: '已关闭',
  void: '已作废',
} as const
export type DocumentState = keyof typeof documentStates

/** Something that happens: 单据. */
export interface DocumentDefinition<
  Name extends string = string,
  H extends Fields = Fields,
  T extends LineTables = LineTables,
> {
  readonly sort: 'document'
  readonly name: Name
  readonly label: string
  readonly english?: string
  /** `XSCK-{yyyyMM}-{seq:4}`: the prefix, the date parts and the serial, which starts again when the date part changes. */
  readonly numbering: string
  readonly header: H
  readonly tables: T
  /** Fills header fields from the lines and references (due date, totals). */
  derive?(header: Draft<H>, context: HeaderContext<T>): Partial<Draft<H>>
  /** Fills what lines share among themselves, as the parts of a sum; runs when each line is derived, before the header. */
  spread?(tables: HeaderContext<T>['tables'], context: DeriveContext): Partial<HeaderContext<T>['tables']>
  /** Columns of the list beside number, date and state. */
  readonly list?: readonly string[]
  /** Money or quantity columns of the first table whose sums stand in the list and the foot. */
  readonly totals?: readonly string[]
  /**
   * The date, of a line or else of the head, by which what is open of a document should have been carried on: its list tells
   * how many days it is late.
   */
  readonly promisedBy?: string
  /** The column whose total paper writes out in words (大写); `gross` or `amount` unless told. */
  readonly inWords?: string
  /** Belongs to no ledger: its day may lie in a period that is closed, and posting it holds none. */
  readonly outsideBooks?: boolean
  /** Documents that only the system writes (the projected ones). */
  readonly internal?: boolean
  /** Whether its tables keep the documents of types that companies define themselves, whose fields no definition knows. */
  readonly keepsOwnTypes?: boolean
  /** The document whose tables keep it: what a company defines itself has none of its own. */
  readonly storedAs?: string
}

export type AnyDocument = DocumentDefinition

export interface HeaderContext<T extends LineTables> extends DeriveContext {
  readonly tables: { readonly [K in keyof T]: readonly LineDraft<T[K]['fields']>[] }
}

export interface DocumentBase<Name extends string = string> {
  readonly type: Name
  readonly id: Id<'document'>
  readonly number: string
  readonly date: CalendarDate
  readonly state: DocumentState
  readonly version: number
  readonly remark: string | null
  /** The document this one reverses (红字冲销), if it is a reversal. */
  readonly reverses: Id<'document'> | null
}

export type HeaderOf<Def extends AnyDocument> = DocumentBase<Def['name']> & Complete<Def['header']>
export type TablesOf<Def extends { readonly tables: LineTables }> = {
  readonly [K in keyof Def['tables']]: readonly LineRecord<Def['tables'][K]['fields']>[]
}

/** A complete document, as postings see it. */
export type DocumentRecord<Def extends AnyDocument> = { readonly header: HeaderOf<Def> } & TablesOf<Def>

/** A document being written: anything may be missing. */
export type DocumentDraft<Def extends AnyDocument> = Draft<Def['header']> & {
  readonly date?: CalendarDate
  readonly remark?: string | null
} & { readonly [K in keyof Def['tables']]?: readonly LineDraft<Def['tables'][K]['fields']>[] }
