/**
 * Decimals as text. The browser kit shows and takes figures as the strings they travel as; nothing here goes through a
 * binary float, so 0.1 + 0.2 is 0.3 and a figure of twenty digits keeps its last one.
 */

const pattern = /^-?\d+(\.\d+)?$/

/** Whether the text is a plain decimal such as `-12.50`. */
export function isDecimalText(text: string): boolean {
  return pattern.test(text)
}

type Scaled = { units: bigint; scale: number }

function toScaled(text: string): Scaled {
  const [whole = '0', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

function fromScaled({ units, scale }: Scaled): string {
  const negative = units < 0n
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = scale > 0 ? `.${digits.slice(-scale)}` : ''
  return `${negative ? '-' : ''}${whole}${fraction}`
}

function rescale(value: Scaled, scale: number): bigint {
  if (scale >= value.scale) return value.units * 10n ** BigInt(scale - value.scale)
  const divisor = 10n ** BigInt(value.scale - scale)
  const negative = value.units < 0n
  const magnitude = negative ? -value.units : value.units
  const rounded = (magnitude + divisor / 2n) / divisor
  return negative ? -rounded : rounded
}

/** Rounds half away from zero to `scale` decimals. For showing only: amounts are rounded where they are computed. */
export function roundDecimalText(text: string, scale: number): string {
  return fromScaled({ units: rescale(toScaled(text), scale), scale })
}

/** The exact sum of decimals; empty texts count as nothing. */
export function addDecimalTexts(texts: readonly string[]): string {
  const values = texts.filter(isDecimalText).map(toScaled)
  const scale = values.reduce((most, value) => Math.max(most, value.scale), 0)
  const units = values.reduce((sum, value) => sum + rescale(value, scale), 0n)
  return fromScaled({ units, scale })
}

/** Negative, zero or positive, as for a sort. */
export function compareDecimalTexts(left: string, right: string): number {
  const a = toScaled(left)
  const b = toScaled(right)
  const scale = Math.max(a.scale, b.scale)
  const difference = rescale(a, scale) - rescale(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function isZeroText(text: string): boolean {
  return /^-?0*(\.0*)?$/.test(text)
}

export function isNegativeText(text: string): boolean {
  return text.startsWith('-') && !isZeroText(text)
}

export type DecimalFormat = {
  /** At least this many decimals are shown. */
  min?: number
  /** At most this many; more are rounded away for the eye. */
  max?: number
  /** Zero is written as nothing, as books do. */
  blankZero?: boolean
  /** Thousands separators; on by default. */
  grouped?: boolean
}

/** Formats a decimal text for reading: `1234567.5` with `min: 2` becomes `1,234,567.50`. Anything else comes back as is. */
export function formatDecimalText(text: string, format: DecimalFormat = {}): string {
  if (!isDecimalText(text)) return text
  const { min = 0, max = Math.max(min, 6), blankZero = false, grouped = true } = format
  if (blankZero && isZeroText(text)) return ''
  const rounded = roundDecimalText(text, Math.min(max, Math.max(min, toScaled(text).scale)))
  const negative = isNegativeText(rounded)
  const [whole = '0', fraction = ''] = rounded.replace('-', '').split('.')
  const trimmed = fraction.replace(/0+$/, '').padEnd(min, '0')
  const body = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${negative ? '-' : ''}${body}${trimmed === '' ? '' : `.${trimmed}`}`
}

/** Money in tables: two decimals, grouped, zero blank unless asked. */
export function formatMoneyText(text: string, blankZero = true): string {
  return formatDecimalText(text, { min: 2, max: 2, blankZero })
}
