import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { matchStates, verificationStates } from '../../../domains/purchasing/index.ts'
import { api, requestJson } from '../../../ui/api/client.ts'
import { Button, Tag } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { CameraScan } from '../../../ui/lines/camera-scan.tsx'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import { FileDrop } from '../file/file-drop.tsx'
import { uploadFile } from '../file/upload-file.ts'
import { InvoiceTable } from './invoice-table.tsx'
import type { TableColumn } from './invoice-table.tsx'
import { useDoing } from './use-doing.ts'
import '../../../ui/list/list-page.css'
import './invoices.css'

type Told = {
  readonly file: string
  readonly state: 'received' | 'kept' | 'repeated' | 'refused'
  readonly zh: string
  readonly en: string
  readonly document: string | null
  readonly number: string | null
}
type ToldRow = Told & { readonly id: string }

type Invoice = {
  readonly id: string
  readonly number: string
  readonly sellerName: string
  readonly invoiceNumber: string
  readonly invoicedOn: string
  readonly totalGross: string | null
  readonly verification: keyof typeof verificationStates | null
  readonly matchState: keyof typeof matchStates | null
  readonly matchNote: string | null
  readonly warning: string | null
  readonly purchaseInvoice: string | null
}

const tones = { received: 'positive', kept: 'neutral', repeated: 'warning', refused: 'negative' } as const
const stateWords = {
  received: 'inbox.received.state',
  kept: 'inbox.kept',
  repeated: 'inbox.repeated',
  refused: 'inbox.refused',
} as const

const toldColumns = (): readonly TableColumn<ToldRow>[] => [
  { key: 'file', label: t('inbox.file'), show: (row) => row.file },
  {
    key: 'state',
    label: t('inbox.outcome'),
    show: (row) => <Tag tone={tones[row.state]}>{t(stateWords[row.state])}</Tag>,
  },
  { key: 'words', label: t('invoices.warning'), show: (row) => (currentLanguage() === 'en' ? row.en : row.zh) },
  {
    key: 'number',
    label: t('inbox.list'),
    show: (row) =>
      row.document === null ? null : <Go to={`/doc/incoming-invoice/${row.document}`}>{row.number ?? ''}</Go>,
  },
]

const verificationTone = (state: Invoice['verification']) =>
  state === 'genuine' ? 'positive' : state === 'open' || state === null ? 'neutral' : 'negative'

const invoiceColumns = (): readonly TableColumn<Invoice>[] => [
  {
    key: 'number',
    label: t('invoices.number'),
    show: (row) => <Go to={`/doc/incoming-invoice/${row.id}`}>{row.invoiceNumber}</Go>,
  },
  { key: 'day', label: t('invoices.day'), short: true, show: (row) => row.invoicedOn },
  {
    key: 'seller',
    label: t('invoices.seller'),
    show: (row) => (
      <span>
        {row.sellerName}
        {row.warning === null ? null : <small>{row.warning}</small>}
      </span>
    ),
  },
  {
    key: 'gross',
    label: t('invoices.gross'),
    number: true,
    show: (row) => formatMoneyText(row.totalGross ?? '', false),
  },
  {
    key: 'verification',
    label: t('invoices.verification'),
    show: (row) => (
      <Tag tone={verificationTone(row.verification)}>{verificationStates[row.verification ?? 'open']}</Tag>
    ),
  },
  {
    key: 'match',
    label: t('invoices.match'),
    show: (row) => (
      <span>
        <Tag tone={row.matchState === 'matched' ? 'positive' : row.matchState === 'difference' ? 'warning' : 'neutral'}>
          {matchStates[row.matchState ?? 'waiting']}
        </Tag>
        {row.matchNote === null ? null : <small>{row.matchNote}</small>}
      </span>
    ),
  },
  { key: 'purchase', label: t('invoices.purchase'), show: (row) => row.purchaseInvoice },
]

/** Uploads files one after another, then has all of them read together: formats of one invoice belong together. */
async function receive(files: readonly File[]): Promise<readonly Told[]> {
  const ids: string[] = []
  for (const file of files) ids.push(await uploadFile(file))
  const answer = await requestJson<{ readonly files: readonly Told[] }>('calls/receive-invoice-files', {
    method: 'POST',
    body: { files: ids.join(',') },
  })
  return answer.files
}

/** 收票箱: invoices are dropped as they came, and what became of each is told; below, all that came. */
export function InboxPage(): React.JSX.Element {
  usePageTitle(t('inbox.title'))
  const session = useSession()
  const [told, setTold] = useState<readonly ToldRow[]>([])
  const [reading, setReading] = useState(0)
  const { busy, begin } = useDoing()
  const list = useQuery({
    queryKey: ['invoices', 'inbox'],
    queryFn: ({ signal }) => api.list<Invoice>('incoming-invoice', { sort: '-createdAt', limit: 50 }, signal),
  })
  const take = (files: readonly File[]): void =>
    begin(async () => {
      setReading(files.length)
      try {
        const answer = await receive(files)
        setTold(answer.map((one, index) => ({ ...one, id: `${index}-${one.file}` })))
        return t('inbox.received', { count: answer.filter((one) => one.state === 'received').length })
      } finally {
        setReading(0)
      }
    })
  const scan = (code: string): void =>
    begin(async () => {
      const answer = await requestJson<{ readonly files: readonly Told[] }>('calls/receive-invoice-code', {
        method: 'POST',
        body: { code },
      })
      setTold((was) => [
        ...answer.files.map((one) => ({ ...one, id: `${was.length}-${one.file}` })),
        ...was.filter((one) => one.file !== answer.files[0]?.file),
      ])
      return answer.files.map((one) => (currentLanguage() === 'en' ? one.en : one.zh)).join('；')
    })
  const process = (address: string) => (): void =>
    begin(async () => {
      await runProcess(address, {})
      return t('process.done')
    })
  return (
    <div className="page-scroll">
      <BusyBar busy={list.isFetching || busy} />
      <header className="page-head is-wrapping">
        <h1>{t('inbox.title')}</h1>
        <div className="page-actions">
          <Go to="/new/incoming-invoice" className="button button-outlined">
            {t('inbox.typed')}
          </Go>
          <Go to="/matching" className="button button-outlined">
            {t('inbox.differences')}
          </Go>
          {session.may('process.verifyInvoices') ? (
            <Button busy={busy} onClick={process('verify-invoices')}>
              {t('inbox.verify')}
            </Button>
          ) : null}
          {session.may('process.matchInvoices') ? (
            <Button look="primary" busy={busy} onClick={process('match-invoices')}>
              {t('inbox.match')}
            </Button>
          ) : null}
        </div>
      </header>
      <div className="invoice-body">
        <FileDrop
          label={reading > 0 ? t('inbox.busy', { count: reading }) : t('inbox.drop')}
          name={t('inbox.drop')}
          hint={t('inbox.kinds')}
          accept=".xml,.ofd,.pdf,.zip,.png,.jpg,.jpeg"
          multiple
          disabled={reading > 0}
          onFiles={take}
        />
        {session.may('incomingInvoice.create') ? (
          <div className="invoice-scan">
            <CameraScan onCode={scan} />
          </div>
        ) : null}
        {told.length === 0 ? null : <InvoiceTable label={t('inbox.outcome')} columns={toldColumns()} rows={told} />}
        {list.error ? <PageProblem error={list.error} onRetry={() => void list.refetch()} /> : null}
        <section className="invoice-part">
          <h2>{t('inbox.list')}</h2>
          {list.data?.rows.length === 0 ? <p className="muted">{t('inbox.none')}</p> : null}
          {list.data === undefined || list.data.rows.length === 0 ? null : (
            <InvoiceTable label={t('inbox.list')} columns={invoiceColumns()} rows={list.data.rows} />
          )}
        </section>
      </div>
    </div>
  )
}
