import { t } from '../language.ts'
import { readDecimalInput } from '../number/decimal-input.ts'
import { readDate } from './read-date.ts'
import type { Field, FieldValue } from './field.ts'

export type ReadResult =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly message: string }

const decimalWords = {
  notANumber: 'problem.notANumber',
  tooManyDecimals: 'problem.tooManyDecimals',
  negative: 'problem.negative',
} as const

function readChoice(field: Field, text: string): ReadResult {
  const wanted = text.toLowerCase()
  const match = field.choices?.find(
    (choice) => choice.value.toLowerCase() === wanted || choice.label.toLowerCase() === wanted,
  )
  return match
    ? { ok: true, value: match.value }
    : { ok: false, message: t('problem.notAChoice', { text, label: field.label }) }
}

/** Turns typed or pasted text into the value of a field. References are not read here: they need a search. */
export function readText(field: Field, typed: string, today: string): ReadResult {
  const text = typed.trim()
  if (text === '') return { ok: true, value: null }
  switch (field.kind) {
    case 'decimal': {
      const maxScale = field.decimal?.max ?? 6
      const result = readDecimalInput(text, { maxScale, negative: field.decimal?.negative })
      if (result.ok) return result
      return { ok: false, message: t(decimalWords[result.reason], { label: field.label, scale: String(maxScale) }) }
    }
    case 'date': {
      const date = readDate(text, today)
      return date === null
        ? { ok: false, message: t('problem.notADate', { label: field.label }) }
        : { ok: true, value: date }
    }
    case 'boolean':
      return { ok: true, value: ['1', 'true', 'y', 'yes', '是', '√', '✓'].includes(text.toLowerCase()) }
    case 'choice':
      return readChoice(field, text)
    default:
      return { ok: true, value: field.kind === 'longText' ? typed : text }
  }
}
