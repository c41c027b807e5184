import { textOf } from '../../base/text.ts'
import { isCalendarDate } from '../../base/calendar-date.ts'
import { Decimal, decimal, isDecimalString, round } from '../../base/decimal.ts'
import { isUuid } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { sentence } from './define.ts'
import type { Field, FieldKindName } from './field.ts'
import { message } from './problem.ts'
import type { Message } from './problem.ts'

/** Text that could not be read as the field's kind; it becomes a field problem with the path of where it stood. */
export class UnreadableValue extends Error {
  readonly text: Message

  constructor(text: Message) {
    super(text.en)
    this.name = 'UnreadableValue'
    this.text = text
  }
}

const refuse = (zh: string, en: string): never => {
  throw new UnreadableValue(message(zh, en))
}

/** Everything the machine knows of a kind: its column, its JSON and its JSON Schema. */
export interface FieldKind {
  column(field: Field): string
  schema(field: Field): { readonly [key: string]: Json }
  /** From JSON (or text of an import) to the value code sees. */
  parse(field: Field, input: Json): unknown
  /** From the value to JSON. */
  format(value: unknown): Json
}

const plain = (value: unknown): Json =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

const parseText = (field: Field, input: Json) => {
  const value = typeof input === 'number' ? textOf(input) : input
  if (typeof value !== 'string') return refuse('应为文字', 'must be text')
  // PostgreSQL cannot keep the null character or half a surrogate pair; nothing a person types contains them.
  if (value.includes('\u0000') || !value.isWellFormed())
    return refuse('含有不可保存的字符', 'contains a character that cannot be stored')
  const limit = field.maxLength ?? 200
  if (value.length > limit) return refuse(`不能超过 ${limit} 个字`, `must be at most ${limit} characters`)
  return value
}

const textKind: FieldKind = {
  column: () => 'text',
  schema: (field) => ({ type: 'string', maxLength: field.maxLength ?? 200 }),
  parse: parseText,
  format: plain,
}

const decimalSchema = { type: 'string', pattern: '^-?[0-9]{1,15}(\\.[0-9]+)?$' } as const
const largest = decimal('1000000000000000')

/** Thousands separators and full-width digits are what people paste from Excel. */
const normaliseNumber = (input: Json): string =>
  textOf(input)
    .normalize('NFKC')
    .replace(/[,\s¥]/g, '')

const decimalKind = (column: (field: Field) => string): FieldKind => ({
  column,
  schema: () => decimalSchema,
  parse: (field, input) => {
    if (typeof input !== 'string' && typeof input !== 'number') return refuse('应为数字', 'must be a number')
    const digits = normaliseNumber(input)
    if (!isDecimalString(digits)) return refuse(`“${textOf(input).slice(0, 40)}”不是数字`, 'is not a number')
    const value = decimal(digits)
    if (value.abs().gte(largest)) return refuse('数字过大', 'is too large')
    return round(value, field.scale ?? 6)
  },
  format: (value) => (Decimal.isDecimal(value) ? value.toString() : null),
})

/** All field kinds, by name. */
export const fieldKinds: Readonly<Record<FieldKindName, FieldKind>> = {
  text: textKind,
  longText: textKind,
  integer: {
    column: () => 'integer',
    schema: () => ({ type: 'integer' }),
    parse: (_field, input) => {
      const value = typeof input === 'string' && /^-?\d{1,9}$/.test(input.trim()) ? Number(input) : input
      return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 2_000_000_000
        ? value
        : refuse('应为整数', 'must be a whole number')
    },
    format: plain,
  },
  decimal: decimalKind((field) => `numeric(24,${field.scale ?? 6})`),
  quantity: decimalKind(() => 'numeric(24,6)'),
  price: decimalKind(() => 'numeric(28,10)'),
  money: decimalKind(() => 'numeric(20,2)'),
  percent: decimalKind(() => 'numeric(14,6)'),
  date: {
    column: () => 'date',
    schema: () => ({ type: 'string', format: 'date' }),
    parse: (_field, input) => {
      const value = typeof input === 'string' ? input.trim().replace(/[/.]/g, '-') : ''
      const padded = value.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, (_all, y: string, m: string, d: string) =>
        [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
      )
      return isCalendarDate(padded) ? padded : refuse('日期应写作 2026-01-15', 'must be a date like 2026-01-15')
    },
    format: plain,
  },
  moment: {
    column: () => 'timestamptz',
    schema: () => ({ type: 'string', format: 'date-time' }),
    parse: (_field, input) => {
      const value = typeof input === 'string' ? new Date(input) : undefined
      return value !== undefined && !Number.isNaN(value.getTime())
        ? value
        : refuse('时间应写作 2026-01-15T08:30:00Z', 'must be a moment like 2026-01-15T08:30:00Z')
    },
    format: (value) => (value instanceof Date ? value.toISOString() : null),
  },
  boolean: {
    column: () => 'boolean',
    schema: () => ({ type: 'boolean' }),
    parse: (_field, input) => {
      if (typeof input === 'boolean') return input
      if (['是', 'true', 'TRUE', '1', 'yes', '√'].includes(textOf(input))) return true
      if (['否', 'false', 'FALSE', '0', 'no', ''].includes(textOf(input))) return false
      return refuse('应为“是”或“否”', 'must be yes or no')
    },
    format: plain,
  },
  choice: {
    column: () => 'text',
    schema: (field) => ({ type: 'string', enum: Object.keys(field.options ?? {}) }),
    parse: (field, input) => {
      const options = Object.entries(field.options ?? {})
      const found = options.find(([key, label]) => key === input || label === input || sentence(key) === input)
      return (
        found?.[0] ??
        refuse(
          `只能是：${options.map(([, label]) => label).join('、')}`,
          `must be one of: ${options.map(([key]) => key).join(', ')}`,
        )
      )
    },
    format: plain,
  },
  ref: {
    column: () => 'uuid',
    schema: (field) => ({ type: 'string', description: `id or code of ${field.target?.name}` }),
    // Codes were turned into ids before; what is still no id names nothing.
    parse: (field, input) =>
      typeof input === 'string' && isUuid(input)
        ? input
        : refuse(`找不到${field.target?.label}“${textOf(input).slice(0, 40)}”`, `no such ${field.target?.name}`),
    format: plain,
  },
  json: {
    column: () => 'jsonb',
    schema: () => ({}),
    parse: (_field, input) => input,
    format: (value) => (value === undefined ? null : (value as Json)),
  },
}

/** Reads a value as the database or JSON gives it back: numerics and dates arrive as text, so the kinds' own parsers serve. */
export const fromStored = (field: Field, stored: unknown): unknown => {
  if (stored === null || stored === undefined) return null
  switch (field.kind) {
    case 'decimal':
    case 'quantity':
    case 'price':
    case 'money':
    case 'percent':
      return new Decimal(textOf(stored))
    case 'moment':
      return stored instanceof Date ? stored : new Date(textOf(stored))
    default:
      return stored
  }
}

/** Writes a value for the database: text for decimals, JSON text for structures. */
export const toStored = (field: Field, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (Decimal.isDecimal(value)) return value.toString()
  if (field.kind === 'json') return JSON.stringify(value)
  return value
}
