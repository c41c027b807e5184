import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'

export type ImportOutcome = {
  readonly rows: number
  readonly records: number
  readonly created: number
  readonly updated: number
  readonly errors: readonly {
    readonly sheet: string
    readonly row: number
    readonly column: string | null
    readonly message: string
  }[]
  readonly unknownColumns: readonly string[]
  readonly controlTotals: Readonly<Record<string, string>>
  readonly batch: string | null
}

export function isOutcome(value: unknown): value is ImportOutcome {
  return typeof value === 'object' && value !== null && 'records' in value && 'unknownColumns' in value
}

/** What an import did or would do: how many, the sums of its columns, and what is wrong with which cell. */
export function ImportOutcomeView({ outcome, tried }: { outcome: ImportOutcome; tried: boolean }): React.JSX.Element {
  const { errors, controlTotals } = outcome
  const totals = Object.entries(controlTotals)
  return (
    <section className="import-outcome" aria-live="polite">
      <p className={errors.length > 0 ? 'is-negative' : 'is-positive'}>
        <Icon name={errors.length > 0 ? 'alert' : 'check'} />
        {errors.length > 0
          ? t('import.errors', { count: errors.length })
          : tried
            ? t('import.tried', { rows: outcome.rows, records: outcome.records })
            : t('import.done', { created: outcome.created, updated: outcome.updated })}
      </p>
      {totals.length > 0 ? (
        <dl className="import-totals">
          {totals.map(([head, total]) => (
            <div key={head}>
              <dt>{head}</dt>
              <dd>{formatDecimalText(total)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {errors.length > 0 ? (
        <table className="import-errors">
          <thead>
            <tr>
              <th>{t('import.row')}</th>
              <th>{t('import.column')}</th>
              <th>{t('import.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, 200).map((error) => (
              <tr key={`${error.sheet}/${error.row}/${error.column}/${error.message}`}>
                <td>{error.row}</td>
                <td>{error.column}</td>
                <td className="is-negative">{error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
