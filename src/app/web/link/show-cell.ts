import type { PublicCellKind } from '../../../kernel/definition/public-link.ts'

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A figure as people write it, from its exact text: money with two places, others without idle zeros. */
export const showCell = (value: string | null | undefined, kind: PublicCellKind): string => {
  if (value === null || value === undefined || value === '') return ''
  if (kind === 'text' || kind === 'date') return value
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value)
  if (found === null) return value
  const [, sign = '', whole = '0', fraction = ''] = found
  const places = fraction.replace(/0+$/, '')
  const shown = kind === 'quantity' ? places : places.padEnd(2, '0')
  return `${sign}${grouped(whole)}${shown === '' ? '' : `.${shown}`}`
}
