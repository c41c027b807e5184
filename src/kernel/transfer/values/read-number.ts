import { decimal, isDecimalString } from '../../../base/decimal.ts'

const myriads: Readonly<Record<string, string>> = { 千: '1000', 万: '10000', 亿: '100000000', k: '1000' }
const empty = /^[-—–_/]+$|^无$|^n\/?a$/i

/**
 * A number as people write it, as plain digits: `1,234.50`, `￥12`, `（50）` for minus, `1.2万`, full-width digits, `13%` as it is
 * said (13). Answers `''` for signs that stand for nothing, and undefined where it is no number, or could be two.
 */
export const readNumber = (given: string, percent: boolean): string | undefined => {
  const text = given
    .normalize('NFKC')
    .replace(/[−－]/g, '-')
    .replace(/[\s¥￥$元]|RMB|CNY/gi, '')
    .replace(/'/g, '')
  if (text === '' || empty.test(text)) return ''
  const accounting = /^\((.+)\)$/.exec(text)
  const trailing = /^([^-]+)-$/.exec(text)
  const bare = accounting?.[1] ?? trailing?.[1] ?? text
  const negative = accounting !== null || trailing !== null
  const parts = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(千|万|亿|k)?(%)?$/i.exec(bare)
  if (parts === null || (parts[2] === undefined && parts[3] === undefined)) return undefined
  const [, sign, whole = '0', fraction = '', scale, share] = parts
  const digits = `${whole.replaceAll(',', '')}${fraction === '.' ? '' : fraction}`
  if (!isDecimalString(digits)) return undefined
  const scaled = decimal(digits).times(decimal(myriads[scale?.toLowerCase() ?? ''] ?? '1'))
  const value = share === undefined || percent ? scaled : scaled.div(decimal('100'))
  const isNegative = negative !== (sign === '-')
  return (isNegative ? value.neg() : value).toString()
}

/** A long number that a spreadsheet has turned into powers of ten: what its last digits were is gone. */
export const isShortened = (text: string): boolean => /^\d(\.\d+)?e\+?\d{2}$/i.test(text.trim())
