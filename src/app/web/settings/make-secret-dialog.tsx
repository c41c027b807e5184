import { useState } from 'react'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'

export type Problems = Readonly<Record<string, string>>

type MakeSecretDialogProps = {
  readonly title: string
  /** What is said over the secret: that it is shown this once, and for whom it is. */
  readonly once: string
  readonly action: string
  readonly ready: boolean
  /** Makes it, and answers its secret. */
  readonly onMake: () => Promise<string>
  readonly onClose: (made: boolean) => void
  readonly children: (problems: Problems) => React.ReactNode
}

/** A dialog that makes something and shows its secret this once. */
export function MakeSecretDialog(props: MakeSecretDialogProps): React.JSX.Element {
  const { title, once, action, ready, onMake, onClose, children } = props
  const [problems, setProblems] = useState<Problems>({})
  const [secret, setSecret] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const make = (): void => {
    setBusy(true)
    setProblems({})
    onMake()
      .then(setSecret, (error: unknown) => {
        if (error instanceof ApiProblem && error.errors.length > 0)
          setProblems(Object.fromEntries(error.errors.map((one) => [one.path.split('.')[0] ?? '', one.message])))
        else showToast('error', error instanceof Error ? error.message : String(error))
      })
      .finally(() => setBusy(false))
  }
  return (
    <Dialog
      open
      title={title}
      onClose={() => onClose(secret !== null)}
      actions={
        secret === null ? (
          <>
            <Button onClick={() => onClose(false)}>{t('cancel')}</Button>
            <Button look="primary" busy={busy} disabled={!ready} onClick={make}>
              {action}
            </Button>
          </>
        ) : (
          <Button look="primary" onClick={() => onClose(true)}>
            {t('close')}
          </Button>
        )
      }
    >
      {secret === null ? (
        <div className="settings-form">{children(problems)}</div>
      ) : (
        <>
          <p>{once}</p>
          <code className="secret">{secret}</code>
          <Button icon="copy" onClick={() => void navigator.clipboard.writeText(secret)}>
            {t('keys.copy')}
          </Button>
        </>
      )}
    </Dialog>
  )
}
