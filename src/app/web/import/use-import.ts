import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import type { RecordType } from '../catalogue/catalogue.ts'
import { followJob, type Progress } from '../process/follow-job.ts'
import { isOutcome, sendImport, undoBatch, type ImportOutcome, type Options, type Plan } from './import-data.ts'

const untouched: Options = { update: false, post: false, plan: {} }

export type ImportState = {
  readonly file: File | null
  readonly options: Options
  readonly tried: ImportOutcome | null
  readonly kept: ImportOutcome | null
  readonly progress: Progress | null
  readonly busy: boolean
  readonly choose: (file: File) => void
  readonly change: (part: Partial<Options>) => void
  readonly mend: (plan: Plan) => void
  readonly takeStepBack: (() => void) | null
  readonly keep: () => void
  readonly cancel: (() => void) | null
  readonly undo: (batch: string) => Promise<void>
}

/** A file on its way in: tried after each thing that is said of it, then kept as a whole, or taken back. */
export function useImport(type: RecordType): ImportState {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [options, setOptions] = useState<Options>(untouched)
  const [before, setBefore] = useState<readonly Options[]>([])
  const [tried, setTried] = useState<ImportOutcome | null>(null)
  const [kept, setKept] = useState<ImportOutcome | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [job, setJob] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** Answers to what was asked before are late once something else was said. */
  const asked = useRef(0)

  const refresh = async (): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['list'] }),
      client.invalidateQueries({ queryKey: ['import', type.address] }),
    ])
  }
  const run = async (chosen: File, with_: Options, dryRun: boolean): Promise<void> => {
    const turn = (asked.current += 1)
    setBusy(true)
    try {
      const answer = await sendImport(type, chosen, with_, dryRun)
      if ('job' in answer) setJob(answer.job)
      const outcome = 'job' in answer ? await followJob(answer.job, setProgress) : answer
      if (!isOutcome(outcome)) throw new Error(t('import.failed'))
      if (turn !== asked.current) return
      if (dryRun || (outcome.errorCount > 0 && with_.plan.skipBad !== true)) setTried(outcome)
      else {
        setKept(outcome)
        setTried(null)
      }
    } catch (error) {
      if (turn === asked.current) showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      if (turn === asked.current) {
        setProgress(null)
        setJob(null)
        setBusy(false)
        if (!dryRun) await refresh()
      }
    }
  }
  const say = (next: Options, remember: boolean): void => {
    if (remember) setBefore([...before, options])
    setOptions(next)
    if (file !== null) void run(file, next, true)
  }
  return {
    file,
    options,
    tried,
    kept,
    progress,
    busy,
    choose: (next) => {
      setFile(next)
      setKept(null)
      setTried(null)
      setBefore([])
      const fresh = { ...options, plan: {} }
      setOptions(fresh)
      void run(next, fresh, true)
    },
    change: (part) => say({ ...options, ...part }, true),
    mend: (plan) => say({ ...options, plan }, true),
    takeStepBack:
      before.length === 0
        ? null
        : () => {
            const last = before.at(-1)
            setBefore(before.slice(0, -1))
            if (last !== undefined) say(last, false)
          },
    keep: () => {
      if (file !== null && !busy) void run(file, options, false)
    },
    cancel:
      job === null
        ? null
        : () => void requestJson(`jobs/${job}/cancel`, { method: 'POST', body: {} }).catch(() => undefined),
    undo: async (batch) => {
      setBusy(true)
      try {
        const answer = await undoBatch(type, batch)
        showToast('done', t('import.undone', { count: answer.deleted }))
        setKept(null)
      } catch (error) {
        showToast('error', error instanceof Error ? error.message : String(error))
      } finally {
        await refresh()
        setBusy(false)
      }
    },
  }
}
