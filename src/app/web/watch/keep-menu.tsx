import { useState } from 'react'
import { calendarDate } from '../../../base/calendar-date.ts'
import { daySpans, type DaySpan } from '../../../base/day-span.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { Menu } from '../../../ui/control/menu.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import type { CatalogueReport } from '../catalogue/catalogue.ts'
import type { Asked } from '../report/parameter-state.ts'
import { useSession } from '../session/session.ts'
import { AlertForm } from './alert-form.tsx'
import { Choice, FormRow } from './form-row.tsx'
import { MailForm } from './mail-form.tsx'
import { asksDays, questionOf, spanOf } from './question-form.ts'
import { TileForm } from './tile-form.tsx'
import '../settings/settings.css'
import './watch.css'

const kinds = ['tile', 'mail', 'alert'] as const
type Kind = (typeof kinds)[number]

const isFigure = (column: ReportColumn): boolean =>
  ['quantity', 'money', 'price', 'percent', 'integer'].includes(column.kind)

export type KeepMenuProps = { report: CatalogueReport; asked: Asked; columns: readonly ReportColumn[] }

/** What one does with a report beside reading it: on a dashboard, by mail, watched. */
export function KeepMenu({ report, asked, columns }: KeepMenuProps): React.JSX.Element {
  const { today } = useSession()
  const [kind, setKind] = useState<Kind | null>(null)
  const [span, setSpan] = useState<DaySpan | 'fixed'>('fixed')
  const label = definitionLabel(report)
  const question = questionOf(report.name, asked, span === 'fixed' ? null : span)
  const close = (): void => setKind(null)
  const common = { name: label, onDone: close }
  const figures = columns.filter(isFigure)
  const days = asksDays(report.parameters) ? (
    <FormRow label={t('watch.days')} name="question" issues={{}}>
      <Choice
        value={span}
        options={[
          ...daySpans.map((value) => ({ value, label: t(`span.${value}`) })),
          { value: 'fixed' as const, label: t('span.fixed') },
        ]}
        onChange={setSpan}
      />
    </FormRow>
  ) : null
  return (
    <>
      <Menu
        align="end"
        label={t('watch.keep')}
        items={kinds.map((key) => ({
          key,
          label: t(`watch.keep.${key}`),
          onSelect: () => {
            setSpan(spanOf(asked, calendarDate(today)) ?? 'fixed')
            setKind(key)
          },
        }))}
      >
        {(trigger) => (
          <Button look="text" icon="star" {...trigger}>
            {t('watch.keep')}
          </Button>
        )}
      </Menu>
      {kind === null ? null : (
        <Dialog open title={`${t(`watch.keep.${kind}`)} · ${label}`} onClose={close}>
          {kind === 'tile' ? (
            <TileForm {...common} question={question} columns={figures} hasChart={report.chart !== null}>
              {days}
            </TileForm>
          ) : null}
          {kind === 'mail' ? (
            <MailForm {...common} what={{ question }}>
              {days}
            </MailForm>
          ) : null}
          {kind === 'alert' ? (
            <AlertForm {...common} question={question} columns={figures}>
              {days}
            </AlertForm>
          ) : null}
        </Dialog>
      )}
    </>
  )
}
