import { chineseAmount, currencyPrefix } from '../../../base/chinese-amount.ts'
import { decimal, isDecimalString } from '../../../base/decimal.ts'
import { cellText } from '../../transfer/sheet.ts'
import type { ValueFormat } from './layout.ts'
import type { PrintValue } from './print-data.ts'

const figureOf = ({ value }: PrintValue) =>
  (typeof value === 'string' && isDecimalString(value)) || typeof value === 'number' ? decimal(value) : undefined

const figures = new Set<PrintValue['kind']>(['integer', 'decimal', 'quantity', 'price', 'money', 'percent'])

export const isFigure = ({ kind }: Pick<PrintValue, 'kind'>): boolean => figures.has(kind)

/** 2026-01-15 as 2026年1月15日. */
const longDate = (text: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []
  return year === undefined ? text : `${year}年${Number(month)}月${Number(day)}日`
}

/** A value in the form that a template asks for; one that the form does not fit stays as it is. */
export const formatValue = (value: PrintValue, format: ValueFormat): string => {
  if (format === 'longDate') return longDate(value.text)
  const figure = isFigure(value) ? figureOf(value) : undefined
  if (figure === undefined) return value.text
  switch (format) {
    case 'words':
      return value.written === undefined
        ? chineseAmount(figure, { prefix: '人民币' })
        : chineseAmount(value.written.amount, { prefix: currencyPrefix(value.written.code) })
    case 'bare':
      return value.text.replaceAll(',', '')
    case 'yuan':
      return `¥${cellText('money', figure.toString())}`
    case 'blankZero':
      return figure.isZero() ? '' : value.text
    default:
      return value.text
  }
}
