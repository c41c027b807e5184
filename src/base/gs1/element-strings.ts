import { applicationIdentifiers } from './application-identifiers.ts'
import type { ApplicationIdentifier, ElementPart } from './application-identifiers.ts'
import { hasCheckDigit } from './gtin.ts'

/** An element: an application identifier and its data. */
export interface Gs1Element {
  readonly identifier: string
  readonly data: string
}

const sets: Readonly<Record<ElementPart['set'], RegExp>> = {
  N: /^\d*$/u,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/u,
  Y: /^[#\-/0-9A-Z]*$/u,
  Z: /^[-_0-9A-Za-z=]*$/u,
}

const isDate = (text: string, mayLackDay: boolean): boolean => {
  const [month, day] = [Number(text.slice(2, 4)), Number(text.slice(4, 6))]
  if (month < 1 || month > 12) return false
  if (day === 0) return mayLackDay
  return day <= new Date(Date.UTC(2000 + Number(text.slice(0, 2)), month, 0)).getUTCDate()
}

const fits = (part: ElementPart, text: string): boolean => {
  if (!sets[part.set].test(text)) return false
  if (part.isVariable ? text.length === 0 || text.length > part.length : text.length !== part.length) return false
  if (part.check === 'csum') return hasCheckDigit(text)
  return part.check === null || isDate(text, part.check === 'yymmd0')
}

/** Whether data may stand behind an identifier: its parts one after the other, with their characters, lengths and check digits. */
const isData = ({ parts }: ApplicationIdentifier, data: string): boolean => {
  let rest = data
  for (const part of parts) {
    if (rest === '' && part.isOptional) break
    const taken = rest.slice(0, part.length)
    if (!fits(part, taken)) return false
    rest = rest.slice(taken.length)
  }
  return rest === ''
}

const longest = ({ parts }: ApplicationIdentifier): number => parts.reduce((total, part) => total + part.length, 0)

const elementOf = (identifier: string, data: string): Gs1Element | null => {
  const known = applicationIdentifiers.get(identifier)
  return known !== undefined && isData(known, data) ? { identifier, data } : null
}

/**
 * Reads elements as people write them, `(01)09521234543213(10)ABC`; a bracket inside the data has a backslash before it. Null
 * where they are no elements: an unknown identifier, data that does not fit, anything before the first bracket.
 */
export const readBracketed = (text: string): Gs1Element[] | null => {
  const elements: Gs1Element[] = []
  let rest = text
  while (rest !== '') {
    const found = /^\((\d{2,4})\)((?:\\\(|[^(])*)/u.exec(rest)
    if (found === null) return null
    const [whole, identifier = '', data = ''] = found
    const element = elementOf(identifier, data.replaceAll('\\(', '('))
    if (element === null) return null
    elements.push(element)
    rest = rest.slice(whole.length)
  }
  return elements.length === 0 ? null : elements
}

/** What stands for the separator FNC1 in what scanners send. */
export const separator = '\u001d'

const headOf = (text: string): ApplicationIdentifier | undefined => {
  for (const length of [2, 3, 4]) {
    const known = applicationIdentifiers.get(text.slice(0, length))
    if (known !== undefined) return known
  }
  return undefined
}

/** The scanner's word of what kind of symbol it read, before GS1 data: ]C1 GS1-128, ]d2 DataMatrix, ]Q3 QR, ]e0 DataBar. */
const symbology = /^\](?:C1|d2|Q3|e0|J1)/u

/**
 * Reads elements as scanners send them: one behind the other, those of open length ended by the separator. Null where they are no
 * elements.
 */
export const readElementString = (text: string): Gs1Element[] | null => {
  let rest = text.replace(symbology, '')
  if (rest.startsWith(separator)) rest = rest.slice(1)
  const elements: Gs1Element[] = []
  while (rest !== '') {
    const known = headOf(rest)
    if (known === undefined) return null
    const body = rest.slice(known.identifier.length)
    const end = body.indexOf(separator)
    const data = known.isFixed ? body.slice(0, longest(known)) : end === -1 ? body : body.slice(0, end)
    const element = elementOf(known.identifier, data)
    if (element === null) return null
    elements.push(element)
    rest = body.slice(data.length)
    if (rest.startsWith(separator)) rest = rest.slice(1)
  }
  return elements.length === 0 ? null : elements
}

/** Writes elements as a scanner would send them, with `fnc1` before the first and after those of open length. */
export const writeElementString = (elements: readonly Gs1Element[], fnc1 = separator): string =>
  fnc1 +
  elements
    .map(({ identifier, data }, index) => {
      const isLast = index === elements.length - 1
      const isFixed = applicationIdentifiers.get(identifier)?.isFixed === true
      return identifier + data + (isLast || isFixed ? '' : fnc1)
    })
    .join('')

/** Writes elements as people read them under a symbol. */
export const writeBracketed = (elements: readonly Gs1Element[]): string =>
  elements.map(({ identifier, data }) => `(${identifier})${data.replaceAll('(', '\\(')}`).join('')

/**
 * Reads a GS1 Digital Link: `https://id.gs1.org/01/09521234543213/10/ABC?17=261231`. Null where the address is none.
 */
export const readDigitalLink = (text: string): Gs1Element[] | null => {
  if (!URL.canParse(text)) return null
  const { protocol, pathname, searchParams } = new URL(text)
  if (!['http:', 'https:'].includes(protocol)) return null
  const steps = pathname.split('/').slice(1)
  const first = steps.findIndex((step, index) => ['00', '01', '414', '8006'].includes(step) && index + 1 < steps.length)
  if (first === -1 || (steps.length - first) % 2 !== 0) return null
  const pairs: (readonly [string, string])[] = []
  for (let index = first; index < steps.length; index += 2) {
    pairs.push([steps[index] ?? '', decodeURIComponent(steps[index + 1] ?? '')])
  }
  for (const [name, value] of searchParams) if (/^\d{2,4}$/u.test(name)) pairs.push([name, value])
  const elements = pairs.map(([identifier, data]) =>
    elementOf(identifier, identifier === '01' && /^(?:\d{8}|\d{12,13})$/u.test(data) ? data.padStart(14, '0') : data),
  )
  return elements.every((one) => one !== null) ? elements : null
}
