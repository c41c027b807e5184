import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { rowText } from '../catalogue/row-text.ts'
import { linesOf, sentLines, type CountLine } from './count-lines.ts'

const address = 'asset-count'

/** The lines of a count, kept on the server as they are marked: one save after another, the newest marks in each. */
export function useAssetCount(record: JsonRow): {
  readonly lines: readonly CountLine[]
  readonly saving: boolean
  readonly keep: (lines: readonly CountLine[]) => void
} {
  const client = useQueryClient()
  const [lines, setLines] = useState(() => linesOf(record))
  const [saving, setSaving] = useState(false)
  const id = rowText(record, 'id')
  const version = useRef(rowText(record, 'version'))
  const waiting = useRef<readonly CountLine[] | null>(null)
  const busy = useRef(false)
  const save = async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    try {
      while (waiting.current !== null) {
        const sent = waiting.current
        waiting.current = null
        const saved = await api.change<JsonRow>(address, id, { lines: sentLines(sent) }, version.current)
        version.current = rowText(saved, 'version')
      }
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
      await client.invalidateQueries({ queryKey: ['record', address, id] })
    } finally {
      busy.current = false
      setSaving(false)
    }
  }
  const keep = (next: readonly CountLine[]): void => {
    setLines(next)
    waiting.current = next
    void save()
  }
  return { lines, saving, keep }
}
