import { useMemo } from 'react'
import { Button } from '../../../ui/control/button.tsx'
import { Segmented } from '../../../ui/control/segmented.tsx'
import { FigureStrip } from '../../../ui/home/figures.tsx'
import { AgeBar, AlertList, Panel, SmallTable, TaskList } from '../../../ui/home/panel.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { ChartPane } from '../../../ui/report/chart-pane.tsx'
import type { ChartData } from '../../../ui/report/chart-data.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { goTo } from '../frame/navigate.ts'
import { useSession } from '../session/session.ts'
import { useTasks } from '../talk/talk-data.ts'
import { DashboardMenu } from '../watch/dashboard-links.tsx'
import {
  ageParts,
  alertsOf,
  approvalTasks,
  bestSellers,
  debtors,
  headlineFigures,
  tasksOf,
  total,
} from './home-parts.ts'
import { FirstSteps } from './first-steps.tsx'
import { brief, chartFigure } from './show-figures.ts'
import { spans, type Span } from './span.ts'
import { chartDays, type Cockpit } from './use-cockpit.ts'
import './home-page.css'

export type DeskHomeProps = { cockpit: Cockpit; span: Span; onSpan: (span: Span) => void }

function dayWords(today: string): string {
  const date = new Date(`${today}T00:00:00Z`)
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(currentLanguage(), { ...options, timeZone: 'UTC' }).format(date)
  return `${part({ month: 'long', day: 'numeric' })} ${part({ weekday: 'long' })}`
}

function dayLabel(day: string, index: number): string {
  const [, month, date] = day.split('-').map(Number)
  return index === 0 || date === 1 ? `${month}/${date}` : String(date)
}

function chartData(days: Cockpit['days'], daysLastYear: Cockpit['daysLastYear'], seesCost: boolean): ChartData {
  const hasLastYear = daysLastYear.some((one) => Number(one.net) !== 0)
  return {
    unit: currentLanguage() === 'en' ? undefined : t('chart.tenThousand'),
    overlaid: true,
    categories: days.map((one, index) => dayLabel(one.day, index)),
    series: [
      { name: t('home.net'), kind: 'bar', colour: 'chart-1-soft', values: days.map((one) => chartFigure(one.net)) },
      ...(seesCost
        ? [
            {
              name: t('home.profitWord'),
              kind: 'bar' as const,
              colour: 'chart-1' as const,
              values: days.map((one) => chartFigure(one.profit)),
            },
          ]
        : []),
      ...(hasLastYear
        ? [
            {
              name: t('home.lastYear'),
              kind: 'dashed' as const,
              colour: 'chart-3' as const,
              values: daysLastYear.map((one) => chartFigure(one.net)),
            },
          ]
        : []),
    ],
  }
}

function Receivables({ cockpit }: { cockpit: Cockpit }): React.JSX.Element | null {
  const { receivable } = cockpit
  if (receivable === undefined) return null
  return (
    <Panel
      title={t('home.aging')}
      note={t('home.whole', { amount: brief(total(receivable, 'balance')) })}
      more={{ label: t('home.agingMore'), path: '/report/party-aging?side=receivable' }}
    >
      {receivable.rows.length === 0 ? (
        <p className="panel-empty">{t('home.agingEmpty')}</p>
      ) : (
        <>
          <AgeBar label={t('home.aging')} parts={ageParts(receivable)} />
          <SmallTable
            columns={[
              { key: 'name', label: t('home.debtor') },
              { key: 'owed', label: t('home.owed'), end: true },
              { key: 'late', label: t('home.lateAmount'), end: true, tone: 'is-warning' },
            ]}
            rows={debtors(receivable)}
          />
        </>
      )}
    </Panel>
  )
}

function BestSellers({ cockpit, seesCost }: { cockpit: Cockpit; seesCost: boolean }): React.JSX.Element | null {
  const { items } = cockpit
  if (items === undefined) return null
  return (
    <Panel
      title={t('home.best')}
      note={t('preset.thisMonth')}
      more={{ label: t('home.bestMore'), path: '/report/sales-summary?by=item' }}
    >
      {items.rows.length === 0 ? (
        <p className="panel-empty">{t('home.bestEmpty')}</p>
      ) : (
        <SmallTable
          share="sales"
          columns={[
            { key: 'name', label: t('home.item') },
            { key: 'quantity', label: t('home.quantity'), end: true, tone: 'muted' },
            { key: 'sales', label: t('home.net'), end: true },
            ...(seesCost ? [{ key: 'rate', label: t('home.marginWord'), end: true }] : []),
          ]}
          rows={bestSellers(items)}
        />
      )}
    </Panel>
  )
}

/** The owner's page at a desk. */
export function DeskHome({ cockpit, span, onSpan }: DeskHomeProps): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const { seesCost, today } = session
  const { days, daysLastYear } = cockpit
  const chart = useMemo(() => chartData(days, daysLastYear, seesCost), [days, daysLastYear, seesCost])
  const figures = headlineFigures(cockpit, span, seesCost)
  const tasksToDo = useTasks('mine', false).data?.rows.length ?? 0
  const tasks = tasksOf(catalogue, cockpit.waiting ?? [])
  const submitted = Number(total(cockpit.open, 'submitted'))
  const drafts = Number(total(cockpit.open, 'draft'))
  const isEmpty = cockpit.stock?.rows.length === 0 && cockpit.items?.rows.length === 0 && submitted + drafts === 0
  const hasSales = cockpit.days.some((one) => Number(one.net) !== 0)
  return (
    <div className="home">
      <header className="page-head">
        <h1>{t('home.title')}</h1>
        <span className="faint">{dayWords(today)}</span>
        <Segmented
          label={t('home.spanLabel')}
          value={span}
          onChange={onSpan}
          options={spans.map((value) => ({ value, label: t(`home.span.${value}`) }))}
        />
        <div className="page-actions">
          <Button look="text" icon="check" onClick={() => goTo('/tasks')}>
            {tasksToDo === 0 ? t('task.page') : t('task.count', { count: tasksToDo })}
          </Button>
          <DashboardMenu />
          <Button look="text" icon="map" onClick={() => goTo('/flow')}>
            {t('flow.title')}
          </Button>
          {cockpit.items === undefined ? null : (
            <Button onClick={() => goTo('/report/sales-summary?by=day')}>{t('home.daily')}</Button>
          )}
        </div>
      </header>
      <FigureStrip figures={figures} />
      <div className="panel-row">
        <div className="panel">
          {hasSales || !isEmpty ? (
            <ChartPane
              bare
              title={t('home.chart')}
              note={t('home.lastDays', { count: chartDays })}
              height={204}
              data={chart}
              onPick={(index) => {
                const day = cockpit.days[index]?.day
                if (day !== undefined) goTo(`/report/sales-summary?by=document&from=${day}&to=${day}&asked=1`)
              }}
            />
          ) : (
            <>
              <h2 className="first-steps-title">{t('start.title')}</h2>
              <FirstSteps />
            </>
          )}
        </div>
        {cockpit.approvals.length > 0 ? (
          <Panel
            title={t('home.approvals')}
            note={String(cockpit.approvals.length)}
            more={{ label: t('home.allOpen'), path: '/approvals' }}
          >
            <TaskList tasks={approvalTasks(catalogue, cockpit.approvals)} empty={t('home.nothingWaits')} />
          </Panel>
        ) : (
          <Panel
            title={t(`home.waiting.${cockpit.waitingFor}`)}
            note={cockpit.waitingFor === 'open' ? undefined : String(submitted > 0 ? submitted : drafts)}
            more={{ label: t('home.allOpen'), path: '/report/open-documents' }}
          >
            <TaskList tasks={tasks} empty={cockpit.waiting === undefined ? '' : t('home.nothingWaits')} />
          </Panel>
        )}
      </div>
      <div className="panel-row is-three">
        <Receivables cockpit={cockpit} />
        <BestSellers cockpit={cockpit} seesCost={seesCost} />
        <Panel title={t('home.alerts')}>
          <AlertList alerts={alertsOf(cockpit)} empty={t('home.noAlerts')} />
        </Panel>
      </div>
    </div>
  )
}
