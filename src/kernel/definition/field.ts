import type { PersonalKind } from './personal.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'

/** What a field can hold. A kind is said once (field-kinds.ts) and gives column, schema, format, parse and Excel cell. */
export type FieldKindName =
  | 'text'
  | 'longText'
  | 'integer'
  | 'decimal'
  | 'quantity'
  | 'price'
  | 'money'
  | 'percent'
  | 'date'
  | 'moment'
  | 'boolean'
  | 'choice'
  | 'ref'
  | 'json'

/** The smallest thing a reference needs to know of what it points at; the entity itself satisfies it. */
export interface RefTarget<Name extends string = string> {
  readonly name: Name
  readonly label: string
}

/** Groups of figures that a role may be kept from, with the right `<group>.see` that opens each. */
export const sensitiveGroups = { cost: '成本和进价', margin: '毛利', salary: '工资' } as const
export type SensitiveGroup = keyof typeof sensitiveGroups
/** The group a figure belongs to; `true` is cost, the commonest. */
export type Sensitive = boolean | SensitiveGroup

/** The right that a figure needs to be seen; undefined for what everyone sees who sees the record. */
export const rightToSee = (sensitive: Sensitive | undefined): string | undefined =>
  sensitive === undefined || sensitive === false ? undefined : `${sensitive === true ? 'cost' : sensitive}.see`

/** Whether someone has a right, as far as seeing figures depends on it. */
export type HasRight = (right: string) => boolean
/** Of someone of whom nothing is known. */
export const seesNothing: HasRight = () => false

/** Whether someone with these rights may see a figure. The one place where that is decided, in browser and server alike. */
export const maySee = (of: { readonly sensitive?: Sensitive }, may: HasRight): boolean => {
  const right = rightToSee(of.sensitive)
  return right === undefined || may(right)
}

/** Whether a field is kept from someone with these roles; of whom no roles are known, it is kept from nobody. */
export const isKeptFrom = (
  field: { readonly archived?: boolean; readonly hiddenFrom?: readonly string[] },
  roles: readonly string[] | undefined,
): boolean =>
  field.archived === true ||
  (field.hiddenFrom !== undefined &&
    roles !== undefined &&
    roles.length > 0 &&
    roles.every((role) => field.hiddenFrom?.includes(role)))

/** The right to see what identifies a person whole: telephones, accounts, numbers of identity. */
export const personalRight = 'personal.see'

/** Whether someone is shown stars in place of it. */
export const isMasked = (of: { readonly personal?: PersonalKind }, may: HasRight): boolean =>
  of.personal !== undefined && !may(personalRight)

/** What may be said of any field, whatever its kind. */
export interface FieldOptions {
  readonly label: string
  /** English label where the one derived from the name would not be the trade's word. */
  readonly english?: string
  readonly required?: boolean
  /** Set by the system (derived, computed); shown, never typed. */
  readonly computed?: boolean
  /** Set by the server's proposals (prices, promotions), which read the database; rules take it as given. */
  readonly proposed?: boolean
  /** Part of the text that search looks in, with its pinyin. */
  readonly searched?: boolean
  readonly unique?: boolean
  readonly indexed?: boolean
  /** Left out of lists and forms unless asked for. */
  readonly hidden?: boolean
  /** Seen only with the right to its group: `true` is cost (`cost.see`). */
  readonly sensitive?: Sensitive
  /** What of a person it holds: masked for who has not the right `personal.see`. */
  readonly personal?: PersonalKind
  /** One sentence of help, shown beside the field. */
  readonly help?: string
  /** Of a reference: which role of the target is meant, as 客户 of a party. */
  readonly facet?: string
  /** Of a reference: its row may stand in any of several tables, so the database does not check it. */
  readonly unchecked?: boolean
  /** Other names by which the files of other programs call it: 采购价 for 参考进价. */
  readonly also?: readonly string[]
  /** What a new record starts with; `today` is the company's day. */
  readonly initial?: string | boolean
  /** A company's own field (自定义字段): its values are kept in `custom`, by its name. */
  readonly own?: boolean
  /** At the head of every document: it goes along with whatever grows out of one, and is filled where nobody says it. */
  readonly everywhere?: boolean
  /** Of an own field: no longer used. What was kept of it stays, and nobody is shown it. */
  readonly archived?: boolean
  /** Roles that are kept from it: who has none but these neither sees nor changes it. */
  readonly hiddenFrom?: readonly string[]
  /** What it is reckoned by, in the expression language; such a field is never typed. */
  readonly formula?: string
  /** The entity that a company must have had a record of for the field to be shown: a currency where all is in one is no use. */
  readonly onlyWith?: string
  /** Of an amount: the field of the head that names the currency it stands in, where that is not the books' own. */
  readonly inCurrencyOf?: string
  /** Of a text that names an uploaded file (`POST /api/files`): the endings that a form offers to choose from. */
  readonly uploaded?: string
  /** The heading under which a form shows it and what follows it. */
  readonly section?: string
  /** Takes the whole width of a form. */
  readonly wide?: boolean
}

/** A field of a record. `Value` is what code sees; the phantom member carries it for inference and never exists at run time. */
export interface Field<Value = unknown, Required extends boolean = boolean> extends FieldOptions {
  readonly kind: FieldKindName
  readonly required: Required
  readonly maxLength?: number
  /** Decimal places kept. */
  readonly scale?: number
  readonly options?: Readonly<Record<string, string>>
  readonly target?: RefTarget
  readonly value?: Value
}

export type Fields = Readonly<Record<string, Field>>

type ValueOf<F> = F extends Field<infer Value, boolean> ? Value : never
type IsRequired<F> = F extends { readonly required: infer R } ? (R extends true ? true : false) : false

/** The complete view of fields: what is required is there. Postings see this. */
export type Complete<F extends Fields> = {
  readonly [K in keyof F]: IsRequired<F[K]> extends true ? ValueOf<F[K]> : ValueOf<F[K]> | null
}

/** The draft view: anything may still be missing. Forms and derivations see this. */
export type Draft<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | null }

type RequiredOf<O extends FieldOptions> = O extends { readonly required: true } ? true : false

const make = <Value, O extends FieldOptions>(
  kind: FieldKindName,
  options: O,
  more: Partial<Omit<Field, 'value'>> = {},
): Field<Value, RequiredOf<O>> => ({
  ...more,
  ...options,
  kind,
  required: (options.required === true) as RequiredOf<O>,
})

/** One line of text, 200 characters unless told. */
export const text = <const O extends FieldOptions & { readonly maxLength?: number }>(options: O) =>
  make<string, O>('text', options, { maxLength: 200 })

/** Remarks, addresses, terms: several lines, 4,000 characters. */
export const longText = <const O extends FieldOptions>(options: O) =>
  make<string, O>('longText', options, { maxLength: 4000 })

export const integer = <const O extends FieldOptions>(options: O) => make<number, O>('integer', options)

/** A decimal with the given places (6 unless told); never a float. */
export const decimal = <const O extends FieldOptions & { readonly scale?: number }>(options: O) =>
  make<Decimal, O>('decimal', options, { scale: 6 })

/** A quantity, 6 decimals. */
export const quantity = <const O extends FieldOptions>(options: O) =>
  make<Decimal, O>('quantity', options, { scale: 6 })

/** A unit price, 10 decimals: an invoice may show up to 13, the trade uses 2 to 6. */
export const price = <const O extends FieldOptions>(options: O) => make<Decimal, O>('price', options, { scale: 10 })

/** An amount of money in the document's currency, 2 decimals. */
export const money = <const O extends FieldOptions>(options: O) => make<Decimal, O>('money', options, { scale: 2 })

/** A percentage: 13 means 13 %. */
export const percent = <const O extends FieldOptions>(options: O) => make<Decimal, O>('percent', options, { scale: 6 })

export const date = <const O extends FieldOptions>(options: O) => make<CalendarDate, O>('date', options)

/** A moment in UTC. */
export const moment = <const O extends FieldOptions>(options: O) => make<Date, O>('moment', options)

export const boolean = <const O extends FieldOptions>(options: O) => make<boolean, O>('boolean', options)

/** One of a few words; the keys are stored, the labels shown. */
export const choice = <
  const Choices extends Readonly<Record<string, string>>,
  const O extends FieldOptions & { readonly options: Choices },
>(
  options: O & { readonly options: Choices },
) => make<Extract<keyof Choices, string>, O>('choice', options)

/** A reference to an entity, down the floors only. */
export const ref = <Name extends string, const O extends FieldOptions>(target: RefTarget<Name>, options: O) =>
  make<Id<Name>, O>('ref', options, { target })

/** Structured data that no one queries by its parts. */
export const json = <const O extends FieldOptions>(options: O) => make<Json, O>('json', options)

/** The same fields with their prices and amounts kept from who may not see a group of figures. */
export const guarded = <const F extends Fields>(sensitive: Sensitive, fields: F): F =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === 'money' || field.kind === 'price' ? { ...field, sensitive } : field,
    ]),
  ) as F
