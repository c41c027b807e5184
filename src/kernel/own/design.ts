import type { Field, FieldKindName, SensitiveGroup } from '../definition/field.ts'
import { sensitiveGroups } from '../definition/field.ts'
import type { Values } from '../posting/work.ts'
import { ownKinds } from './own-form.ts'

/** One field as a design places it: an own one in full, or what is changed of one that the product has. */
export interface DesignedField {
  readonly part: string
  readonly name: string
  readonly label: string | null
  readonly english: string | null
  readonly kind: FieldKindName
  readonly choices: Readonly<Record<string, string>>
  readonly target: string | null
  readonly scale: number | null
  readonly help: string | null
  readonly start: string | null
  readonly formula: string | null
  readonly section: string | null
  readonly wide: boolean
  readonly mandatory: boolean
  readonly concealed: boolean
  readonly listed: boolean
  readonly findable: boolean
  readonly secrecy: SensitiveGroup | null
  readonly hiddenFrom: readonly string[]
  readonly archived: boolean
}

/** A company's design of one type of record. */
export interface FormDesign {
  readonly type: string
  readonly numbering: string | null
  readonly fields: readonly DesignedField[]
}

/** A type of document that a company defines itself. */
export interface OwnType {
  readonly name: string
  readonly label: string
  readonly english: string | null
  readonly numbering: string
  readonly linesLabel: string | null
}

const said = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

const isKind = (value: unknown): value is keyof typeof ownKinds =>
  typeof value === 'string' && Object.hasOwn(ownKinds, value)

const isGroup = (value: unknown): value is SensitiveGroup =>
  typeof value === 'string' && Object.hasOwn(sensitiveGroups, value)

const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** Choices as they are kept: labels by key. */
const choicesIn = (value: unknown): Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, label]) =>
          typeof label === 'string' && label.trim() !== '' ? [[key, label.trim()] as const] : [],
        ),
      )
    : {}

/** A line of a form design as it is stored or was sent. */
export const readDesignedField = (line: Values): DesignedField => ({
  part: said(line['part']) ?? '',
  name: said(line['name']) ?? '',
  label: said(line['label']),
  english: said(line['english']),
  kind: isKind(line['kind']) ? line['kind'] : 'text',
  choices: choicesIn(line['choices']),
  target: said(line['target']),
  scale: typeof line['scale'] === 'number' ? line['scale'] : null,
  help: said(line['help']),
  start: said(line['start']),
  formula: said(line['formula']),
  section: said(line['section']),
  wide: line['wide'] === true,
  mandatory: line['mandatory'] === true,
  concealed: line['concealed'] === true,
  listed: line['listed'] === true,
  findable: line['findable'] === true,
  secrecy: isGroup(line['secrecy']) ? line['secrecy'] : null,
  hiddenFrom: wordsIn(line['hiddenFrom']),
  archived: line['archived'] === true,
})

const defaultScale: Partial<Record<FieldKindName, number>> = { decimal: 2, quantity: 6, money: 2, percent: 6 }
const longest: Partial<Record<FieldKindName, number>> = { text: 200, longText: 4000 }

/** What both own fields and changed ones say of their place and who is kept from them. */
const placing = (designed: DesignedField): Partial<Field> => ({
  ...(designed.section === null ? {} : { section: designed.section }),
  ...(designed.wide ? { wide: true } : {}),
  ...(designed.help === null ? {} : { help: designed.help }),
  ...(designed.hiddenFrom.length === 0 ? {} : { hiddenFrom: designed.hiddenFrom }),
  ...(designed.concealed ? { hidden: true } : {}),
})

const startOf = ({ kind, start }: DesignedField): string | boolean | undefined => {
  if (start === null) return undefined
  return kind === 'boolean' ? start === 'true' || start === '是' : start
}

/** An own field as definitions have them. `target` is what a reference points at. */
export const ownFieldOf = (designed: DesignedField, target: Field['target']): Field => {
  const { kind } = designed
  const scale = designed.scale ?? defaultScale[kind]
  const initial = startOf(designed)
  return {
    kind,
    own: true,
    label: designed.label ?? designed.name,
    english: designed.english ?? designed.label ?? designed.name,
    required: designed.mandatory && !designed.archived && designed.formula === null,
    ...(longest[kind] === undefined ? {} : { maxLength: longest[kind] }),
    ...(scale === undefined ? {} : { scale }),
    ...(kind === 'choice' ? { options: designed.choices } : {}),
    ...(target === undefined ? {} : { target }),
    ...(designed.findable ? { searched: true } : {}),
    ...(designed.secrecy === null ? {} : { sensitive: designed.secrecy }),
    ...(designed.formula === null ? {} : { formula: designed.formula, computed: true }),
    ...(designed.archived ? { archived: true } : {}),
    ...(initial === undefined ? {} : { initial }),
    ...placing(designed),
  }
}

/** A field of the product as the company wants it: called otherwise, required, hidden; what it holds stays as it is. */
export const changedField = (field: Field, designed: DesignedField): Field => ({
  ...field,
  ...(designed.label === null ? {} : { label: designed.label }),
  ...(designed.english === null ? {} : { english: designed.english }),
  ...placing(designed),
  ...(designed.mandatory && field.computed !== true ? { required: true } : {}),
  ...(designed.start === null || field.computed === true ? {} : { initial: designed.start }),
})
