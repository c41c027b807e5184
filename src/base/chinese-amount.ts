import type { DecimalInput } from './decimal.ts'
import { toCents } from './fixed-point.ts'
import { cents } from './money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const units = ['', '拾', '佰', '仟']
const section = 10_000n
const hundredMillion = 100_000_000n
const limit = hundredMillion * hundredMillion

function digit(value: bigint): string {
  return digits.charAt(Number(value))
}

/** Four digits at most, with 零 for a gap inside. */
function sectionText(value: bigint): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const figure = (value / 10n ** BigInt(place)) % 10n
    if (figure === 0n) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + digit(figure) + (units[place] ?? '')
    gap = false
  }
  return text
}

/** Joins a higher part with its unit and a lower part, with 零 where the lower one does not fill its places. */
function joined(high: string, unit: string, low: string, filled: boolean): string {
  if (high === '') return low
  if (low === '') return high + unit
  return high + unit + (filled ? '' : '零') + low
}

/** Below 10^8. */
function tenThousandsText(value: bigint): string {
  const low = value % section
  return joined(sectionText(value / section), '万', sectionText(low), low >= section / 10n)
}

/** Below 10^16. */
function wholeText(value: bigint): string {
  const low = value % hundredMillion
  return joined(tenThousandsText(value / hundredMillion), '亿', tenThousandsText(low), low >= hundredMillion / 10n)
}

function fractionText(yuan: bigint, jiao: bigint, fen: bigint): string {
  if (jiao === 0n && fen === 0n) return '整'
  if (jiao === 0n) return `${yuan === 0n ? '' : '零'}${digit(fen)}分`
  const gap = yuan !== 0n && yuan % 10n === 0n ? '零' : ''
  return `${gap}${digit(jiao)}角${fen === 0n ? '整' : `${digit(fen)}分`}`
}

const currencyNames = new Intl.DisplayNames('zh-CN', { type: 'currency' })

/** What a currency is called before an amount in words, by its ISO code: 人民币, 美元. A code that is none stands as it is. */
export const currencyPrefix = (code: string): string =>
  /^[A-Z]{3}$/.test(code) ? (currencyNames.of(code) ?? code) : code

/** How an amount of a currency begins in figures: ¥ for 人民币, else its code. */
export const currencySign = (code: string): string => (code === 'CNY' ? '¥' : `${code} `)

/**
 * The amount in formal Chinese figures (大写), rounded to cents, by 《支付结算办法》附一 正确填写票据和结算凭证的基本规定:
 * 1409.5 is 壹仟肆佰零玖元伍角整. 零 stands between a zero in the yuan place and 角, and 整 after 元 and 角. A prefix such as
 * 人民币 comes first. Throws a RangeError from 10^16 up.
 */
export function chineseAmount(value: DecimalInput, options: { readonly prefix?: string } = {}): string {
  const signed = toCents(cents(value))
  const all = signed < 0n ? -signed : signed
  const yuan = all / 100n
  if (yuan >= limit) throw new RangeError('the amount is too large to write out')
  const head = (options.prefix ?? '') + (signed < 0n ? '负' : '')
  if (all === 0n) return `${head}零元整`
  const whole = yuan === 0n ? '' : `${wholeText(yuan)}元`
  return head + whole + fractionText(yuan, (all / 10n) % 10n, all % 10n)
}
