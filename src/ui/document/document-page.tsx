import { useState } from 'react'
import { Drawer } from '../control/dialog.tsx'
import { BusyBar } from '../control/progress-bar.tsx'
import { Button } from '../control/button.tsx'
import { t } from '../language.ts'
import { useNarrow } from '../shell/use-narrow.ts'
import './document.css'

export type DocumentPageProps = {
  bar: React.ReactNode
  trace?: React.ReactNode
  /** Who has to approve it, and what they said. */
  approval?: React.ReactNode
  header: React.ReactNode
  /** The grid of lines, or several under tabs. */
  children: React.ReactNode
  foot?: React.ReactNode
  status?: React.ReactNode
  /** What helps to decide: credit, stock, last prices. A drawer on a narrow window. */
  rail?: React.ReactNode
  busy?: boolean
}

/** The layout of a document, the same in every state. */
export function DocumentPage({
  bar,
  trace,
  approval,
  header,
  children,
  foot,
  status,
  rail,
  busy,
}: DocumentPageProps): React.JSX.Element {
  const narrow = useNarrow(1200)
  const [railOpen, setRailOpen] = useState(false)
  return (
    <div className={rail && !narrow ? 'document has-rail' : 'document'}>
      <BusyBar busy={busy === true} />
      {bar}
      <div className="document-body">
        <div className="document-top">
          {trace ?? <span />}
          {rail && narrow ? (
            <Button look="text" size="small" icon="info" onClick={() => setRailOpen(true)}>
              {t('document.rail')}
            </Button>
          ) : null}
        </div>
        {approval}
        {header}
        {children}
        {foot}
        {status}
      </div>
      {rail && !narrow ? <aside className="rail">{rail}</aside> : null}
      {rail && narrow ? (
        <Drawer open={railOpen} title={t('document.rail')} onClose={() => setRailOpen(false)} width={320}>
          <div className="rail">{rail}</div>
        </Drawer>
      ) : null}
    </div>
  )
}
