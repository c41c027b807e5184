import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { ProgressMark } from '../../../ui/control/progress-bar.tsx'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { t } from '../../../ui/language.ts'
import { BatchReport, type BatchOutcome } from '../../../ui/list/list-foot.tsx'
import { goTo } from '../frame/navigate.ts'
import type { Batch } from './batch-actions.ts'
import { runBatch } from './batch.ts'

export type BatchDialogProps = {
  batch: Batch
  address: string
  rows: () => Promise<readonly JsonRow[]>
  onClose: (changed: boolean) => void
}

type Progress = { readonly done: number; readonly total: number }

/** A batch from the question to the report of what became of each row. */
export function BatchDialog({ batch, address, rows, onClose }: BatchDialogProps): React.JSX.Element {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [outcomes, setOutcomes] = useState<readonly BatchOutcome[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const started = useRef(false)
  const start = (): void => {
    if (started.current) return
    started.current = true
    setProgress({ done: 0, total: 0 })
    rows()
      .then((found) => runBatch(found, batch.act, (done) => setProgress({ done, total: found.length })))
      .then(setOutcomes, (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
  }
  useEffect(() => {
    if (batch.confirm === undefined) start()
  })
  const close = (): void => onClose(started.current)
  const running = progress !== null && outcomes === null && problem === null
  return (
    <Dialog
      open
      title={batch.label}
      onClose={close}
      actions={
        progress === null ? (
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button look={batch.danger ? 'outlined' : 'primary'} danger={batch.danger} onClick={start}>
              {batch.label}
            </Button>
          </>
        ) : (
          <Button look="primary" busy={running} onClick={close}>
            {t('close')}
          </Button>
        )
      }
    >
      {progress === null ? <p className="dialog-text">{batch.confirm}</p> : null}
      {running ? (
        <p className="dialog-text" role="status">
          {t('batch.running', { done: progress.done, total: progress.total })}
          <ProgressMark percent={progress.total === 0 ? 0 : (progress.done / progress.total) * 100} />
        </p>
      ) : null}
      {problem === null ? null : <p className="is-negative">{problem}</p>}
      {outcomes === null ? null : (
        <BatchReport
          outcomes={outcomes}
          onOpen={(id) => {
            close()
            goTo(`/doc/${address}/${id}`)
          }}
        />
      )}
    </Dialog>
  )
}
