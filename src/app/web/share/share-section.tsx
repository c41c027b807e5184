import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { showToast } from '../../../ui/control/toast.tsx'
import { RailSection } from '../../../ui/document/rail.tsx'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { useSession } from '../session/session.ts'
import { ShareDialog } from './share-dialog.tsx'
import './share.css'

type LinkRow = {
  readonly id: string
  readonly purpose: string
  readonly createdBy: string
  readonly expiresAt: string
  readonly revokedAt: string | null
  readonly openedAt: string | null
}

export type ShareSectionProps = { address: string; definition: string; id: string | undefined }

const isWorking = (row: LinkRow): boolean => row.revokedAt === null && new Date(row.expiresAt).getTime() > Date.now()

/** Links by which someone outside may open this record: which work, a new one, an end to one. */
export function ShareSection({ address, definition, id }: ShareSectionProps): React.JSX.Element | null {
  const session = useSession()
  const client = useQueryClient()
  const catalogue = useCatalogue()
  const [making, setMaking] = useState(false)
  const purposes = catalogue.publicLinks.filter((link) => link.subject === definition)
  const type = catalogue.types.get(address)
  const mayShare = session.may(`${definition}.share`) || session.may(`${type?.name ?? definition}.share`)
  const path = `${address}/${id ?? ''}/links`
  const key = ['record', address, id, 'links']
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => requestJson<{ readonly rows: readonly LinkRow[] }>(path, { signal }),
    enabled: id !== undefined && purposes.length > 0,
  })
  if (id === undefined || purposes.length === 0) return null
  const renew = (): Promise<void> => client.invalidateQueries({ queryKey: key })
  const revoke = (link: string): void => {
    requestJson(`${path}/${link}`, { method: 'DELETE' }).then(renew, (error: unknown) =>
      showToast('error', error instanceof Error ? error.message : String(error)),
    )
  }
  const working = (data?.rows ?? []).filter(isWorking)
  return (
    <RailSection
      title={t('share.title')}
      aside={
        mayShare ? (
          <Button look="text" size="small" onClick={() => setMaking(true)}>
            {t('share.new')}
          </Button>
        ) : undefined
      }
    >
      {working.length === 0 ? <p className="faint small">{t('share.none')}</p> : null}
      <ul className="share-links">
        {working.map((row) => {
          const purpose = purposes.find((one) => one.name === row.purpose)
          return (
            <li key={row.id}>
              <span className="clip grow">{purpose === undefined ? row.purpose : definitionLabel(purpose)}</span>
              <span className="faint small">
                {t('share.until', { date: formatMoment(row.expiresAt).slice(0, 10) })}
              </span>
              <span className={row.openedAt === null ? 'faint small' : 'small'}>
                {t(row.openedAt === null ? 'share.unopened' : 'share.opened')}
              </span>
              {mayShare ? (
                <Button look="text" size="small" danger onClick={() => revoke(row.id)}>
                  {t('share.revoke')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {making ? (
        <ShareDialog path={path} purposes={purposes} onMade={() => void renew()} onClose={() => setMaking(false)} />
      ) : null}
    </RailSection>
  )
}
