import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { DoorPart } from '../settings/security-part.tsx'
import '../settings/settings.css'
import { DoorFrame } from './door-frame.tsx'
import { signOut, useSession } from './session.ts'

/** What is shown while the second factor that the company asks for is missing and its time is over. */
export function FactorDutyPage({ onChanged }: { onChanged: () => void }): React.JSX.Element {
  const session = useSession()
  const leave = (): void => {
    void signOut()
  }
  return (
    <DoorFrame>
      <div className="factor-duty security-part">
        <p role="status">{t('factorDuty.overdue', { company: session.company?.name ?? '' })}</p>
        <DoorPart onChanged={onChanged} />
        <Button icon="signOut" onClick={leave}>
          {t('shell.signOut')}
        </Button>
      </div>
    </DoorFrame>
  )
}
