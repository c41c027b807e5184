import { useState } from 'react'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { Button } from '../../../ui/control/button.tsx'
import { labelOf } from '../../../ui/derive/label.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { Choice, FormRow } from './form-row.tsx'
import { measures, useKeyFor, useWatchDeeds, type Issues, type Measure, type Question } from './watch-data.ts'

const comparisons = ['above', 'below'] as const

export type AlertFormProps = {
  name: string
  question: Question
  columns: readonly ReportColumn[]
  onDone: () => void
  children?: React.ReactNode
}

/** 设预警: which figure of the report, and beyond what one is told. */
export function AlertForm({ name, question, columns, onDone, children }: AlertFormProps): React.JSX.Element {
  const send = useWatchDeeds()
  const [draft, setDraft] = useState({ name, threshold: '', figure: columns[0]?.name ?? '' })
  const [measure, setMeasure] = useState<Measure>(columns.length === 0 ? 'count' : 'total')
  const [comparison, setComparison] = useState<(typeof comparisons)[number]>('above')
  const [issues, setIssues] = useState<Issues>({})
  const [busy, setBusy] = useState(false)
  const keyFor = useKeyFor()
  const save = async (event: React.FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const body = { ...draft, figure: measure === 'count' ? '' : draft.figure, measure, comparison, question }
    const refused = await send('alert-rules', 'POST', body, keyFor(body))
    setBusy(false)
    if (refused !== null) return setIssues(refused)
    showToast('done', t('watch.alertSaved'))
    onDone()
  }
  return (
    <form className="settings-form watch-form" onSubmit={(event) => void save(event)}>
      <FormRow label={t('watch.name')} name="name" issues={issues}>
        <input
          value={draft.name}
          maxLength={60}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </FormRow>
      {children}
      <FormRow label={t('watch.measure')} name="measure" issues={issues}>
        <Choice
          value={measure}
          options={measures.map((value) => ({ value, label: t(`watch.measure.${value}`) }))}
          onChange={setMeasure}
        />
      </FormRow>
      {measure === 'count' ? null : (
        <FormRow label={t('watch.figure')} name="figure" issues={issues}>
          <Choice
            value={draft.figure}
            options={columns.map((column) => ({ value: column.name, label: labelOf(column, column.name) }))}
            onChange={(figure) => setDraft({ ...draft, figure })}
          />
        </FormRow>
      )}
      <FormRow label={t('watch.comparison')} name="comparison" issues={issues}>
        <Choice
          value={comparison}
          options={comparisons.map((value) => ({ value, label: t(`watch.${value}`) }))}
          onChange={setComparison}
        />
      </FormRow>
      <FormRow label={t('watch.threshold')} name="threshold" issues={issues}>
        <input
          inputMode="decimal"
          value={draft.threshold}
          onChange={(event) => setDraft({ ...draft, threshold: event.target.value })}
        />
      </FormRow>
      <Button look="primary" type="submit" busy={busy} disabled={draft.threshold.trim() === ''}>
        {t('watch.alertSave')}
      </Button>
    </form>
  )
}
