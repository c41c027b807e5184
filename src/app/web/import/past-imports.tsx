import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import type { PastImport } from './import-data.ts'

/** The imports of a type that were made, each of which is taken back as one action. */
export function PastImports({
  past,
  busy,
  onUndo,
}: {
  past: readonly PastImport[]
  busy: boolean
  onUndo: (batch: string) => void
}): React.JSX.Element | null {
  const [asked, setAsked] = useState<string | null>(null)
  if (past.length === 0) return null
  return (
    <section className="import-past">
      <h2>{t('import.past')}</h2>
      <ul>
        {past.slice(0, 10).map((one) => (
          <li key={one.id}>
            <b className="clip">{one.fileName}</b>
            <span className="faint">
              {formatMoment(one.createdAt)} {one.createdBy}
            </span>
            <span>{t('import.done', { created: one.created, updated: one.updated })}</span>
            {one.undoneAt !== null ? (
              <span className="faint">{t('import.wasUndone')}</span>
            ) : !one.finished ? (
              <span className="faint">{t('import.underWay')}</span>
            ) : asked === one.id ? (
              <span className="import-mends">
                <Button
                  size="small"
                  danger
                  busy={busy}
                  onClick={() => {
                    setAsked(null)
                    onUndo(one.id)
                  }}
                >
                  {t('import.undoSure', { count: one.created + one.updated })}
                </Button>
                <Button size="small" look="text" onClick={() => setAsked(null)}>
                  {t('cancel')}
                </Button>
              </span>
            ) : (
              <Button size="small" look="text" onClick={() => setAsked(one.id)}>
                {t('import.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
