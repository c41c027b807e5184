import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { goTo } from '../frame/navigate.ts'
import { useSession } from '../session/session.ts'

/** Where a company that has nothing yet begins. */
export function FirstSteps(): React.JSX.Element {
  const session = useSession()
  const steps = [
    ['/new/item', t('start.item')],
    ['/new/customer', t('start.customer')],
    ['/new/supplier', t('start.supplier')],
    ['/new/opening-stock', t('start.stock')],
    ['/new/sales-delivery', t('start.sale')],
  ] as const
  return (
    <>
      {session.may('item.create') ? (
        <p className="first-steps-guide">
          <Button look="primary" onClick={() => goTo('/start')}>
            {t('start.open')}
          </Button>
        </p>
      ) : null}
      <ol className="first-steps">
        {steps.map(([path, label], index) => (
          <li key={path}>
            <span className="faint">{index + 1}</span>
            <Go to={path}>{label}</Go>
          </li>
        ))}
      </ol>
    </>
  )
}
