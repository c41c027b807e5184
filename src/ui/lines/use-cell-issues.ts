import { useCallback, useMemo, useState } from 'react'
import type { Issue } from '../field/field.ts'
import type { LineIssues } from './line.ts'
import type { PasteProblem } from './paste.ts'

/** What the grid itself could not read, kept until the cell is changed, over what the page found wrong. */
export function useCellIssues(given: LineIssues | undefined): {
  issues: LineIssues
  report: (problems: readonly PasteProblem[]) => void
  forget: (cells: readonly { key: string; field: string }[]) => void
} {
  const [own, setOwn] = useState<LineIssues>(new Map())
  const report = useCallback((problems: readonly PasteProblem[]) => {
    if (problems.length === 0) return
    setOwn((was) => {
      const next = new Map(was)
      for (const { key, field, message } of problems)
        next.set(key, new Map(next.get(key)).set(field, { level: 'error', message }))
      return next
    })
  }, [])
  const forget = useCallback((cells: readonly { key: string; field: string }[]) => {
    setOwn((was) => {
      if (!cells.some(({ key, field }) => was.get(key)?.has(field))) return was
      const next = new Map(was)
      for (const { key, field } of cells) {
        const kept = new Map(next.get(key))
        kept.delete(field)
        next.set(key, kept)
      }
      return next
    })
  }, [])
  const issues = useMemo(() => {
    if (own.size === 0) return given ?? new Map<string, ReadonlyMap<string, Issue>>()
    const merged = new Map<string, ReadonlyMap<string, Issue>>(given)
    for (const [key, fields] of own) merged.set(key, new Map([...(given?.get(key) ?? []), ...fields]))
    return merged
  }, [given, own])
  return { issues, report, forget }
}
