import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { ScimProblem } from './scim-problem.ts'

/** A resource of SCIM, or a complex value within one. */
export type ScimObject = Readonly<Record<string, Json>>

type Test = (resource: ScimObject) => boolean

/** What a path of SCIM names: an attribute, of its values those that match, and a part of each. */
export interface ScimPath {
  readonly attribute: string
  readonly part: string | undefined
  readonly matches: Test | undefined
}

const tokens = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/gy
const longest = 2000

const invalid = (detail: string) => new ScimProblem(400, detail, 'invalidFilter')

export const isScimObject = (value: Json | undefined): value is ScimObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const take = (text: string): string[] => {
  if (text.length > longest) throw invalid('The filter is too long')
  const found: string[] = []
  tokens.lastIndex = 0
  while (tokens.lastIndex < text.trimEnd().length) {
    const token = tokens.exec(text)
    if (token === null) throw invalid('The filter cannot be read')
    found.push(token[1] ?? token[2] ?? token[3] ?? '')
  }
  return found
}

/** The names of a path, without the schema that may stand before it. Attribute names mean the same in any case (RFC 7643 §2.1). */
const namesOf = (text: string): { attribute: string; part: string | undefined } => {
  const bare = text.replace(/^urn:.+:(?=[^:]+$)/i, '')
  const [attribute = '', part, ...more] = bare.split('.')
  if (!/^[a-z$][\w$-]*$/i.test(attribute) || more.length > 0) throw invalid(`${text} is no attribute`)
  return { attribute, part }
}

/** The value of an attribute whatever the case of its name. */
export const attributeOf = (of: ScimObject, name: string): Json | undefined =>
  Object.entries(of).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]

const valuesAt = (resource: ScimObject, { attribute, part }: { attribute: string; part: string | undefined }): Json[] =>
  [attributeOf(resource, attribute) ?? null].flat().flatMap((one) => {
    const value = isScimObject(one) ? attributeOf(one, part ?? 'value') : part === undefined ? one : undefined
    return value === undefined || value === null || value === '' ? [] : [value]
  })

const caseExact = new Set(['id', 'externalid'])

const compare: Readonly<Record<string, (value: string, wanted: string) => boolean>> = {
  eq: (value, wanted) => value === wanted,
  ne: (value, wanted) => value !== wanted,
  co: (value, wanted) => value.includes(wanted),
  sw: (value, wanted) => value.startsWith(wanted),
  ew: (value, wanted) => value.endsWith(wanted),
  gt: (value, wanted) => value > wanted,
  ge: (value, wanted) => value >= wanted,
  lt: (value, wanted) => value < wanted,
  le: (value, wanted) => value <= wanted,
}

const literal = (token: string): Json => {
  try {
    return JSON.parse(token) as Json
  } catch {
    throw invalid(`${token} is no value`)
  }
}

/** Reads a filter by the grammar of RFC 7644 §3.4.2.2: `not` binds first, then `and`, then `or`. */
class FilterReader {
  readonly #tokens: readonly string[]
  #at = 0
  #depth = 0
  constructor(text: string) {
    this.#tokens = take(text)
  }

  #next(): string | undefined {
    return this.#tokens[this.#at++]
  }

  #isNext(word: string): boolean {
    return this.#tokens[this.#at]?.toLowerCase() === word
  }

  #expect(word: string): void {
    if (this.#next() !== word) throw invalid(`${word} is missing`)
  }

  whole(): Test {
    const test = this.#or()
    if (this.#at < this.#tokens.length) throw invalid(`${String(this.#tokens[this.#at])} is not understood`)
    return test
  }

  path(): ScimPath {
    const names = namesOf(this.#next() ?? '')
    if (!this.#isNext('[')) {
      this.#finish()
      return { ...names, matches: undefined }
    }
    this.#at += 1
    const matches = this.#or()
    this.#expect(']')
    const rest = this.#next()
    this.#finish()
    if (rest !== undefined && !rest.startsWith('.')) throw invalid(`${rest} is not understood`)
    return { attribute: names.attribute, part: rest?.slice(1), matches }
  }

  #finish(): void {
    if (this.#at < this.#tokens.length) throw invalid('The path is not understood')
  }

  #or(): Test {
    this.#depth += 1
    if (this.#depth > 20) throw invalid('The filter is nested too deep')
    const tests = [this.#and()]
    while (this.#isNext('or')) {
      this.#at += 1
      tests.push(this.#and())
    }
    this.#depth -= 1
    return (resource) => tests.some((test) => test(resource))
  }

  #and(): Test {
    const tests = [this.#one()]
    while (this.#isNext('and')) {
      this.#at += 1
      tests.push(this.#one())
    }
    return (resource) => tests.every((test) => test(resource))
  }

  #one(): Test {
    const isNot = this.#isNext('not')
    if (isNot) this.#at += 1
    if (this.#isNext('(')) {
      this.#at += 1
      const within = this.#or()
      this.#expect(')')
      return isNot ? (resource) => !within(resource) : within
    }
    if (isNot) throw invalid('not needs brackets')
    return this.#attribute()
  }

  #attribute(): Test {
    const name = this.#next() ?? ''
    const names = namesOf(name)
    if (this.#isNext('[')) {
      this.#at += 1
      const within = this.#or()
      this.#expect(']')
      return (resource) =>
        [attributeOf(resource, names.attribute) ?? null].flat().some((one) => isScimObject(one) && within(one))
    }
    const operator = (this.#next() ?? '').toLowerCase()
    if (operator === 'pr') return (resource) => valuesAt(resource, names).length > 0
    const test = compare[operator]
    if (test === undefined) throw invalid(`${name} ${operator} is no comparison`)
    const wanted = literal(this.#next() ?? '')
    const plain = (value: Json) =>
      caseExact.has(names.attribute.toLowerCase()) ? textOf(value) : textOf(value).toLowerCase()
    return (resource) => {
      const values = valuesAt(resource, names)
      if (wanted === null) return (operator === 'eq') === (values.length === 0)
      if (operator === 'ne') return values.every((value) => plain(value) !== plain(wanted))
      return values.some((value) => test(plain(value), plain(wanted)))
    }
  }
}

/** The test that a filter means. Throws a ScimProblem (`invalidFilter`) where it cannot be read. */
export const readFilter = (text: string): Test => new FilterReader(text).whole()

/** What the path of a change names. Throws a ScimProblem where it cannot be read. */
export const readPath = (text: string): ScimPath => new FilterReader(text).path()
