import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useSession } from '../session/session.ts'
import { goTo } from './navigate.ts'

/** Says until when one may go on without the second factor that the company asks for. */
export function FactorDutyBanner(): React.JSX.Element | null {
  const { factorDuty } = useSession()
  if (factorDuty === null) return null
  return (
    <div className="preview-banner" role="status">
      <span>{t('factorDuty.until', { at: formatMoment(factorDuty.until) })}</span>
      <Button size="small" onClick={() => goTo('/me')}>
        {t('factorDuty.go')}
      </Button>
    </div>
  )
}
