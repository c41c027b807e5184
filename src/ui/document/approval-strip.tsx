import { Fragment } from 'react'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'

export type ApprovalStep = {
  key: string
  approver: string
  state: 'waiting' | 'approved' | 'rejected' | 'skipped'
  /** Whose turn it is now. */
  isNext: boolean
  by?: string
  at?: string
  note?: string
  reasons: string
}

const icons = { waiting: 'history', approved: 'check', rejected: 'close', skipped: 'minus' } as const

/** The approvals that a document needs or had, in their order: who, why, and what they said. */
export function ApprovalStrip({ steps }: { steps: readonly ApprovalStep[] }): React.JSX.Element | null {
  if (steps.length === 0) return null
  return (
    <ol className="approval-strip" aria-label={t('approval.strip')}>
      {steps.map((step, index) => (
        <Fragment key={step.key}>
          {index > 0 ? (
            <li className="trace-arrow" aria-hidden="true">
              ›
            </li>
          ) : null}
          <li className={`approval-step is-${step.state}${step.isNext ? ' is-next' : ''}`} title={step.reasons}>
            <Icon name={icons[step.state]} size={14} />
            <b>{step.approver}</b>
            <span>{t(`approval.state.${step.state}`)}</span>
            {step.by ? <span className="faint">{[step.by, step.at].filter(Boolean).join(' ')}</span> : null}
            <span className={step.state === 'rejected' ? 'is-negative' : 'faint'}>{step.note ?? step.reasons}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  )
}
