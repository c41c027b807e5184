import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import type { AnyFlow } from '../definition/flow.ts'
import type { AnyDocument, AnyEntity, DocumentRecord, EntityRecord, LineBase, Settings } from '../definition/record.ts'

export type { Settings }

/** An entry that a posting asks for; each ledger's own proposals say more. */
export interface Proposal {
  /** The ledger's name: which book appends it. */
  readonly ledger: string
  /** The document line it comes from; null where it belongs to the document as a whole. */
  readonly line: LineBase | null
}

/**
 * What an amount stands against: one role, several roles with their shares, or the other entries of the posting. Shares
 * carry the sign of the entry's own amount and add up to it: 1,130 owed to us against revenue 1,000 and outputVat 130.
 */
export type Against = string | Readonly<Record<string, Decimal>> | typeof within

/** The other entries of the same posting: a collection is cash against party; a transfer, stock against stock. */
export const within = Symbol('within')

/** The same with the sign of every share turned: for an entry whose amount is turned. */
export const turned = (against: Against): Against =>
  typeof against === 'object'
    ? Object.fromEntries(Object.entries(against).map(([role, share]) => [role, share.neg()]))
    : against

/** What of a source line the flow drew for this line, and what was there before. */
export interface DrawnShare {
  readonly quantity: Decimal
  /** The source's amount by share; the drawer of the last of it takes the rest, so that shares add up. */
  readonly amount: Decimal
  /** The part of that amount which the flow tells apart, by the same share. */
  readonly part: Decimal
  /** What of the part was still open under the flow that it is taken from as well (`partFrom`); zero without one. */
  readonly taken: Decimal
  /** Nothing is left open after this line. */
  readonly takesAll: boolean
  /** How much more than there is of the source line is drawn after this one, by all together. */
  readonly over: Decimal
}

/** What a posting may see: the complete document, its references, its sources and the settings in force. Nothing else. */
export type PostingInput<Def extends AnyDocument> = DocumentRecord<Def> & {
  readonly settings: Settings
  lookup<E extends AnyEntity>(
    this: void,
    definition: E,
    id: Id<E['name']> | null | undefined,
  ): EntityRecord<E> | undefined
  /** The share drawn by a line from its source, or undefined for a line without one. */
  drawn(this: void, line: LineBase): DrawnShare | undefined
  /** The source document of a line, as posted, if it is of that type. */
  source<D extends AnyDocument>(this: void, definition: D, line: LineBase): SourceLine<D> | undefined
  /** The line of that type that this one goes back to, through whatever is between; asked of a rule with `looksBack`. */
  origin<D extends AnyDocument>(this: void, definition: D, line: LineBase): SourceLine<D> | undefined
}

export interface SourceLine<D extends AnyDocument> {
  readonly header: DocumentRecord<D>['header']
  readonly line: D['tables'] extends { readonly lines: unknown } ? DocumentRecord<D>['lines'][number] : never
}

/** A posting rule: the pure function from a complete document to entries. */
export interface PostingRule<Def extends AnyDocument = AnyDocument> {
  readonly document: Def
  /** The kernel turns the sign: a return is its delivery's posting negated, a red invoice that of a blue one. */
  negated(input: PostingInput<Def>): boolean
  /** The role that takes what `within` entries leave over; absent means that they must net to zero. */
  remainder?(input: PostingInput<Def>): string | undefined
  /** Sources are loaded all the way back, for `origin`. */
  readonly looksBack?: boolean
  propose(input: PostingInput<Def>): Iterable<Proposal>
}

export interface PostingOptions<Def extends AnyDocument> {
  readonly negated?: boolean | ((input: PostingInput<Def>) => boolean)
  readonly looksBack?: boolean
  remainder?(input: PostingInput<Def>): string | undefined
}

/** Binds a document to what it posts. */
export const definePosting = <const Def extends AnyDocument>(
  document: Def,
  propose: (input: PostingInput<NoInfer<Def>>) => Iterable<Proposal>,
  options: PostingOptions<NoInfer<Def>> = {},
): PostingRule<Def> => ({
  document,
  negated: typeof options.negated === 'function' ? options.negated : () => options.negated === true,
  propose,
  ...(options.looksBack === true ? { looksBack: true } : {}),
  ...(options.remainder === undefined ? {} : { remainder: options.remainder.bind(options) }),
})

/** Dimensions that a document carries to its entries, by the entity's name. */
export const dimensionNames = ['branch', 'party', 'department', 'employee', 'project', 'item'] as const

/** Dimensions that a voucher line may carry, by the entity's name; two more are of kinds that the company makes up itself. */
export interface Dimensions {
  /** Whose part of the company it is; every line carries it. */
  readonly branch?: string | null
  readonly party?: string | null
  readonly department?: string | null
  readonly employee?: string | null
  readonly project?: string | null
  readonly item?: string | null
  readonly cashAccount?: string | null
  readonly auxiliary1?: string | null
  readonly auxiliary2?: string | null
}

/** What a document says of the entries of one of its lines, or of those that are of no line. */
export interface CarriedDimensions {
  of(lineId: string | null): Dimensions
  /** The path of the field that says a dimension of such an entry; undefined where the document has none. */
  fieldOf(lineId: string | null, name: keyof Dimensions): string | undefined
  /** Where the line stands among those of its table, from 0. */
  placeOf(lineId: string | null): number
}

/** One side of what an appended entry means for the general ledger. Debit is positive. */
export interface EffectLine {
  readonly account: string
  readonly role: string
  readonly amount: Decimal
  readonly dimensions: Dimensions
}

/** What an appended entry means for the general ledger: the control account's side, and what it stands against. */
export interface Effect {
  readonly ledger: string
  readonly entry: string
  readonly date: CalendarDate
  readonly documentType: string
  readonly documentId: string
  readonly lineId: string | null
  readonly control: EffectLine
  readonly against: readonly EffectLine[]
  /** Stands against the other entries of the posting. */
  readonly within: boolean
  /** A later correction of cost: it gets a voucher of its own, one a replay and date. */
  readonly difference: boolean
  /** Takes back what an earlier posting of the document appended: it is told apart by what the document said then. */
  readonly takesBack?: true
  /** Belongs to a closing (结转), so that income statements leave it out. */
  readonly closing?: true
  /** One of a pair that takes something back and enters it anew without changing any balance: red has a voucher of its own. */
  readonly pair?: 'red' | 'blue'
  readonly summary?: string
  readonly quantity?: Decimal
  readonly currency?: string | null
  readonly currencyAmount?: Decimal | null
}

/** A line as the store gives it. */
export type StoredLine = Readonly<Record<string, unknown>> & LineBase

/** What one line draws from its source. */
export interface Draw {
  readonly flow: AnyFlow
  readonly line: StoredLine
  readonly index: number
  readonly share: DrawnShare
  /** Drawn along with the line's own share, from the flow that its part is taken from. */
  readonly isBeside?: boolean
}
