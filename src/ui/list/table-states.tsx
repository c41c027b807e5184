import { Button } from '../control/button.tsx'
import { t } from '../language.ts'
import { isEndAligned, type ListColumn } from './column.ts'

/** Only on the first paint; later the old rows stay while new ones come. */
export function SkeletonRows<Row>({ columns }: { columns: readonly ListColumn<Row>[] }): React.JSX.Element {
  return (
    <div aria-hidden="true">
      {Array.from({ length: 14 }, (_, row) => (
        <div key={row} className="table-row is-skeleton">
          <div className="table-lead" />
          {columns.map((column, place) => (
            <div key={column.key} className={isEndAligned(column.kind) ? 'table-cell is-end' : 'table-cell'}>
              <i style={{ width: `${42 + ((row * 7 + place * 13) % 5) * 9}%` }} />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** One sentence and one button, where the first row would be. */
export function EmptyState({ text, action }: { text: string; action?: React.ReactNode }): React.JSX.Element {
  return (
    <div className="table-empty">
      <p>{text}</p>
      {action}
    </div>
  )
}

export type ErrorStateProps = {
  /** What happened and what to do. */
  message: string
  /** To copy into a question to support. */
  reference?: string
  onRetry?: () => void
}

export function ErrorState({ message, reference, onRetry }: ErrorStateProps): React.JSX.Element {
  return (
    <div className="table-empty" role="alert">
      <p className="is-negative">{message}</p>
      {onRetry ? <Button onClick={onRetry}>{t('retry')}</Button> : null}
      {reference ? (
        <button
          type="button"
          className="link-button small"
          onClick={() => void navigator.clipboard.writeText(reference)}
        >
          {t('copyReference', { reference })}
        </button>
      ) : null}
    </div>
  )
}
