import './state.css'

export type DocumentState =
  | 'draft'
  | 'submitted'
  | 'posted'
  | 'partial'
  | 'done'
  | 'closed'
  | 'void'
  | 'reversed'
  | 'rejected'

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.3" />
const stroke = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** The shape carries the meaning; colour only supports it. */
const glyphs: Readonly<Record<DocumentState, React.ReactNode>> = {
  draft: <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2 1.73" />,
  submitted: (
    <>
      {ring}
      <path d="M6 3.400V6l1.8 1.1" {...stroke} strokeWidth="1.3" />
    </>
  ),
  posted: (
    <>
      <circle cx="6" cy="6" r="5.4" fill="currentColor" />
      <path d="M3.7 6.200l1.6 1.6 3-3.4" {...stroke} stroke="var(--surface)" strokeWidth="1.4" />
    </>
  ),
  partial: (
    <>
      {ring}
      <path d="M6 3a3 3 0 0 1 0 6z" fill="currentColor" />
    </>
  ),
  done: <path d="M2.2 6.400l2.6 2.6 5-5.8" {...stroke} strokeWidth="1.6" />,
  closed: (
    <>
      {ring}
      <path d="M3.8 6h4.4" {...stroke} strokeWidth="1.3" />
    </>
  ),
  void: (
    <>
      {ring}
      <path d="M4.3 4.300l3.4 3.400M7.7 4.3 4.3 7.7" {...stroke} strokeWidth="1.3" />
    </>
  ),
  reversed: <path d="M3 3.200h4.200a2.6 2.6 0 0 1 0 5.200H3.400M4.9 1.4 3 3.2 4.9 5" {...stroke} strokeWidth="1.4" />,
  rejected: (
    <>
      <circle cx="6" cy="6" r="5.4" fill="currentColor" />
      <path d="M4.2 4.200l3.6 3.600M7.8 4.2 4.2 7.8" {...stroke} stroke="var(--surface)" strokeWidth="1.3" />
    </>
  ),
}

export type StateMarkProps = {
  state: DocumentState
  /** The word, in the reader's language: 已审核, 部分出库. */
  label: string
}

export function StateMark({ state, label }: StateMarkProps): React.JSX.Element {
  return (
    <span className={`state state-${state}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {glyphs[state]}
      </svg>
      {label}
    </span>
  )
}

export type StampProps = { word: string; by?: string; on?: string; tone?: 'cinnabar' | 'grey' }

/** The seal of a state, in a double frame. It takes no clicks and lies over nothing. */
export function Stamp({ word, by, on, tone = 'cinnabar' }: StampProps): React.JSX.Element {
  const second = [by, on].filter(Boolean).join(' ')
  return (
    <div className={tone === 'grey' ? 'stamp stamp-grey' : 'stamp'}>
      <div>
        <b>{word}</b>
        {second === '' ? null : <small>{second}</small>}
      </div>
    </div>
  )
}
