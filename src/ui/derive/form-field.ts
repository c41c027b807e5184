import { maySee, seesNothing } from '../../kernel/definition/field.ts'
import type { HasRight } from '../../kernel/definition/field.ts'
import { sentence } from '../../kernel/definition/define.ts'
import type { Field as DefinedField, Fields } from '../../kernel/definition/field.ts'
import type { Field, FieldKind, ReferenceSource } from '../field/field.ts'
import { currentLanguage } from '../language.ts'
import { said } from '../language/said.ts'
import { aboutField } from '../language/terms.ts'
import type { DecimalFormat } from '../number/decimal-text.ts'
import { labelOf } from './label.ts'

/** Where the references of a field are found; the page decides, so that the kit need not know addresses. */
export type SourceOf = (name: string, field: DefinedField) => ReferenceSource | undefined

const kinds: Readonly<Record<DefinedField['kind'], FieldKind>> = {
  text: 'text',
  longText: 'longText',
  integer: 'decimal',
  decimal: 'decimal',
  quantity: 'decimal',
  price: 'decimal',
  money: 'decimal',
  percent: 'decimal',
  date: 'date',
  moment: 'text',
  boolean: 'boolean',
  choice: 'choice',
  ref: 'reference',
  json: 'text',
}

/** How a decimal kind is shown and typed: money two places, a price two to six, a quantity what it has. */
export function decimalFormatOf(field: DefinedField): DecimalFormat | undefined {
  switch (field.kind) {
    case 'money':
      return { min: 2, max: 2 }
    case 'price':
      return { min: 2, max: field.scale ?? 6 }
    case 'integer':
      return { max: 0 }
    case 'quantity':
    case 'percent':
    case 'decimal':
      return { max: field.scale ?? 6 }
    default:
      return undefined
  }
}

/** The key in words, unless the product's phrases know the label better. */
function englishChoice(value: string, label: string): string {
  const read = said(label)
  return read === label ? sentence(value) : read
}

/** The field of a form or grid that a defined field becomes. */
export function formField(name: string, field: DefinedField, sourceOf: SourceOf): Field {
  const chinese = currentLanguage() === 'zh-CN'
  return {
    key: name,
    label: labelOf(field, name),
    kind: kinds[field.kind],
    required: field.required,
    readOnly: field.computed === true || field.kind === 'moment' || field.kind === 'json',
    decimal: decimalFormatOf(field),
    choices: Object.entries(field.options ?? {}).map(([value, label]) => ({
      value,
      label: chinese ? label : englishChoice(value, label),
    })),
    source: field.kind === 'ref' ? sourceOf(name, field) : undefined,
    maxLength: field.maxLength,
    placeholder: field.help === undefined ? undefined : said(field.help),
    about: aboutField(field.label, field.help),
    span: field.kind === 'longText' || field.wide === true ? 3 : undefined,
    section: field.section,
  }
}

/** The fields of a form: in their order, without what is hidden, what the reader may not see, or another role's. */
export function formFields(
  fields: Fields,
  sourceOf: SourceOf,
  options: { without?: readonly string[]; may?: HasRight } = {},
): readonly Field[] {
  return Object.entries(fields)
    .filter(
      ([name, field]) =>
        field.hidden !== true && !options.without?.includes(name) && maySee(field, options.may ?? seesNothing),
    )
    .map(([name, field]) => formField(name, field, sourceOf))
}
