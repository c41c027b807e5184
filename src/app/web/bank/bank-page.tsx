import { useState } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText, isZeroText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { usePage, usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { BankCandidates } from './bank-candidates.tsx'
import {
  lessText,
  nothingTicked,
  sumOf,
  toggled,
  type Desk,
  type DeskLine,
  type Side,
  type Ticked,
} from './bank-data.ts'
import { BankMatches } from './bank-matches.tsx'
import { BankSide } from './bank-side.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { useBankDesk, type BankDesk } from './use-bank-desk.ts'
import { useDeskKeys, type Place } from './use-desk-keys.ts'
import { useStatementImport } from './use-statement-import.ts'
import { useDropAnywhere } from './use-drop-anywhere.ts'
import '../../../ui/list/list-page.css'
import './bank.css'

const money = (text: string): string => formatMoneyText(text, false)

function Balances({ desk }: { readonly desk: Desk }): React.JSX.Element | null {
  const { balances, counts } = desk
  if (balances === null) return null
  const between = balances.bank === null ? '0' : lessText(balances.bank, balances.book)
  return (
    <div className="bank-balances">
      <span>
        {t('bank.bankBalance')} <b className="num">{balances.bank === null ? '—' : money(balances.bank)}</b>
      </span>
      <span>
        {t('bank.bookBalance')} <b className="num">{money(balances.book)}</b>
      </span>
      <span>
        {t('bank.between')}{' '}
        <b className={isZeroText(between) ? 'num is-positive' : 'num is-warning'}>{money(between)}</b>
      </span>
      <span className="muted">
        {t('bank.lines')} {counts?.lines ?? 0}　{t('bank.movements')} {counts?.movements ?? 0}
      </span>
      {isZeroText(balances.openingGap) ? null : (
        <Go to="/new/bank-opening" className="is-warning">
          {t('bank.gap', { amount: money(balances.openingGap) })}
        </Go>
      )}
    </div>
  )
}

function Foot(props: {
  readonly desk: Desk
  readonly ticked: Ticked
  readonly busy: boolean
  readonly onMatch: () => void
}): React.JSX.Element {
  const { desk, ticked, busy, onMatch } = props
  const [lineSum, movementSum] = [sumOf(desk.lines, ticked.lines), sumOf(desk.movements, ticked.movements)]
  const difference = lessText(lineSum, movementSum)
  const count = ticked.lines.size + ticked.movements.size
  return (
    <footer className="bank-foot">
      {count === 0 ? (
        <span className="faint bank-keys">{t('bank.keys')}</span>
      ) : (
        <>
          <span role="status">
            {t('bank.ticked', {
              lines: ticked.lines.size,
              lineSum: money(lineSum),
              movements: ticked.movements.size,
              movementSum: money(movementSum),
            })}
          </span>
          {isZeroText(difference) ? null : (
            <span className="is-negative">{t('bank.difference', { amount: money(difference) })}</span>
          )}
          <Button
            look="primary"
            size="small"
            disabled={busy || count < 2 || !isZeroText(difference)}
            keys="Enter"
            onClick={onMatch}
          >
            {t('bank.match')}
          </Button>
        </>
      )}
    </footer>
  )
}

/** Both sides with what may be done; the keys are on one row of one of them. */
function Work({
  desk,
  at,
  active,
  may,
}: {
  readonly desk: Desk
  readonly at: BankDesk
  readonly active: boolean
  readonly may: boolean
}): React.JSX.Element {
  const [ticked, setTicked] = useState<Ticked>(nothingTicked)
  const [place, setPlace] = useState<Place>({ side: 'lines', at: 0 })
  const [decided, setDecided] = useState<DeskLine | null>(null)
  const busy = at.busy !== null
  const line = place.side === 'lines' ? desk.lines[Math.min(place.at, desk.lines.length - 1)] : undefined
  const tick = (side: Side, key: string): void => setTicked((was) => toggled(was, side, key))
  const match = async (): Promise<void> => {
    if (await at.match(ticked)) setTicked(nothingTicked)
  }
  const confirm = (): void => {
    if (!may || busy) return
    if (ticked.lines.size + ticked.movements.size > 0) {
      if (isZeroText(lessText(sumOf(desk.lines, ticked.lines), sumOf(desk.movements, ticked.movements)))) void match()
      return
    }
    const [best] = line?.candidates ?? []
    if (line !== undefined && best !== undefined) void at.settle(line.key, best.deed, true)
    else if (line !== undefined) setDecided(line)
  }
  useDeskKeys(active && decided === null, {
    place,
    counts: { lines: desk.lines.length, movements: desk.movements.length },
    onGo: setPlace,
    onTick: () => {
      const item = desk[place.side][place.at]
      if (item !== undefined) tick(place.side, item.key)
    },
    onConfirm: confirm,
  })
  const rowAt = (side: Side): number | null => (place.side === side ? Math.min(place.at, desk[side].length - 1) : null)
  return (
    <>
      <div className="bank-desk">
        {(['lines', 'movements'] as const).map((side) => (
          <BankSide
            key={side}
            side={side}
            items={desk[side]}
            count={desk.counts?.[side] ?? 0}
            ticked={ticked[side]}
            at={rowAt(side)}
            onTick={(key) => tick(side, key)}
            onGo={(index) => setPlace({ side, at: index })}
            below={
              side === 'lines' && line !== undefined && may ? (
                <BankCandidates
                  line={line}
                  busy={busy}
                  onConfirm={(candidate) => void at.settle(line.key, candidate.deed, true)}
                  onDecide={() => setDecided(line)}
                />
              ) : undefined
            }
          />
        ))}
      </div>
      <Foot desk={desk} ticked={ticked} busy={busy} onMatch={() => void match()} />
      <DecideDialog
        line={decided}
        busy={busy}
        onClose={() => setDecided(null)}
        onDecide={(deed, learn) => {
          if (decided === null) return
          void at.settle(decided.key, deed, learn).then((isDone) => {
            if (isDone) setDecided(null)
          })
        }}
      />
    </>
  )
}

/** 银行对账: statements brought in, matched with the books, and what is left decided line by line. */
export function BankPage(): React.JSX.Element {
  usePageTitle(t('bank.title'))
  const session = useSession()
  const { search, setSearch, active } = usePage()
  const account = search.get('account')
  const view = search.get('view') === 'done' ? 'done' : 'waiting'
  const at = useBankDesk(account)
  const desk = at.desk.data
  const mayImport = session.may('bankStatement.create')
  const go = (parts: Readonly<Record<string, string>>): void =>
    setSearch(new URLSearchParams({ ...(account === null ? {} : { account }), view, ...parts }))
  const importing = useStatementImport((brought) => {
    if (brought !== '') go({ account: brought, view: 'waiting' })
    void at.refresh()
  })
  const isOver = useDropAnywhere(active && mayImport, importing.begin)
  return (
    <div className="page-scroll bank-page">
      <BusyBar busy={at.desk.isFetching || at.busy !== null} />
      <header className="page-head">
        <h1>{t('bank.title')}</h1>
        <select
          className="bank-select"
          aria-label={t('bank.account')}
          value={desk?.account ?? ''}
          onChange={(event) => go({ account: event.target.value })}
        >
          {desk?.accounts.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
        <Segmented
          value={view}
          label={t('bank.title')}
          options={[
            { value: 'waiting', label: t('bank.waiting') },
            { value: 'done', label: t('bank.done') },
          ]}
          onChange={(next) => go({ view: next })}
        />
        <div className="page-actions">
          <Go
            to={`/report/bank-reconciliation${desk?.account ? `?cashAccount=${desk.account}` : ''}`}
            className="button button-outlined"
          >
            {t('bank.statement')}
          </Go>
          <Go to="/list/bank-rule" className="button button-outlined">
            {t('bank.rules')}
          </Go>
          {mayImport ? (
            <Button icon="upload" onClick={() => importing.begin(null)}>
              {t('bank.import')}
            </Button>
          ) : null}
          {session.may('process.matchBank') ? (
            <Button
              look="primary"
              busy={at.busy === 'run'}
              disabled={(desk?.lines.length ?? 0) === 0}
              onClick={() => void at.run()}
            >
              {t('bank.run')}
            </Button>
          ) : null}
        </div>
      </header>
      {at.desk.error ? <PageProblem error={at.desk.error} onRetry={() => void at.refresh()} /> : null}
      {desk === undefined ? null : <Balances desk={desk} />}
      {desk !== undefined && desk.accounts.every((each) => each.lines === 0) ? (
        <p className="bank-none muted">{t('bank.noAccount')}</p>
      ) : null}
      {desk === undefined || desk.account === null ? null : view === 'done' ? (
        <BankMatches
          account={desk.account}
          may={session.may('bank.reconcile')}
          busy={at.busy !== null}
          onUndo={at.undo}
        />
      ) : (
        <Work
          key={desk.account}
          desk={desk}
          at={at}
          active={active && !importing.isOpen}
          may={session.may('bank.reconcile')}
        />
      )}
      {isOver ? <div className="bank-over">{t('bank.drop')}</div> : null}
      <ImportDialog importing={importing} accounts={desk?.accounts ?? []} />
    </div>
  )
}
