import { useMemo, useState } from 'react'
import type { Fields } from '../../../kernel/definition/field.ts'
import { seldomColumns } from './columns.ts'
import type { DraftLine } from './draft-state.ts'

export type Seldom = { readonly shown: ReadonlySet<string>; readonly toggle: (column: string) => void }

function kept(key: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Columns that are shown only where a line uses them or this person wants them. */
export function useSeldom(type: string, table: string, fields: Fields, lines: readonly DraftLine[]): Seldom {
  const key = `suanpan.columns/${type}/${table}`
  const [chosen, setChosen] = useState<Readonly<Record<string, readonly string[]>>>({})
  const wanted = chosen[key] ?? kept(key)
  const used = useMemo(
    () =>
      seldomColumns(fields)
        .filter((name) => name !== 'net' && lines.some((line) => isUsed(line, name)))
        .join(','),
    [fields, lines],
  )
  const shown = useMemo(() => new Set([...wanted, ...used.split(',').filter(Boolean)]), [wanted, used])
  const toggle = (column: string): void => {
    const next = wanted.includes(column) ? wanted.filter((one) => one !== column) : [...wanted, column]
    localStorage.setItem(key, JSON.stringify(next))
    setChosen((was) => ({ ...was, [key]: next }))
  }
  return { shown, toggle }
}

const isUsed = (line: DraftLine, name: string): boolean => {
  const value = line.typed[name]
  return value !== undefined && value !== null && value !== '' && value !== false
}
