import { DayBars } from '../../../ui/home/day-bars.tsx'
import { HeadlineAmount } from '../../../ui/home/figures.tsx'
import { AlertList, TaskList } from '../../../ui/home/panel.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { addDecimalTexts, formatDecimalText, formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { cell } from '../report/report-answer.ts'
import { useSession } from '../session/session.ts'
import { useTasks } from '../talk/talk-data.ts'
import { TaskRows } from '../talk/task-rows.tsx'
import { useDashboards } from '../watch/watch-data.ts'
import { alertsOf, approvalTasks, headlineFigures, overdueOf, tasksOf, total } from './home-parts.ts'
import { brief, percentText } from './show-figures.ts'
import type { Cockpit } from './use-cockpit.ts'
import './home-page.css'

type LineProps = { label: string; note?: string; warning?: boolean; amount: string; path: string }

function Line({ label, note, warning, amount, path }: LineProps): React.JSX.Element {
  return (
    <li>
      <Go to={path}>
        <span>
          {label}
          {note === undefined ? null : <small className={warning ? 'is-warning' : undefined}>{note}</small>}
        </span>
        <b>{formatMoneyText(amount, false)}</b>
        <Icon name="chevronRight" />
      </Go>
    </li>
  )
}

/** The owner's page in the hand: what came in today, what there is, who owes whom. */
export function PhoneHome({ cockpit }: { cockpit: Cockpit }): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const { seesCost, today } = session
  const { cash, receivable, payable, stock, month } = cockpit
  const figures = headlineFigures(cockpit, 'day', seesCost)
  const sales = figures.find((one) => one.key === 'sales')
  const small = figures.filter((one) => ['profit', 'in', 'out'].includes(one.key))
  const late = addDecimalTexts((receivable?.rows ?? []).map(overdueOf).filter((text) => Number(text) > 0))
  const margin = month === undefined ? null : percentText(month.profit, month.net)
  const month30 = (cockpit.forecast?.rows ?? []).slice(0, 3)
  const ahead = month30.at(-1)
  const lowest = month30.toSorted((one, other) => Number(one['lowest']) - Number(other['lowest']))[0]
  const tasks = tasksOf(catalogue, cockpit.waiting ?? [], 3)
  const alerts = alertsOf(cockpit)
  const given = useTasks('mine', false).data?.rows ?? []
  const boards = useDashboards().data?.rows ?? []
  return (
    <div className="phone-home">
      {sales === undefined ? null : (
        <section className="phone-hero">
          <header>
            <span>{sales.label}</span>
            <span className="faint">{today}</span>
          </header>
          <HeadlineAmount className="figure-amount" amount={sales.amount} />
          <footer>
            {sales.change ? (
              <span className="figure-change">
                <Icon name={sales.change.direction === 'up' ? 'arrowUp' : 'arrowDown'} size={12} />
                {`${sales.change.text} ${sales.change.against ?? ''}`}
              </span>
            ) : null}
            <span>{month === undefined ? null : t('home.monthSoFar', { amount: brief(month.net) })}</span>
          </footer>
          <DayBars label={t('home.chart')} values={cockpit.days.map((one) => one.net)} />
        </section>
      )}
      {small.length > 0 ? (
        <section>
          <dl className="phone-three">
            {small.map((one) => (
              <div key={one.key}>
                <dt>{one.label}</dt>
                <dd>{one.amount === undefined ? '—' : formatDecimalText(one.amount, { max: 0 })}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section>
        <ul className="phone-lines">
          {cash ? (
            <Line
              label={t('home.cash')}
              note={t('home.accounts', { count: cash.count })}
              amount={cash.amount}
              path="/report/cash-daily"
            />
          ) : null}
          {ahead ? (
            <Line
              label={t('bank.expected')}
              note={t('bank.lowest', { amount: brief(cell(lowest, 'lowest')), day: cell(lowest, 'lowestOn').slice(5) })}
              warning={cell(lowest, 'lowest').startsWith('-')}
              amount={cell(ahead, 'balance')}
              path="/report/cash-forecast"
            />
          ) : null}
          {receivable ? (
            <Line
              label={t('home.owedToUs')}
              note={t('home.lateSum', { amount: brief(late) })}
              warning={Number(late) > 0}
              amount={total(receivable, 'balance')}
              path="/report/party-aging?side=receivable"
            />
          ) : null}
          {payable ? (
            <Line label={t('home.weOwe')} amount={total(payable, 'balance')} path="/report/party-aging?side=payable" />
          ) : null}
          {stock && seesCost ? (
            <Line
              label={t('home.stock')}
              note={t('home.items', { count: stock.rows.length })}
              amount={total(stock, 'amount')}
              path="/report/stock-on-hand"
            />
          ) : null}
          {seesCost && month !== undefined ? (
            <Line
              label={t('home.earned')}
              note={margin === null ? undefined : t('home.margin', { margin })}
              amount={month.profit}
              path="/report/sales-summary?by=item"
            />
          ) : null}
        </ul>
      </section>
      {boards.length === 0 ? null : (
        <section>
          <h2>
            {t('watch.boards')}
            <Go to="/watch">{t('watch.page')}</Go>
          </h2>
          <ul className="phone-lines">
            {boards.map((board) => (
              <li key={board.id}>
                <Go to={`/dashboard/${board.id}`}>
                  <span>{board.name}</span>
                  <Icon name="chevronRight" />
                </Go>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>
          {given.length === 0 ? t('task.page') : t('task.count', { count: given.length })}
          <Go to="/tasks">{t('home.allOpen')}</Go>
        </h2>
        {given.length === 0 ? (
          <p className="panel-empty">{t('task.none.mine')}</p>
        ) : (
          <TaskRows tasks={given.slice(0, 3)} />
        )}
      </section>
      {cockpit.approvals.length > 0 ? (
        <section>
          <h2>
            {t('home.approvals')}
            <Go to="/approvals">{t('home.allOpen')}</Go>
          </h2>
          <TaskList tasks={approvalTasks(catalogue, cockpit.approvals, 3)} empty={t('home.nothingWaits')} />
        </section>
      ) : null}
      {tasks.length > 0 ? (
        <section>
          <h2>
            {t('home.waiting')}
            <Go to="/report/open-documents">{t('home.allOpen')}</Go>
          </h2>
          <TaskList tasks={tasks} empty={t('home.nothingWaits')} />
        </section>
      ) : null}
      {alerts.length > 0 ? (
        <section>
          <h2>{t('home.alerts')}</h2>
          <AlertList alerts={alerts} empty={t('home.noAlerts')} />
        </section>
      ) : null}
    </div>
  )
}
