import type { Fields } from './field.ts'
import type { AnyDocument, AnyEntity } from './record.ts'

/** What a link without sign-in is for: it opens one record to whoever holds it, for one purpose. */
export interface PublicLinkDefinition<Name extends string = string, P extends Fields = Fields> {
  readonly sort: 'publicLink'
  readonly name: Name
  readonly label: string
  readonly english?: string
  /** The record that a link of this purpose opens. */
  readonly subject: AnyDocument | AnyEntity
  /** What is settled when the link is made: the months of a statement. */
  readonly parameters: P
  /** How many days a link works unless told. */
  readonly days: number
  readonly help?: string
}

export type AnyPublicLink = PublicLinkDefinition

export const definePublicLink = <const Name extends string, const P extends Fields>(
  definition: Omit<PublicLinkDefinition<Name, P>, 'sort'>,
): PublicLinkDefinition<Name, P> => ({ ...definition, sort: 'publicLink' })

/** A step of something that is under way. */
export interface PublicStep {
  readonly label: string
  readonly state: 'done' | 'now' | 'open'
  readonly at?: string | undefined
  readonly detail?: string | undefined
}

export type PublicCellKind = 'text' | 'date' | 'quantity' | 'money' | 'price'

export interface PublicColumn {
  readonly name: string
  readonly label: string
  readonly kind: PublicCellKind
}

export interface PublicTable {
  readonly label: string
  readonly columns: readonly PublicColumn[]
  readonly rows: readonly Readonly<Record<string, string | null>>[]
  readonly totals?: Readonly<Record<string, string>>
}

/** What an answer asks for; `line` fields are asked of every row of the answer's own table. */
export interface PublicField {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'date' | 'quantity' | 'choice'
  readonly options?: Readonly<Record<string, string>>
  readonly required?: boolean
  readonly value?: string
}

/** Something that the holder of the link may answer now. */
export interface PublicQuestion {
  readonly answer: string
  readonly label: string
  /** The word on the button. */
  readonly verb: string
  readonly fields: readonly PublicField[]
  /** Rows that are answered one by one; each is told by its `id`, and may begin with values of its own. */
  readonly rows?: readonly (Readonly<Record<string, string | null>> & { readonly id: string })[]
  readonly columns?: readonly PublicColumn[]
  readonly rowFields?: readonly PublicField[]
}

/** What a link shows: drawn by one small page, whatever it is about. */
export interface PublicPage {
  readonly title: string
  readonly company: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly steps?: readonly PublicStep[]
  readonly tables?: readonly PublicTable[]
  readonly questions?: readonly PublicQuestion[]
  /** Files to be downloaded, each by its name: `GET /api/link/files/{name}`. */
  readonly files?: readonly { readonly name: string; readonly label: string; readonly size: number }[]
  /** What was answered before, in words. */
  readonly answered?: readonly string[]
}
