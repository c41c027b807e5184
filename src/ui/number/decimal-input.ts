import { formatDecimalText, isDecimalText } from './decimal-text.ts'

export type DecimalInputRule = {
  /** The most decimals the field keeps. */
  maxScale: number
  /** Whether a minus is allowed; it is by default. */
  negative?: boolean
}

export type DecimalInputResult =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: 'notANumber' | 'tooManyDecimals' | 'negative' }

const fullWidth: Readonly<Record<string, string>> = { '．': '.', '。': '.', '－': '-', '—': '-', '，': ',', '＋': '+' }

/** Half-width characters for what a Chinese input method types: `１２。５` becomes `12.5`. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。－—，＋]/g, (mark) => fullWidth[mark] ?? mark)
}

/**
 * Reads what a person typed or pasted into a decimal field: separators, blanks, a currency sign, full-width digits and
 * brackets for a negative are understood. An empty text is an empty value. Nothing is rounded: too many decimals are an
 * error that says so, because a figure that changes silently is worse than one refused.
 */
export function readDecimalInput(typed: string, rule: DecimalInputRule): DecimalInputResult {
  let text = toHalfWidth(typed).replace(/[\s,¥￥]/g, '')
  if (text === '') return { ok: true, value: '' }
  const bracketed = /^\((.*)\)$/.exec(text)
  if (bracketed) text = `-${bracketed[1] ?? ''}`
  text = text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')
  if (!isDecimalText(text)) return { ok: false, reason: 'notANumber' }
  const plain = formatDecimalText(text, { grouped: false, max: 40 })
  const scale = plain.split('.')[1]?.length ?? 0
  if (scale > rule.maxScale) return { ok: false, reason: 'tooManyDecimals' }
  if (rule.negative === false && plain.startsWith('-')) return { ok: false, reason: 'negative' }
  return { ok: true, value: plain }
}
