import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { beginSession } from '../session/begin-session.ts'
import { endPreview, useSession } from '../session/session.ts'
import { goTo } from './navigate.ts'

/** Says with whose eyes one looks, and leads back to one's own. */
export function PreviewBanner(): React.JSX.Element {
  const session = useSession()
  const client = useQueryClient()
  const end = (): void => {
    void endPreview().then((next) => {
      beginSession(client, next)
      goTo('/settings?part=users')
    })
  }
  return (
    <div className="preview-banner" role="status">
      <span>{t('preview.as', { name: session.user.name })}</span>
      <Button size="small" onClick={end}>
        {t('preview.end')}
      </Button>
    </div>
  )
}
