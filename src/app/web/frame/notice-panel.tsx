import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Popover } from '../../../ui/control/popover.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { goTo } from './navigate.ts'
import './notice-panel.css'

type Notice = {
  readonly id: string
  readonly text: string
  readonly subject: { readonly address: string; readonly id: string } | null
  readonly at: string
  readonly readAt: string | null
}
type Notices = { readonly rows: readonly Notice[]; readonly unread: number }

const key = ['notices'] as const

function OneNotice({ notice, onOpen }: { notice: Notice; onOpen: (notice: Notice) => void }): React.JSX.Element {
  return (
    <li>
      <button
        type="button"
        className={notice.readAt === null ? 'notice is-unread' : 'notice'}
        onClick={() => onOpen(notice)}
      >
        <span className="notice-text">{notice.text}</span>
        <time className="notice-time" dateTime={notice.at}>
          {formatMoment(notice.at)}
        </time>
      </button>
    </li>
  )
}

export type NoticeBell = {
  readonly unread: number
  readonly open: (bell: HTMLElement) => void
  /** The messages beside the bell, while they are open. */
  readonly panel: React.JSX.Element
}

/** What the product has to tell this person; the server's events renew it. A click on one reads it and opens its subject. */
export function useNoticeBell(): NoticeBell {
  const client = useQueryClient()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const asked = useQuery({
    queryKey: [...key, currentLanguage()],
    queryFn: ({ signal }) => requestJson<Notices>('notices', { query: { limit: 50 }, signal }),
    staleTime: 60_000,
  })
  const { rows = [], unread = 0 } = asked.data ?? {}
  const close = useCallback(() => setAnchor(null), [])
  const read = (path: string): void => {
    void requestJson(path, { method: 'POST', body: {} }).finally(() => {
      void client.invalidateQueries({ queryKey: key })
    })
  }
  const openOne = (notice: Notice): void => {
    if (notice.readAt === null) read(`notices/${notice.id}/read`)
    if (notice.subject === null) return
    close()
    const { address, id } = notice.subject
    goTo(address === 'alert-rule' ? '/watch' : `/doc/${address}/${id}`)
  }
  const panel = (
    <Popover
      anchor={anchor}
      open={anchor !== null}
      onClose={close}
      align="end"
      role="dialog"
      label={t('shell.messages')}
      className="notices"
    >
      <header className="notices-head">
        <h2>{t('shell.messages')}</h2>
        <Button look="text" size="small" disabled={unread === 0} onClick={() => read('notices/read')}>
          {t('notice.readAll')}
        </Button>
      </header>
      {rows.length === 0 ? <p className="notices-none muted">{t('notice.none')}</p> : null}
      <ul className="notices-list">
        {rows.map((notice) => (
          <OneNotice key={notice.id} notice={notice} onOpen={openOne} />
        ))}
      </ul>
    </Popover>
  )
  return { unread, open: (bell) => setAnchor((was) => (was === null ? bell : null)), panel }
}
