import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { decimal, sum } from '../../../base/decimal.ts'
import { useReport } from '../../../ui/api/hooks.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { RailFigures, RailSection, RailTable } from '../../../ui/document/rail.tsx'
import type { TraceLink } from '../../../ui/document/trace-strip.tsx'
import { t } from '../../../ui/language.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { DocumentAnswer } from '../document/document-answer.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import { madeDocuments } from './made-documents.ts'
import './purchasing.css'

const count = (text: string): string => formatDecimalText(text, {})

type SupplyProps = { answer: DocumentAnswer; caused: readonly TraceLink[]; gross: string | null; dueOn: string | null }

function Supply({ answer, caused, gross, dueOn }: SupplyProps): React.JSX.Element | null {
  const session = useSession()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { data } = useReport<ReportAnswer>('order-supply', { order: answer.number, version: answer.version })
  if (data === undefined) return null
  const short = sum(data.rows.map((row) => cell(row, 'short') || '0'))
  const request = async (): Promise<void> => {
    setBusy(true)
    try {
      const made = madeDocuments(await runProcess('request-needs', { salesOrder: answer.number }), 'purchase-request')
      showToast('done', t('desk.made', { numbers: made.map((one) => one.number).join('、') }))
      await client.invalidateQueries({
        predicate: (query) => ['list', 'report', 'record'].includes(String(query.queryKey[0])),
      })
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <RailSection
      title={t('supply.title')}
      aside={
        short.isZero() ? (
          <span className="is-positive">{t('supply.enough')}</span>
        ) : (
          <span className="is-warning">{t('supply.short', { quantity: count(short.toString()) })}</span>
        )
      }
    >
      <RailTable
        head={[
          { label: t('desk.item') },
          { label: t('supply.open'), end: true },
          { label: t('supply.stock'), end: true },
          { label: t('supply.coming'), end: true },
          { label: t('supply.shortage'), end: true },
        ]}
        rows={data.rows.map((row) => [
          cell(row, 'itemName').split(' ').slice(1).join(' '),
          count(cell(row, 'open')),
          count(cell(row, 'fromStock')),
          count(
            decimal(cell(row, 'fromTransit') || '0')
              .plus(cell(row, 'fromRequests') || '0')
              .toString(),
          ),
          count(cell(row, 'short')),
        ])}
      />
      {gross === null ? null : (
        <RailFigures
          figures={[
            { label: t('supply.receivable'), value: formatDecimalText(gross, { min: 2, max: 2 }) },
            ...(dueOn === null ? [] : [{ label: t('supply.due'), value: dueOn }]),
          ]}
        />
      )}
      {caused.length === 0 ? null : (
        <p className="small">
          {t('supply.caused')}{' '}
          {caused.map((one) => (
            <Go key={one.key} to={one.path ?? ''}>
              {`${one.type} ${one.number ?? ''} `}
            </Go>
          ))}
        </p>
      )}
      {short.isZero() || !session.may('process.requestNeeds') ? null : (
        <div className="supply-actions">
          <Button size="small" icon="cart" busy={busy} onClick={() => void request()}>
            {t('supply.request')}
          </Button>
        </div>
      )}
    </RailSection>
  )
}

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

export type OrderSupplyProps = {
  type: string
  answer: DocumentAnswer | null
  header: Readonly<Record<string, unknown>>
  caused: readonly TraceLink[]
}

/** What a sales order sets off: how its goods will be met, what was asked for because of it, what it will bring in. */
export function OrderSupply({ type, answer, header, caused }: OrderSupplyProps): React.JSX.Element | null {
  const session = useSession()
  if (type !== 'salesOrder' || answer === null || answer.state !== 'posted') return null
  if (!session.may('report.orderSupply')) return null
  return (
    <Supply
      answer={answer}
      caused={caused.filter((one) => one.path?.startsWith('/doc/purchase-') === true)}
      gross={textIn(header['totalGross'])}
      dueOn={textIn(header['dueOn'])}
    />
  )
}
