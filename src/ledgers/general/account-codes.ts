/** How long the parts of account codes are when a company has not chosen otherwise. */
export const usualCodeLengths = '4-2-2-2'

const pattern = /^4(-[2-4]){2,4}$/

/** Whether a text says lengths of account codes: four figures for the standard's own level, then 2 to 4 for two to four levels. */
export const isCodeLengths = (text: string): boolean => pattern.test(text)

const sizesOf = (lengths: string): number[] => lengths.split('-').map(Number)

/** The parts of a code by the lengths it is written in; null where it does not fit them. */
export const codeParts = (code: string, lengths: string): string[] | null => {
  if (!/^\d+$/.test(code)) return null
  const parts: string[] = []
  let at = 0
  for (const size of sizesOf(lengths)) {
    if (at === code.length) break
    parts.push(code.slice(at, at + size))
    at += size
  }
  return parts.join('') === code && parts.every((part, level) => part.length === sizesOf(lengths)[level]) ? parts : null
}

/**
 * A code of the standard's charts, which are written 4-2-2-2, in a company's own lengths: 220201 is 2202001 under 4-3-3. Codes that
 * do not fit stay as they are.
 */
export const accountCode = (code: string, lengths: string): string => {
  const parts = codeParts(code, usualCodeLengths)
  const sizes = sizesOf(lengths)
  return parts === null || parts.length > sizes.length
    ? code
    : parts.map((part, level) => part.padStart(sizes[level] ?? part.length, '0')).join('')
}

/** The other way: a company's code as the charts write it, for what goes by the standard's codes; itself where it has no such name. */
export const standardCode = (code: string, lengths: string): string => {
  const parts = codeParts(code, lengths)
  if (parts === null) return code
  const [first = '', ...rest] = parts
  const short = rest.map((part) => String(Number(part)).padStart(2, '0'))
  return short.every((part) => part.length === 2) ? first + short.join('') : code
}
