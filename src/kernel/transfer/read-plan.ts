import type { Json } from '../../base/json.ts'
import { Problem } from '../definition/problem.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { ImportPlan } from './import-plan.ts'

const malformed = () =>
  new Problem('malformed', {
    zh: 'plan 应为 {"columns":{"0":"header.name"},"fixes":{"3:1":"…"},…}',
    en: 'plan must be like {"columns":{"0":"header.name"},"fixes":{"3:1":"…"},…}',
  })

const objectOf = (value: Json | undefined) => {
  if (value === undefined || value === null) return undefined
  if (!isJsonObject(value)) throw malformed()
  return value
}

const textsOf = (value: Json | undefined): Record<string, string> | undefined => {
  const given = objectOf(value)
  if (given === undefined) return undefined
  return Object.fromEntries(
    Object.entries(given).map(([key, text]) => {
      if (typeof text !== 'string' || text.length > 4000) throw malformed()
      return [key, text]
    }),
  )
}

const wordsOf = (value: Json | undefined) => {
  const given = objectOf(value)
  if (given === undefined) return undefined
  return Object.fromEntries(Object.entries(given).map(([key, words]) => [key, textsOf(words) ?? {}]))
}

const rowsOf = (value: Json | undefined): number[] | undefined => {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw malformed()
  return (value as readonly Json[]).map((row) => {
    if (typeof row !== 'number') throw malformed()
    return row
  })
}

const missingOf = (value: Json | undefined): ImportPlan['create'] => {
  if (value === undefined) return undefined
  if (!Array.isArray(value) || value.length > 2000) throw malformed()
  return (value as readonly Json[]).map((one) => {
    const given = objectOf(one)
    if (typeof given?.['type'] !== 'string' || typeof given['name'] !== 'string') throw malformed()
    return { type: given['type'], name: given['name'] }
  })
}

const choicesOf = (value: Json | undefined): ImportPlan['conflicts'] => {
  const texts = textsOf(value)
  if (texts === undefined) return undefined
  return Object.fromEntries(
    Object.entries(texts).map(([key, whose]) => {
      if (whose !== 'ours' && whose !== 'theirs') throw malformed()
      return [key, whose]
    }),
  )
}

const defined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw malformed()
  }
}

/** Reads a plan from JSON. Throws a Problem `malformed` for what is none. */
export const readPlan = (text: string | undefined): ImportPlan => {
  if (text === undefined || text === '') return {}
  const given = objectOf(parsed(text)) ?? {}
  const { sheet, head, dateOrder, skipBad } = given
  const plan: { -readonly [K in keyof ImportPlan]: ImportPlan[K] | undefined } = {
    sheet: typeof sheet === 'string' ? sheet : undefined,
    head: typeof head === 'number' ? head : undefined,
    columns: textsOf(given['columns']),
    values: wordsOf(given['values']),
    fixes: textsOf(given['fixes']),
    header: textsOf(given['header']),
    drop: rowsOf(given['drop']),
    dateOrder: dateOrder === 'dayFirst' || dateOrder === 'monthFirst' ? dateOrder : undefined,
    create: missingOf(given['create']),
    skipBad: skipBad === true ? true : undefined,
    conflicts: choicesOf(given['conflicts']),
  }
  return defined(plan) as ImportPlan
}
