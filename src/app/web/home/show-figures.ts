import { currentLanguage } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'

/** The decimal text with its sign turned. */
export function negated(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}

/** Shares and changes are for the eye: whole figures stay exact texts, only their ratio is a float. */
export function percentText(part: string, whole: string): string | null {
  const [a, b] = [Number(part), Number(whole)]
  if (!Number.isFinite(a) || !Number.isFinite(b) || b === 0) return null
  return `${Math.round((a / b) * 1000) / 10}%`
}

export function shareOf(part: string, whole: string): number {
  const [a, b] = [Number(part), Number(whole)]
  return b === 0 ? 0 : Math.max(0, Math.min(100, (a / b) * 100))
}

/** An amount at a glance: 348.2 万; in English in full, because it has no such unit. */
export function brief(text: string): string {
  if (text === '') return '0'
  if (currentLanguage() === 'en' || Math.abs(Number(text)) < 10_000) return formatDecimalText(text, { max: 0 })
  return `${formatDecimalText(String(Math.round(Number(text) / 1000) / 10), { max: 1 })} 万`
}

/** A figure of a chart in 万, or as it is in English. */
export function chartFigure(text: string): string {
  const value = Number(text)
  return String(currentLanguage() === 'en' ? Math.round(value) : Math.round(value / 100) / 100)
}
