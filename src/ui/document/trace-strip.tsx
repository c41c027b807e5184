import { Fragment } from 'react'
import { t } from '../language.ts'
import { Go } from '../shell/navigation.tsx'

export type TraceLink = {
  key: string
  /** 销售订单 */
  type: string
  number?: string
  path?: string
  /** Of what does not exist yet: 收款单 未收. */
  note?: string
  /** The document on the page itself. */
  here?: boolean
}

export type TraceStripProps = {
  up: readonly TraceLink[]
  down: readonly TraceLink[]
  /** Said at the end, such as what posting will make. */
  note?: string
  upLabel?: string
}

function Links({ links }: { links: readonly TraceLink[] }): React.ReactNode {
  return links.map((link, index) => {
    const words = [link.type, link.number, link.note].filter(Boolean).join(' ')
    return (
      <Fragment key={link.key}>
        {index > 0 ? (
          <span className="trace-arrow" aria-hidden="true">
            ›
          </span>
        ) : null}
        {link.path && !link.here ? (
          <Go to={link.path}>{words}</Go>
        ) : (
          <span className={link.here ? 'trace-here' : undefined}>{words}</span>
        )}
      </Fragment>
    )
  })
}

/** Where the document came from and what became of it. */
export function TraceStrip({ up, down, note, upLabel }: TraceStripProps): React.JSX.Element {
  return (
    <nav className="trace" aria-label={t('document.trace')}>
      {up.length > 0 ? (
        <>
          <span>{upLabel ?? t('document.up')}</span>
          <Links links={up} />
        </>
      ) : null}
      {up.length > 0 && (down.length > 0 || (note && !upLabel)) ? <span className="rule-v trace-rule" /> : null}
      {down.length > 0 ? (
        <>
          <span>{t('document.down')}</span>
          <Links links={down} />
        </>
      ) : null}
      {note ? <span className={down.length > 0 || upLabel ? 'trace-note is-end' : 'trace-note'}>{note}</span> : null}
    </nav>
  )
}
