import { useCallback, useRef } from 'react'
import { readBurst } from '../../base/gs1/scan.ts'
import { showToast } from '../control/toast.tsx'
import { useLatest } from '../control/use-latest.ts'
import type { ReferenceSource } from '../field/field.ts'
import { lookUpReferences } from '../field/look-up.ts'
import { t } from '../language.ts'
import { applyLineChanges, type Line, type LineChange, type LineColumn } from './line.ts'
import { plainScan, scanLine, type Scanned, type ScanTarget } from './scan-line.ts'
import { tellScan } from './scan-sound.ts'

/** How long codes are gathered before they are asked for together: a reader of tags sends a hundred in a breath. */
const gathering = 80

export type ScannedLines = {
  readonly lines: readonly Line[]
  readonly columns: readonly LineColumn[]
  readonly scan: ScanTarget | undefined
  readonly onChange: ((changes: readonly LineChange[]) => void) | undefined
  /** The row that was scanned last. */
  readonly onRow?: (row: number) => void
}

async function identified(
  codes: readonly string[],
  target: ScanTarget,
  source: ReferenceSource | undefined,
): Promise<readonly (Scanned | null)[]> {
  if (target.identify !== undefined) return target.identify(codes)
  if (source === undefined) return codes.map(() => null)
  const found = await lookUpReferences(source, codes)
  return found.map((one) => (one === null ? null : plainScan(one)))
}

/** Takes scanned codes into lines, from a wedge, a camera or a reader of tags alike, and tells by sound what became of them. */
export function useScannedLines(asked: ScannedLines): (text: string) => void {
  const latest = useLatest(asked)
  const waiting = useRef<string[]>([])
  const taking = useRef(Promise.resolve())
  const take = useCallback(async (): Promise<void> => {
    const codes = readBurst(waiting.current.splice(0).join('\n'))
    const { scan, columns } = latest.current
    if (scan === undefined || codes.length === 0) return
    const source = columns.find((one) => one.key === scan.reference)?.source
    const found = await identified(codes, scan, source)
    let { lines } = latest.current
    let row = -1
    let verdict: 'right' | 'again' | 'wrong' = 'right'
    const changes: LineChange[] = []
    found.forEach((one, index) => {
      if (one === null) {
        verdict = 'wrong'
        showToast('warning', t('problem.notFound', { text: codes[index] ?? '', label: source?.label ?? '' }))
        return
      }
      const outcome = scanLine(lines, scan, one)
      lines = applyLineChanges(lines, outcome.changes)
      changes.push(...outcome.changes)
      row = outcome.row
      if (outcome.verdict === 'again' && verdict === 'right') verdict = 'again'
    })
    tellScan(verdict)
    if (changes.length > 0) latest.current.onChange?.(changes)
    if (row >= 0) latest.current.onRow?.(row)
  }, [latest])
  return useCallback(
    (text: string) => {
      waiting.current.push(text)
      if (waiting.current.length > 1) return
      setTimeout(() => {
        // One after the other: the next must see the lines that this one makes.
        taking.current = taking.current
          .then(take)
          .catch((error: unknown) => {
            tellScan('wrong')
            showToast('error', error instanceof Error ? error.message : String(error))
          })
          .then(() => new Promise((drawn) => setTimeout(drawn, 40)))
      }, gathering)
    },
    [take],
  )
}
