import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { goTo } from '../frame/navigate.ts'
import { beginSession } from '../session/begin-session.ts'
import { enterCompany, useSession } from '../session/session.ts'
import { newCompany } from './new-company.ts'

type Use = {
  readonly use: 'practice' | 'trial' | 'ended' | 'live'
  readonly daysLeft: number | null
  readonly adviser: string
  readonly phone: string
  readonly mayDecide: boolean
}

function Decide({ onClose }: { onClose: () => void }): React.JSX.Element {
  const client = useQueryClient()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const doing = async (step: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await step()
      onClose()
    } catch (error) {
      showToast('error', error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  const keep = async (): Promise<void> => {
    await requestJson('calls/keep-trial', { method: 'POST', body: {} })
    await client.invalidateQueries({ queryKey: ['company-use'] })
  }
  const anew = async (): Promise<void> => {
    const made = await newCompany(session.company?.name ?? '')
    await requestJson('calls/begin-anew', { method: 'POST', body: { made } })
    beginSession(client, await enterCompany(made))
    goTo('/start')
  }
  return (
    <Dialog open title={t('trial.decide')} onClose={onClose}>
      <p>{t('trial.keepNote')}</p>
      <p>
        <Button look="primary" busy={busy} onClick={() => void doing(keep)}>
          {t('trial.keep')}
        </Button>
      </p>
      <p>{t('trial.anewNote')}</p>
      <p>
        <Button busy={busy} onClick={() => void doing(anew)}>
          {t('trial.anew')}
        </Button>
      </p>
    </Dialog>
  )
}

/** Says that this is practice, or how long the trial goes on and whom to ask; nothing in a company in earnest. */
export function UseBanner(): React.JSX.Element | null {
  const [deciding, setDeciding] = useState(false)
  const { data } = useQuery({
    queryKey: ['company-use'],
    queryFn: ({ signal }) => requestJson<Use>('calls/company-use', { signal }),
    staleTime: 600_000,
  })
  if (data === undefined || data.use === 'live') return null
  const adviser = data.adviser === '' ? '' : t('trial.adviser', { name: data.adviser, phone: data.phone })
  const left = data.daysLeft ?? 0
  const words =
    data.use === 'practice'
      ? t('practice.here')
      : data.use === 'ended'
        ? t('trial.replaced')
        : left > 0
          ? t('trial.left', { days: left })
          : t('trial.over')
  return (
    <div className="preview-banner" role="status">
      <span>{[words, adviser].filter((part) => part !== '').join('　')}</span>
      {data.use === 'practice' ? (
        <Button size="small" onClick={() => goTo('/practice')}>
          {t('practice.lessons')}
        </Button>
      ) : null}
      {data.use === 'trial' && data.mayDecide ? (
        <Button size="small" onClick={() => setDeciding(true)}>
          {t('trial.decide')}
        </Button>
      ) : null}
      {deciding ? <Decide onClose={() => setDeciding(false)} /> : null}
    </div>
  )
}
