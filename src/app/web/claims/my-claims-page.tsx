import { Button, Tag } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageLoading, PageProblem } from '../frame/frame-states.tsx'
import { usePageTitle } from '../frame/page.ts'
import { NoteForm } from './note-form.tsx'
import { useMyClaims, type MyClaims, type OwnClaim } from './use-my-claims.ts'
import '../../../ui/list/list-page.css'
import './claims.css'

type Tone = 'positive' | 'warning' | 'neutral'

const stateOf = (claim: OwnClaim): { readonly text: string; readonly tone: Tone } => {
  if (claim.state === 'draft') return { text: t('state.draft'), tone: 'neutral' }
  if (claim.state === 'submitted') return { text: t('state.submitted'), tone: 'warning' }
  return Number(claim.unpaid) > 0
    ? { text: t('claims.waitsForPay'), tone: 'warning' }
    : { text: t('claims.done'), tone: 'positive' }
}

function ClaimLine({ claim, busy, onSubmit }: { claim: OwnClaim; busy: boolean; onSubmit: () => void }) {
  const { text, tone } = stateOf(claim)
  return (
    <li>
      <span className="claim-words">
        <Go to={`/doc/expense-claim/${claim.id}`}>{claim.reason}</Go>
        <span className="small muted">
          {[claim.number, claim.date, t('claims.lines', { count: claim.lines })].join(' · ')}
        </span>
      </span>
      <span className="claim-amount">
        <b className="num">{formatMoneyText(claim.gross ?? '0', false)}</b>
        {tone === 'neutral' ? <Tag>{text}</Tag> : <Tag tone={tone}>{text}</Tag>}
      </span>
      {claim.state === 'draft' ? (
        <Button disabled={busy} onClick={onSubmit}>
          {t('claims.submit')}
        </Button>
      ) : null}
    </li>
  )
}

function Advances({ mine }: { mine: MyClaims }): React.JSX.Element | null {
  if (mine.advances.length === 0) return null
  return (
    <section>
      <h2>{t('claims.advances')}</h2>
      <ul className="claim-list">
        {mine.advances.slice(0, 5).map((advance) => (
          <li key={advance.id}>
            <span className="claim-words">
              <Go to={`/doc/employee-advance/${advance.id}`}>{advance.purpose}</Go>
              <span className="small muted">{`${advance.number} · ${advance.date}`}</span>
            </span>
            <b className="num">{formatMoneyText(advance.amount, false)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mine({ mine, page }: { mine: MyClaims; page: ReturnType<typeof useMyClaims> }): React.JSX.Element {
  const owed = mine.claims.reduce((sum, claim) => sum + Number(claim.unpaid), 0)
  const items = mine.items.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="my-claims">
      <div>
        <dl className="claim-figures">
          <div>
            <dt>{t('claims.toGet')}</dt>
            <dd>{formatMoneyText(String(owed), false)}</dd>
          </div>
          <div>
            <dt>{t('claims.borrowed')}</dt>
            <dd className={Number(mine.borrowed) > 0 ? 'is-warning' : undefined}>
              {formatMoneyText(mine.borrowed, false)}
            </dd>
          </div>
        </dl>
        <NoteForm
          items={items}
          drafts={mine.claims.filter((claim) => claim.state === 'draft')}
          busy={page.busy}
          onNote={page.note}
        />
      </div>
      <div>
        <section>
          <h2>{t('claims.claims')}</h2>
          {mine.claims.length === 0 ? <p className="faint">{t('claims.none')}</p> : null}
          <ul className="claim-list">
            {mine.claims.map((claim) => (
              <ClaimLine key={claim.id} claim={claim} busy={page.busy} onSubmit={() => void page.submit(claim)} />
            ))}
          </ul>
        </section>
        <Advances mine={mine} />
      </div>
    </div>
  )
}

/** 我的报销: what an employee spent, noted on the phone where it was spent, and what became of it. */
export function MyClaimsPage(): React.JSX.Element {
  usePageTitle(t('claims.title'))
  const page = useMyClaims()
  const { data, error, isFetching, refetch } = page.mine
  if (data === undefined)
    return error === null ? <PageLoading /> : <PageProblem error={error} onRetry={() => void refetch()} />
  return (
    <div className="page-scroll">
      <BusyBar busy={isFetching} />
      <header className="page-head">
        <h1>{t('claims.title')}</h1>
        <div className="page-actions">
          <Go to="/new/employee-advance" className="button button-outlined">
            {t('claims.askAdvance')}
          </Go>
        </div>
      </header>
      {data.employee === null ? (
        <p className="claims-about is-warning">{t('claims.nobody')}</p>
      ) : (
        <Mine mine={data} page={page} />
      )}
    </div>
  )
}
