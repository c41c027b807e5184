import { Button } from '../../../ui/control/button.tsx'
import { BusyBar } from '../../../ui/control/progress-bar.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { PageProblem } from '../frame/frame-states.tsx'
import { goTo } from '../frame/navigate.ts'
import { usePageTitle } from '../frame/page.ts'
import { useSession } from '../session/session.ts'
import { CustomerStep } from './customer-step.tsx'
import { IndustryStep } from './industry-step.tsx'
import { ItemStep } from './item-step.tsx'
import { useStart } from './use-start.ts'
import '../../../ui/list/list-page.css'
import './start.css'

type StepProps = { number: number; title: string; note: string; done: boolean; children: React.ReactNode }

function Step({ number, title, note, done, children }: StepProps): React.JSX.Element {
  return (
    <li className={done ? 'start-step is-done' : 'start-step'}>
      <span className="start-number">{done ? <Icon name="check" size={14} /> : number}</span>
      <div>
        <h2>{title}</h2>
        <p className="muted">{note}</p>
        {children}
      </div>
    </li>
  )
}

/** 开始使用: from an empty company to its first sale: its trade, an item with its stock, a customer, the sale. */
export function StartPage(): React.JSX.Element {
  usePageTitle(t('start.page'))
  const session = useSession()
  const start = useStart()
  const { data } = start
  const has = (count: string | undefined): boolean => count !== undefined && count !== '0'
  const chosen = data !== undefined && (data.chosen.length > 0 || data.begun)
  return (
    <div className="page-scroll start">
      <BusyBar busy={start.isFetching} />
      <header className="page-head">
        <h1>{t('start.page')}</h1>
        <span className="muted">{t('start.note')}</span>
      </header>
      {start.error ? <PageProblem error={start.error} onRetry={() => void start.refetch()} /> : null}
      {data === undefined ? null : (
        <ol className="start-steps">
          {session.may('company.update') ? (
            <Step number={1} title={t('start.industry')} note={t('start.industryNote')} done={chosen}>
              <IndustryStep key={String(chosen)} start={data} chosen={chosen} onChosen={() => void start.refetch()} />
            </Step>
          ) : null}
          <Step number={2} title={t('start.firstItem')} note={t('start.firstItemNote')} done={has(data.progress.stock)}>
            <ItemStep onDone={() => void start.refetch()} />
          </Step>
          <Step
            number={3}
            title={t('start.firstCustomer')}
            note={t('start.firstCustomerNote')}
            done={has(data.progress.customers)}
          >
            <CustomerStep onDone={() => void start.refetch()} />
          </Step>
          <Step number={4} title={t('start.firstSale')} note={t('start.firstSaleNote')} done={has(data.progress.sales)}>
            <p className="start-doors">
              <Button look="primary" onClick={() => goTo('/new/sales-delivery')}>
                {t('start.sell')}
              </Button>
              {has(data.progress.sales) ? <Go to="/report/sales-summary?by=document">{t('start.seeSales')}</Go> : null}
            </p>
          </Step>
          <Step number={5} title={t('start.more')} note={t('start.moreNote')} done={false}>
            <p className="start-doors">
              <Go to="/opening">{t('books.opening')}</Go>
              <Go to="/import/item">{t('start.importItems')}</Go>
              <Go to="/settings?part=users">{t('settings.users')}</Go>
              <Go to="/settings?part=modules">{t('modules.title')}</Go>
              <Go to="/help/01-getting-started">{t('help.guide')}</Go>
            </p>
          </Step>
        </ol>
      )}
    </div>
  )
}
