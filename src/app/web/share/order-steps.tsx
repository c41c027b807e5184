import { useReport } from '../../../ui/api/hooks.ts'
import { RailSection, RailSteps } from '../../../ui/document/rail.tsx'
import { t } from '../../../ui/language.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'

type OrderStepsProps = { type: string; number: string; version: number }

function Steps({ type, number, version }: OrderStepsProps): React.JSX.Element | null {
  const { data } = useReport<ReportAnswer>('order-timeline', { order: number, version })
  if (data === undefined) return null
  return (
    <RailSection title={t('progress.title')}>
      <RailSteps
        steps={data.rows.map((row) => ({
          label: cell(row, 'step'),
          text: [row['documentType'] === type ? '' : cell(row, 'documentNumber'), cell(row, 'detail')]
            .filter((text) => text !== '')
            .join(' '),
          at: cell(row, 'at').slice(5),
          done: row['state'] === 'done',
        }))}
      />
    </RailSection>
  )
}

/** How far a sales order is, from its making to the customer's signature. */
export function OrderSteps({ type, number, version }: OrderStepsProps): React.JSX.Element | null {
  const session = useSession()
  if (type !== 'salesOrder' || !session.may('report.orderTimeline')) return null
  return <Steps type={type} number={number} version={version} />
}
