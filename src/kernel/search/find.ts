import type { Transaction } from '../database/transaction.ts'
import { normalized } from './pinyin.ts'

/** A record found by its text. */
export interface Found {
  readonly type: string
  readonly id: string
  readonly code: string
  readonly label: string
}

const escaped = (term: string) => term.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Text as the search table keeps it: every word stands after a blank, and Chinese also by twos, so that short terms find it. */
export const indexedText = (words: string): string => {
  const runs = words.match(/\p{Script=Han}+/gu) ?? []
  const pairs = new Set(
    runs.flatMap((run) => {
      const letters = Array.from(run).slice(0, 40)
      return letters
        .slice(1)
        .map((letter, index) => letter + (letters[index + 2] ?? ''))
        .filter((pair) => pair !== '')
    }),
  )
  return [` ${words.toLowerCase()}`, ...pairs].join(' ')
}

/**
 * Patterns for what was typed, a term each. Three letters and more are found anywhere; fewer only where a word begins, which
 * is what the trigram index can answer.
 */
export const patternsOf = (query: string): string[] =>
  normalized(query)
    .slice(0, 200)
    .split(' ')
    .filter((term) => term !== '')
    .slice(0, 6)
    .map((term) => (Array.from(term).length < 3 ? `% ${escaped(term)}%` : `%${escaped(term)}%`))

/** `abc` → `abd`: the first text after all that begin with it, in the order of code points. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`

/** So many letters of a long term are looked up in the index: those it begins with, and those it ends with. */
const [headLetters, tailLetters] = [3, 6]

/**
 * A long term costs the index a look for every three of its letters, though few of them tell records apart: what it begins and ends
 * with finds hardly more, and what is found is compared with the whole of it. Undefined where a term is as short as that.
 */
const shortened = (pattern: string): string | undefined => {
  const letters = Array.from(pattern.slice(1, -1))
  if (letters.length <= headLetters + tailLetters || pattern.includes('\\')) return undefined
  return `%${letters.slice(0, headLetters).join('')}%${letters.slice(-tailLetters).join('')}%`
}

/** The condition that the search text matches all patterns, its parameters from `first` on, and their values. */
const matching = (patterns: readonly string[], first: number): readonly [sql: string, values: readonly string[]] => {
  const values: string[] = []
  const given = (value: string): string => `$${first + values.push(value) - 1}`
  const conditions = patterns.map((pattern) => {
    const short = shortened(pattern)
    // An expression is not in the index, so that the whole pattern is left to be compared with what was found.
    return short === undefined
      ? `text like ${given(pattern)}`
      : `text like ${given(short)} and (text || '') like ${given(pattern)}`
  })
  return [conditions.join(' and '), values]
}

/** Finds records of some types: those whose code begins with what was typed first, then by name, pinyin, initials. */
export const findRecords = async (
  tx: Transaction,
  company: string,
  types: readonly string[],
  query: string,
  limit: number,
): Promise<Found[]> => {
  const patterns = patternsOf(query)
  const typed = query.trim().slice(0, 60)
  if (patterns.length === 0 || types.length === 0) return []
  const columns = 'type, record_id as id, code, label'
  const [matches, values] = matching(patterns, 4)
  const [byCode, byText] = await Promise.all([
    tx.rows<Found>(
      `select ${columns} from search_text where company_id = $1 and type = any($2) and code >= $3 and code < $4 order by type, code limit $5`,
      [company, types, typed, afterPrefix(typed), limit],
      { named: false },
    ),
    tx.rows<Found>(
      `select ${columns} from search_text where company_id = $1 and type = any($2) and ${matches} limit $3`,
      [company, types, Math.max(limit * 5, 100), ...values],
      { named: false },
    ),
  ])
  const plain = normalized(query)
  const rank = (found: Found) => (normalized(found.label).startsWith(plain) ? 0 : 1)
  const others = byText.toSorted((one, other) => rank(one) - rank(other) || (one.code < other.code ? -1 : 1))
  const seen = new Set<string>()
  return [...byCode, ...others].filter((found) => !seen.has(found.id) && seen.add(found.id)).slice(0, limit)
}

/** The most ids a list is narrowed to ahead; when more match, the list looks each row up as it goes. */
const mostIds = 2000

/** Ids of one type that match what was typed; undefined when they are too many to name. */
export const matchingIds = async (
  tx: Transaction,
  company: string,
  type: string,
  patterns: readonly string[],
): Promise<string[] | undefined> => {
  const [matches, values] = matching(patterns, 4)
  const rows = await tx.rows<{ id: string }>(
    `select record_id as id from search_text where company_id = $1 and type = $2 and ${matches} limit $3`,
    [company, type, mostIds + 1, ...values],
    { named: false },
  )
  return rows.length > mostIds ? undefined : rows.map((row) => row.id)
}
