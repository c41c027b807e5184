import { formatDecimalText } from '../number/decimal-text.ts'
import { t } from '../language.ts'
import { said } from '../language/said.ts'
import { isReference, type Field, type FieldValue } from './field.ts'

/** What a value reads as, when it is not being edited. */
export function showValue(
  field: Pick<Field, 'kind' | 'decimal' | 'choices'> & { readonly readOnly?: boolean },
  value: FieldValue | undefined,
): string {
  if (value === null || value === undefined) return ''
  if (isReference(value)) return value.name
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (field.kind === 'decimal') return formatDecimalText(value, field.decimal)
  if (field.kind === 'choice') return field.choices?.find((choice) => choice.value === value)?.label ?? value
  // What the rules wrote is read in the reader's language; what a person typed stays as it is.
  return field.readOnly === true ? said(value) : value
}

/** The text that editing starts from, and that a copied cell carries: ungrouped figures, a code rather than a name. */
export function editableText(field: Pick<Field, 'kind' | 'choices'>, value: FieldValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (isReference(value)) return value.code ?? value.name
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  return field.kind === 'choice' ? showValue(field, value) : value
}
