import type { Json } from '../../../base/json.ts'
import type { Field } from '../../definition/field.ts'
import type { Message } from '../../definition/problem.ts'
import { meaningsOf, readDate } from './read-date.ts'
import type { DateOrder } from './read-date.ts'
import { isShortened, readNumber } from './read-number.ts'

/** What could be put in the place of a cell, and how it is offered. */
export interface Mend {
  readonly value: string
  readonly label: Message
}

/** A cell as the record takes it, or why it cannot be read. An empty one is undefined. */
export type ReadCell =
  | { readonly value: Json | undefined }
  | { readonly message: Message; readonly mends: readonly Mend[] }

const yes = new Set([
  '是',
  '有',
  'y',
  'yes',
  'true',
  't',
  '1',
  '√',
  '✓',
  '✔',
  '对',
  '启用',
  '正常',
  '在用',
  '有效',
  'on',
])
const no = new Set([
  '否',
  '无',
  'n',
  'no',
  'false',
  'f',
  '0',
  '×',
  '✗',
  'x',
  '错',
  '禁用',
  '停用',
  '失效',
  '无效',
  'off',
])

const refused = (zh: string, en: string, mends: readonly Mend[] = []): ReadCell => ({ message: { zh, en }, mends })

const instead = (value: string, zh = `改为“${value}”`, en = `Use “${value}”`): Mend => ({ value, label: { zh, en } })

const clipped = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** The number in text that has more than a number: 12 个, 约 5kg. */
const numberInside = (text: string): Mend[] => {
  const found = /^[^\d-]{0,3}(-?\d[\d,]*(?:\.\d+)?)[^\d]{1,6}$/.exec(text.normalize('NFKC').trim())?.[1]
  const value = found === undefined ? undefined : readNumber(found, true)
  return value === undefined || value === '' ? [] : [instead(value)]
}

const numberCell = (field: Field, text: string): ReadCell => {
  const value = readNumber(text, field.kind === 'percent')
  if (value === undefined) return refused(`“${clipped(text)}”不是数字`, 'is not a number', numberInside(text))
  if (value === '') return { value: undefined }
  if (field.kind === 'integer') {
    const whole = /^(-?\d{1,9})(\.0*)?$/.exec(value)?.[1]
    return whole === undefined
      ? refused(`“${clipped(text)}”应为整数`, 'must be a whole number')
      : { value: Number(whole) }
  }
  return { value }
}

const dateCell = (text: string, order: DateOrder | undefined): ReadCell => {
  const value = readDate(text, order)
  if (value !== undefined) return { value }
  const meanings = meaningsOf(text)
  if (meanings === undefined)
    return refused(`“${clipped(text)}”不是日期，应写作 2026-01-15`, 'is no date; write it like 2026-01-15')
  const [dayFirst, monthFirst] = meanings
  return refused(
    `“${clipped(text)}”可以是 ${dayFirst}，也可以是 ${monthFirst}：请选择日期顺序`,
    `may be ${dayFirst} or ${monthFirst}: say which order dates have`,
    [instead(dayFirst), instead(monthFirst)],
  )
}

const booleanCell = (text: string, inverse: boolean): ReadCell => {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (yes.has(word)) return { value: !inverse }
  if (no.has(word)) return { value: inverse }
  return refused(`“${clipped(text)}”应为“是”或“否”`, 'must be yes or no', [instead('是'), instead('否')])
}

const isLike = (one: string, other: string) => one.includes(other) || other.includes(one)

const choiceCell = (field: Field, text: string): ReadCell => {
  const options = Object.entries(field.options ?? {})
  const plain = (one: string) => one.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  const found = options.find(([key, label]) => plain(key) === plain(text) || plain(label) === plain(text))
  if (found !== undefined) return { value: found[0] }
  const near = options.filter(([, label]) => isLike(plain(label), plain(text)))
  if (near.length === 1 && near[0] !== undefined && plain(text).length >= 2) return { value: near[0][0] }
  const offered = (near.length > 0 ? near : options).slice(0, 4).map(([, label]) => instead(label))
  return refused(
    `“${clipped(text)}”不在可选项中：${options.map(([, label]) => label).join('、')}`,
    `must be one of: ${options.map(([key]) => key).join(', ')}`,
    offered,
  )
}

const textCell = (field: Field, text: string): ReadCell => {
  if (isShortened(text))
    return refused(
      `“${clipped(text)}”是被表格软件改写过的长数字，后几位已丢失；请把该列设为文本格式重新填写`,
      'is a long number that a spreadsheet has shortened; format the column as text and fill it in again',
    )
  const limit = field.maxLength ?? 200
  const letters = Array.from(text)
  return letters.length > limit && text.length > limit
    ? refused(`不能超过 ${limit} 个字，现有 ${letters.length} 个`, `must be at most ${limit} characters`, [
        instead(letters.slice(0, limit).join(''), `截短到 ${limit} 个字`, `Cut it to ${limit} characters`),
      ])
    : { value: text }
}

/** Reads the text of a cell as its field's kind, as people write such things in tables. */
export const readCell = (
  field: Field,
  given: string,
  how: { readonly order?: DateOrder | undefined; readonly inverse?: boolean | undefined } = {},
): ReadCell => {
  const text = given.trim()
  if (text === '') return { value: undefined }
  if (text === '#N/A' || /^#(REF|VALUE|NAME|DIV\/0|NUM|NULL)[!?]$/.test(text))
    return refused(`单元格里是公式错误 ${text}`, `holds the error ${text} of a formula`)
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'quantity':
    case 'price':
    case 'money':
    case 'percent':
      return numberCell(field, text)
    case 'date':
      return dateCell(text, how.order)
    case 'boolean':
      return booleanCell(text, how.inverse === true)
    case 'choice':
      return choiceCell(field, text)
    case 'text':
    case 'longText':
      return textCell(field, text)
    default:
      return { value: text }
  }
}
