import { api } from '../../../ui/api/client.ts'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { Reference, ReferenceSource } from '../../../ui/field/field.ts'
import { currentLanguage } from '../../../ui/language.ts'

const most = 20
/** Accounts with accounts below them that match what was typed, whose leaves are offered. */
const mostGroups = 3

const text = (row: JsonRow, name: string): string => {
  const value = row[name]
  return typeof value === 'string' ? value : ''
}

/** Accounts of one sort, those with a code that begins so where a prefix is given. */
async function accounts(
  q: string,
  isLeaf: boolean,
  limit: number,
  signal?: AbortSignal,
  prefix?: string,
): Promise<readonly JsonRow[]> {
  const filter = [
    { field: 'disabled', op: 'eq', value: false },
    { field: 'detail', op: 'eq', value: isLeaf },
    ...(prefix === undefined ? [] : [{ field: 'code', op: 'startsWith', value: prefix }]),
  ]
  const page = await api.list<JsonRow>('account', { q, limit, filter: JSON.stringify(filter) }, signal)
  return page.rows
}

/** The names of all accounts that have accounts below them, by id. */
async function namesAbove(): Promise<ReadonlyMap<string, string>> {
  const groups = await accounts('', false, 500)
  return new Map(groups.map((row) => [text(row, 'id'), text(row, 'name')]))
}

/**
 * Accounts that may stand in a voucher for what was typed: those without accounts below them, by code, name, pinyin or
 * initials, their own or of the account above them. Codes that begin so come first.
 */
async function search(
  query: string,
  above: Promise<ReadonlyMap<string, string>>,
  signal: AbortSignal,
  learn: (rows: readonly JsonRow[]) => void,
): Promise<readonly Reference[]> {
  const [own, groups, names] = await Promise.all([
    accounts(query, true, most, signal),
    query === '' ? [] : accounts(query, false, mostGroups, signal),
    above,
  ])
  const below = await Promise.all(groups.map((group) => accounts('', true, most, signal, text(group, 'code'))))
  const found = new Map([...own, ...below.flat()].map((row) => [text(row, 'id'), row]))
  learn([...found.values()])
  const rank = (row: JsonRow): number => (text(row, 'code').startsWith(query) ? 0 : 1)
  return [...found.values()]
    .toSorted((one, other) => rank(one) - rank(other) || (text(one, 'code') < text(other, 'code') ? -1 : 1))
    .slice(0, most)
    .map((row) => ({
      id: text(row, 'id'),
      code: text(row, 'code'),
      name: text(row, 'name'),
      details: { above: names.get(text(row, 'parent')) ?? '' },
    }))
}

function accountSource(label: string, learn: (rows: readonly JsonRow[]) => void): ReferenceSource {
  const english = currentLanguage() === 'en'
  let above: Promise<ReadonlyMap<string, string>> | undefined
  return {
    key: 'leafAccount',
    label,
    columns: [
      { key: 'code', label: english ? 'Code' : '编码' },
      { key: 'name', label: english ? 'Name' : '名称' },
      { key: 'above', label: english ? 'Belongs to' : '上级科目', tone: 'faint' },
    ],
    search: async (query, signal) => {
      // Asked for once a page; they tell details of the same name apart.
      above ??= namesAbove()
      return { rows: await search(query, above, signal, learn) }
    },
  }
}

export type VoucherSources = {
  readonly sourceOf: SourceOf
  /** The record of an account that was offered: what the line asks for beside it is known as soon as it is chosen. */
  readonly offered: (id: string) => JsonRow | undefined
}

/** The pickers of a voucher: those of any document, but accounts alone that may be written on. */
export function voucherSources(sourceOf: SourceOf, accountLabel: string): VoucherSources {
  const known = new Map<string, JsonRow>()
  const leaves = accountSource(accountLabel, (rows) => rows.forEach((row) => known.set(text(row, 'id'), row)))
  return {
    sourceOf: (name, field) => (field.target?.name === 'account' ? leaves : sourceOf(name, field)),
    offered: (id) => known.get(id),
  }
}
