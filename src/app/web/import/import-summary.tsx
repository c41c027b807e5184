import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import type { ImportOutcome } from './import-data.ts'

/** 1,234.50 and 1234.5 are the same sum. */
const isSame = (one: string, other: string): boolean => formatDecimalText(one) === formatDecimalText(other)

function words(outcome: ImportOutcome, tried: boolean): string {
  if (!tried)
    return outcome.refusedRows > 0
      ? t('import.doneSome', { created: outcome.created, updated: outcome.updated, refused: outcome.refusedRows })
      : t('import.done', { created: outcome.created, updated: outcome.updated })
  if (outcome.errorCount > 0) return t('import.errors', { count: outcome.errorCount, rows: outcome.refusedRows })
  return t('import.tried', { rows: outcome.rows, records: outcome.records })
}

/** How many records a file makes and changes, and the sums of its columns, held against what it states itself. */
export function ImportSummary({ outcome, tried }: { outcome: ImportOutcome; tried: boolean }): React.JSX.Element {
  const isWrong = tried && outcome.errorCount > 0
  return (
    <section className="import-outcome" aria-live="polite">
      <p className={isWrong ? 'is-negative' : 'is-positive'}>
        <Icon name={isWrong ? 'alert' : 'check'} />
        {words(outcome, tried)}
      </p>
      <dl className="import-totals">
        {outcome.unchanged > 0 ? (
          <div>
            <dt>{t('import.unchanged')}</dt>
            <dd>{outcome.unchanged}</dd>
          </div>
        ) : null}
        {outcome.skipped.length > 0 ? (
          <div title={outcome.skipped.map((one) => one.row).join('、')}>
            <dt>{t('import.skipped')}</dt>
            <dd>{outcome.skipped.length}</dd>
          </div>
        ) : null}
        {outcome.totals.map(({ column, at, sum, stated }) => (
          <div key={at}>
            <dt>{t('import.sumOf', { column })}</dt>
            <dd>
              {formatDecimalText(sum)}
              {stated === null ? null : (
                <span className={isSame(sum, stated) ? 'is-positive' : 'is-negative'}>
                  {isSame(sum, stated) ? t('import.ties') : t('import.differs', { stated: formatDecimalText(stated) })}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
