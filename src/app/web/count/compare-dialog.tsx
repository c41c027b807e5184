import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'

/** What comparing came to. */
export type Compared = {
  readonly stage: 'counting' | 'recounting' | 'compared'
  readonly lines: number
  readonly right: number
  readonly recount: number
  readonly gain?: string
  readonly loss?: string
}

export type CompareDialogProps = {
  count: string
  uncounted: number
  mayAccept: boolean
  onDone: (compared: Compared) => void
  onClose: () => void
}

const amountsOf = ({ gain, loss }: Compared): string =>
  gain === undefined || loss === undefined
    ? ''
    : t('count.amounts', { gain: formatMoneyText(gain, false), loss: formatMoneyText(loss, false) })

/** The words for what came of it. */
export const comparedWords = (compared: Compared): string =>
  compared.stage === 'recounting'
    ? t('count.toRecount', { count: compared.recount })
    : [t('count.compared', { right: compared.right, lines: compared.lines }), amountsOf(compared)]
        .filter(Boolean)
        .join(' ')

/** 比对: asks what to do with what nobody counted, and compares. */
export function CompareDialog({ count, uncounted, mayAccept, onDone, onClose }: CompareDialogProps): React.JSX.Element {
  const [zero, setZero] = useState(false)
  const [accept, setAccept] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const compare = (): void => {
    setBusy(true)
    setProblem(null)
    const body = { count, uncounted: zero ? 'zero' : 'refuse', accept }
    requestJson<Compared>('calls/compare-count', { method: 'POST', body })
      .then(onDone, (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => setBusy(false))
  }
  return (
    <Dialog
      open
      title={t('count.compare')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={busy} disabled={uncounted > 0 && !zero && !accept} onClick={compare}>
            {t('count.compare')}
          </Button>
        </>
      }
    >
      <div className="count-compare">
        <p>{uncounted > 0 ? t('count.uncounted', { count: uncounted }) : t('count.allCounted')}</p>
        {uncounted > 0 ? (
          <label className="count-choice">
            <Checkbox checked={zero} onChange={setZero} label={t('count.zero')} />
            {t('count.zero')}
          </label>
        ) : null}
        {mayAccept ? (
          <label className="count-choice">
            <Checkbox checked={accept} onChange={setAccept} label={t('count.accept')} />
            {t('count.accept')}
          </label>
        ) : null}
        {problem === null ? null : (
          <p role="alert" className="is-negative">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  )
}
