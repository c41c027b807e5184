import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { IconButton } from '../../../ui/control/button.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { Menu } from '../../../ui/control/menu.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { t } from '../../../ui/language.ts'
import { useSession } from '../session/session.ts'
import '../settings/settings.css'

type Doing = 'delegate' | 'before' | 'after' | 'return'
type HandOverProps = { address: string; document: string; number: string }

const doings: readonly Doing[] = ['delegate', 'before', 'after', 'return']

/** What an approver may do beside deciding: hand it on, ask one more first or next, or ask the step before again. */
export function HandOverMenu({ address, document, number }: HandOverProps): React.JSX.Element {
  const session = useSession()
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [user, setUser] = useState('')
  const [words, setWords] = useState('')
  const [busy, setBusy] = useState(false)
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) =>
      requestJson<{ people: readonly { id: string; name: string }[] }>('delegations', { signal }),
    enabled: doing !== null,
  })
  const close = (): void => {
    setDoing(null)
    setUser('')
    setWords('')
  }
  const send = async (): Promise<void> => {
    if (doing === null) return
    setBusy(true)
    const path = doing === 'before' || doing === 'after' ? 'countersign' : doing
    try {
      await requestJson(`${address}/${document}/approval/${path}`, {
        method: 'POST',
        body: doing === 'return' ? { reason: words } : { user, note: words, when: doing },
      })
      showToast('done', t('document.done', { number, action: t(`handOver.${doing}`) }))
      close()
    } catch (error) {
      const first = error instanceof ApiProblem ? error.errors[0]?.message : undefined
      showToast('error', first ?? (error instanceof Error ? error.message : String(error)))
    } finally {
      setBusy(false)
      await client.invalidateQueries()
    }
  }
  return (
    <>
      <Menu
        label={t('handOver.title')}
        align="end"
        items={doings.map((key) => ({ key, label: t(`handOver.${key}`), onSelect: () => setDoing(key) }))}
      >
        {(trigger) => <IconButton icon="more" label={t('handOver.title')} {...trigger} />}
      </Menu>
      <Confirm
        open={doing !== null}
        title={`${doing === null ? '' : t(`handOver.${doing}`)} ${number}`}
        confirmLabel={t('handOver.confirm')}
        busy={busy}
        onClose={close}
        onConfirm={() => void send()}
        text={
          <span className="settings-form hand-over">
            {doing === 'return' ? null : (
              <label>
                <span>{t('handOver.who')}</span>
                <span className="input-box">
                  <select value={user} onChange={(event) => setUser(event.target.value)}>
                    <option value="">{t('delegation.choose')}</option>
                    {data?.people
                      .filter((one) => one.id !== session.user.id)
                      .map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.name}
                        </option>
                      ))}
                  </select>
                </span>
              </label>
            )}
            <label>
              <span>{t('handOver.words')}</span>
              <span className="input-box">
                <input value={words} onChange={(event) => setWords(event.target.value)} />
              </span>
            </label>
          </span>
        }
      />
    </>
  )
}
