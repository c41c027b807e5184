import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { issueStates, sendingStates } from '../../../domains/invoicing/index.ts'
import { api, requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import type { FieldValue } from '../../../ui/field/field.ts'
import { FormField } from '../../../ui/form/form-field.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import { ChannelDialog } from './channel-dialog.tsx'
import type { Channel } from './channel-dialog.tsx'
import { InvoiceTable } from './invoice-table.tsx'
import type { TableColumn } from './invoice-table.tsx'
import { useDoing } from './use-doing.ts'
import '../../../ui/list/list-page.css'
import './invoices.css'

type IssueState = keyof typeof issueStates
type Shown = IssueState | 'all'

type Invoice = {
  readonly id: string
  readonly number: string
  readonly buyerName: string
  readonly isRed: boolean | null
  readonly totalGross: string | null
  readonly issueState: IssueState | null
  readonly invoiceNumber: string | null
  readonly issuedAt: string | null
  readonly failure: string | null
  readonly email: string | null
  readonly sending: keyof typeof sendingStates | null
  readonly confirmationState: string | null
  readonly redBy: 'seller' | 'buyer' | null
}

const tones = {
  waiting: 'neutral',
  confirming: 'warning',
  issuing: 'neutral',
  issued: 'positive',
  failed: 'negative',
  reversed: 'neutral',
} as const

const shownStates: readonly Shown[] = ['all', 'waiting', 'issuing', 'confirming', 'failed', 'issued', 'reversed']

type Doings = {
  readonly may: boolean
  readonly retry: (invoice: Invoice) => void
  readonly send: (invoice: Invoice) => void
  readonly answer: (invoice: Invoice, answer: 'agree' | 'deny' | 'withdraw') => void
}

function Actions({ invoice, doings }: { invoice: Invoice; doings: Doings }): React.JSX.Element | null {
  const { issueState, redBy } = invoice
  if (!doings.may) return null
  const answers = redBy === 'buyer' ? (['agree', 'deny'] as const) : (['withdraw'] as const)
  return (
    <span className="invoice-doings">
      {issueState === 'failed' || issueState === 'issuing' ? (
        <Button size="small" onClick={() => doings.retry(invoice)}>
          {t('issuing.retry')}
        </Button>
      ) : null}
      {issueState === 'confirming'
        ? answers.map((answer) => (
            <Button key={answer} size="small" onClick={() => doings.answer(invoice, answer)}>
              {t(`issuing.${answer}`)}
            </Button>
          ))
        : null}
      {issueState === 'issued' || issueState === 'reversed' ? (
        <Button size="small" onClick={() => doings.send(invoice)}>
          {t('issuing.send')}
        </Button>
      ) : null}
    </span>
  )
}

const columnsOf = (doings: Doings): readonly TableColumn<Invoice>[] => [
  {
    key: 'document',
    label: t('issuing.document'),
    show: (row) => <Go to={`/doc/digital-invoice/${row.id}`}>{row.number}</Go>,
  },
  {
    key: 'buyer',
    label: t('issuing.buyer'),
    show: (row) => (
      <span>
        {row.buyerName}
        {row.failure === null ? null : <small>{row.failure}</small>}
      </span>
    ),
  },
  {
    key: 'gross',
    label: t('invoices.gross'),
    number: true,
    show: (row) => `${row.isRed === true ? '-' : ''}${formatMoneyText(row.totalGross ?? '', false)}`,
  },
  {
    key: 'state',
    label: t('issuing.state'),
    show: (row) =>
      row.issueState === null ? null : (
        <span>
          <Tag tone={tones[row.issueState]}>{issueStates[row.issueState]}</Tag>
          {row.issueState === 'confirming' ? <small>{row.confirmationState}</small> : null}
        </span>
      ),
  },
  { key: 'number', label: t('invoices.number'), show: (row) => row.invoiceNumber },
  { key: 'day', label: t('invoices.day'), short: true, show: (row) => row.issuedAt?.slice(0, 10) },
  { key: 'sending', label: t('issuing.sending'), show: (row) => sendingStates[row.sending ?? 'none'] },
  { key: 'actions', label: t('issuing.actions'), show: (row) => <Actions invoice={row} doings={doings} /> },
]

const isUnderWay = (rows: readonly Invoice[] | undefined): boolean =>
  rows?.some((row) => row.issueState === 'waiting' || row.issueState === 'issuing') === true

/** 数电票开具: where every digital invoice stands at the tax bureau and at the customer, and what can be done. */
export function IssuingPage(): React.JSX.Element {
  usePageTitle(t('issuing.title'))
  const session = useSession()
  const client = useQueryClient()
  const { busy, begin } = useDoing()
  const [shown, setShown] = useState<Shown>('all')
  const [setting, setSetting] = useState(false)
  const [sent, setSent] = useState<Invoice | null>(null)
  const [address, setAddress] = useState<FieldValue>(null)
  const channel = useQuery({
    queryKey: ['invoices', 'channel'],
    queryFn: ({ signal }) => requestJson<Channel>('calls/invoice-platform', { signal }),
    enabled: session.may('invoicePlatform.read'),
  })
  const conditions = [
    { field: 'state', op: 'eq', value: 'posted' },
    ...(shown === 'all' ? [] : [{ field: 'issueState', op: 'eq', value: shown }]),
  ]
  const list = useQuery({
    queryKey: ['invoices', 'issuing', shown],
    queryFn: ({ signal }) =>
      api.list<Invoice>(
        'digital-invoice',
        { sort: '-createdAt', limit: 100, filter: JSON.stringify(conditions) },
        signal,
      ),
    refetchInterval: (query) => (isUnderWay(query.state.data?.rows) ? 2000 : false),
  })
  const call = (name: string, body: Readonly<Record<string, unknown>>, words?: string): void =>
    begin(async () => {
      await requestJson(`calls/${name}`, { method: 'POST', body })
      return words
    })
  const doings: Doings = {
    may: session.may('digitalInvoice.post'),
    retry: (invoice) =>
      begin(async () => {
        await runProcess('issue-digital-invoices', { invoice: invoice.number })
        return t('process.done')
      }),
    send: (invoice) => {
      setAddress(invoice.email)
      setSent(invoice)
    },
    answer: (invoice, answer) =>
      call('answer-red-confirmation', { invoice: invoice.number, answer }, t('process.done')),
  }
  return (
    <div className="page-scroll">
      <BusyBar busy={list.isFetching || busy} />
      <header className="page-head is-wrapping">
        <h1>{t('issuing.title')}</h1>
        <div className="page-actions">
          {session.may('invoicePlatform.update') && channel.data !== undefined ? (
            <Button onClick={() => setSetting(true)}>{t('issuing.channel')}</Button>
          ) : null}
          {session.may('process.issueDigitalInvoices') ? (
            <Button
              look="primary"
              busy={busy}
              onClick={() =>
                begin(async () => {
                  await runProcess('issue-digital-invoices', {})
                  return t('process.done')
                })
              }
            >
              {t('issuing.run')}
            </Button>
          ) : null}
        </div>
      </header>
      <div className="invoice-body">
        {channel.data !== undefined && !channel.data.isReady ? (
          <p className="invoice-note">
            {t('issuing.noChannel')}
            {session.may('invoicePlatform.update') ? (
              <Button size="small" onClick={() => setSetting(true)}>
                {t('issuing.set')}
              </Button>
            ) : null}
          </p>
        ) : null}
        <div className="view-bar">
          <Segmented
            label={t('issuing.state')}
            value={shown}
            options={shownStates.map((state) => ({
              value: state,
              label: state === 'all' ? t('issuing.all') : issueStates[state],
            }))}
            onChange={setShown}
          />
        </div>
        {list.error ? <PageProblem error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.data?.rows.length === 0 ? <p className="muted">{t('issuing.none')}</p> : null}
        {list.data === undefined || list.data.rows.length === 0 ? null : (
          <InvoiceTable label={t('issuing.title')} columns={columnsOf(doings)} rows={list.data.rows} />
        )}
      </div>
      {setting && channel.data !== undefined ? (
        <ChannelDialog
          channel={channel.data}
          onClose={() => setSetting(false)}
          onSaved={() => {
            setSetting(false)
            void client.invalidateQueries({ queryKey: ['invoices'] })
          }}
        />
      ) : null}
      <Confirm
        open={sent !== null}
        title={`${t('issuing.sendTitle')}　${sent?.invoiceNumber ?? ''}`}
        confirmLabel={t('issuing.send')}
        busy={busy}
        onClose={() => setSent(null)}
        onConfirm={() => {
          if (sent === null) return
          const to = typeof address === 'string' ? address : ''
          call('send-digital-invoice', { invoice: sent.number, address: to }, t('issuing.sent'))
          setSent(null)
        }}
        text={
          <FormField
            field={{ key: 'address', label: t('issuing.address'), kind: 'text' }}
            value={address}
            today={session.today}
            onChange={setAddress}
          />
        }
      />
    </div>
  )
}
