/** What of a person a field holds (个人信息); it says how the text is masked for who need not know it. */
export type PersonalKind = 'phone' | 'account' | 'idNumber' | 'email' | 'address'

const mark = '*'

const between = (text: string, head: number, tail: number): string => {
  const letters = Array.from(text)
  if (letters.length <= head + tail) return mark.repeat(Math.max(letters.length, 1))
  const middle = Math.min(letters.length - head - tail, 12)
  return `${letters.slice(0, head).join('')}${mark.repeat(middle)}${tail === 0 ? '' : letters.slice(-tail).join('')}`
}

const masks: Readonly<Record<PersonalKind, (text: string) => string>> = {
  phone: (text) => between(text, 3, text.length >= 11 ? 4 : 2),
  account: (text) => between(text, 0, 4),
  idNumber: (text) => between(text, 3, 4),
  email: (text) =>
    `${Array.from(text)[0] ?? ''}${mark.repeat(3)}${text.includes('@') ? text.slice(text.lastIndexOf('@')) : ''}`,
  address: (text) => between(text, 6, 0),
}

/** A text with what identifies someone replaced by stars: 138****5678. Nothing stays nothing. */
export const maskPersonal = (kind: PersonalKind, text: string): string => (text === '' ? '' : masks[kind](text))

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Whether an identity number of a citizen (公民身份号码, GB 11643-1999) is right: eighteen characters, a day that exists, and the
 * check character of ISO 7064 MOD 11-2.
 */
export const isCitizenNumber = (text: string): boolean => {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)]
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(born.getTime()) || born.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return false
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return '10X98765432'[sum % 11] === text[17]
}
