import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { api } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { ref } from '../../../kernel/definition/field.ts'
import { t } from '../../../ui/language.ts'
import { said } from '../../../ui/language/said.ts'
import type { Line, LineChange } from '../../../ui/lines/line.ts'
import { LinesGrid } from '../../../ui/lines/lines-grid.tsx'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { referenceSources } from '../catalogue/reference-sources.ts'
import { PageLoading, PageProblem, UnknownPage } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import type { PageParameters } from '../frame/page-parameters.ts'
import type { ReportAnswer } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { runProcess } from '../voucher/run-process.ts'
import {
  changedLines,
  decisions,
  deskColumns,
  deskLines,
  supplierSums,
  type DeskLine,
  type DeskName,
  type SupplierSum,
} from './desk-lines.ts'
import { fetchOffers, type Offer } from './offers.ts'
import { madeDocuments, type Made } from './made-documents.ts'
import './purchasing.css'

const supplierField = ref({ name: 'party', label: '供应商' }, { label: '供应商', facet: 'supplier' })

type Loaded = { readonly lines: readonly DeskLine[]; readonly offers: ReadonlyMap<string, readonly Offer[]> }

async function load(desk: DeskName, search: URLSearchParams, signal: AbortSignal): Promise<Loaded> {
  const query = Object.fromEntries(search)
  const answer = await api.report<ReportAnswer>(
    desk === 'requests' ? 'open-request-lines' : 'replenishment-proposals',
    query,
    signal,
  )
  const items = [...new Set(answer.rows.map((row) => String(row['itemId'])))]
  const offers = await fetchOffers(items, {}, signal)
  return { lines: deskLines(desk, answer, offers), offers }
}

function Sums({ sums }: { sums: readonly SupplierSum[] }): React.JSX.Element {
  const named = sums.filter((one) => one.key !== '')
  const nameless = sums.find((one) => one.key === '')
  return (
    <div className="desk-sums">
      <b>{t('desk.orders', { count: named.length })}</b>
      {named.map((one) => (
        <span key={one.key} className="desk-sum">
          {one.name}
          <span className="faint">{t('desk.lines', { count: one.count })}</span>
          <span className="num">{formatDecimalText(one.amount, { min: 2, max: 2 })}</span>
        </span>
      ))}
      {nameless === undefined ? null : (
        <span className="is-warning">{t('desk.noSupplier', { count: nameless.count })}</span>
      )}
    </div>
  )
}

function MadeLine({ made }: { made: readonly Made[] }): React.JSX.Element {
  return (
    <p className="desk-made is-positive" role="status">
      {made.map((one) => (
        <Go key={one.id} to={`/doc/${one.address}/${one.id}`}>
          {one.number}
        </Go>
      ))}
    </p>
  )
}

function Desk({ desk, loaded, again }: { desk: DeskName; loaded: Loaded; again: () => void }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const client = useQueryClient()
  const [lines, setLines] = useState(loaded.lines)
  const [busy, setBusy] = useState<string | null>(null)
  const [made, setMade] = useState<readonly Made[]>([])
  const [looked, setLooked] = useState<Line | null>(null)
  const columns = useMemo(
    () => deskColumns(desk, referenceSources(catalogue)('supplier', supplierField)),
    [desk, catalogue],
  )
  const change = useCallback(
    (changes: readonly LineChange[]) => setLines((was) => changedLines(was, changes, loaded.offers)),
    [loaded],
  )
  const sums = useMemo(() => supplierSums(lines), [lines])
  const make = async (as: 'order' | 'request'): Promise<void> => {
    setBusy(as)
    try {
      const process = desk === 'requests' ? 'order-requests' : 'order-proposals'
      const answer = await runProcess(process, { lines: decisions(lines), ...(desk === 'requests' ? {} : { as }) })
      const written = madeDocuments(answer, as === 'order' ? 'purchase-order' : 'purchase-request')
      setMade(written)
      showToast('done', t('desk.made', { numbers: written.map((one) => one.number).join('、') }))
      await client.invalidateQueries({ predicate: (query) => ['list', 'report'].includes(String(query.queryKey[0])) })
      again()
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(null)
    }
  }
  const nothing = sums.length === 0
  return (
    <>
      <header className="page-head">
        <h1>{t(desk === 'requests' ? 'desk.requests' : 'desk.replenishment')}</h1>
        <div className="page-actions">
          <Button icon="refresh" onClick={again}>
            {t('refresh')}
          </Button>
          {desk === 'replenishment' && session.may('purchaseRequest.create') ? (
            <Button disabled={nothing || busy !== null} busy={busy === 'request'} onClick={() => void make('request')}>
              {t('desk.makeRequest')}
            </Button>
          ) : null}
          <Button
            look="primary"
            disabled={nothing || sums.every((one) => one.key === '') || busy !== null}
            busy={busy === 'order'}
            onClick={() => void make('order')}
          >
            {t('desk.makeOrders')}
          </Button>
        </div>
      </header>
      <p className="desk-about muted">{t(`desk.about.${desk}`)}</p>
      {made.length === 0 ? null : <MadeLine made={made} />}
      {lines.length === 0 ? (
        <p className="desk-empty muted">{t('desk.none')}</p>
      ) : (
        <div className="desk-body">
          <LinesGrid
            label={t(desk === 'requests' ? 'desk.requests' : 'desk.replenishment')}
            columns={columns}
            lines={lines}
            today={session.today}
            growable={false}
            onChange={change}
            onCursor={setLooked}
          />
          <p className="desk-reason small muted">
            {typeof looked?.values['reason'] === 'string' ? said(looked.values['reason']) : ''}
          </p>
          <Sums sums={sums} />
        </div>
      )}
    </>
  )
}

/** Where requests or replenishment proposals are looked through, changed and ordered in one go: 申请下单, 智能补货. */
export function OrderDeskPage({ name }: PageParameters): React.JSX.Element {
  const { path, search } = usePage()
  const desk: DeskName = name === 'requests' ? 'requests' : 'replenishment'
  usePageTitle(t(desk === 'requests' ? 'desk.requests' : 'desk.replenishment'))
  const [round, setRound] = useState(0)
  const loaded = useQuery({
    queryKey: ['desk', desk, search.toString(), round],
    queryFn: ({ signal }) => load(desk, search, signal),
    placeholderData: (was) => was,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (name !== 'requests' && name !== 'replenishment') return <UnknownPage path={path} />
  if (loaded.error) return <PageProblem error={loaded.error} onRetry={() => void loaded.refetch()} />
  if (loaded.data === undefined) return <PageLoading />
  return (
    <div className="desk">
      <BusyBar busy={loaded.isFetching} />
      <Desk key={loaded.dataUpdatedAt} desk={desk} loaded={loaded.data} again={() => setRound((was) => was + 1)} />
    </div>
  )
}
