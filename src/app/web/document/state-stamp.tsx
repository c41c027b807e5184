import { t } from '../../../ui/language.ts'
import { Stamp } from '../../../ui/state/state-mark.tsx'
import type { DocumentAnswer } from './document-answer.ts'

/** The seal of what became of a document; drafts have none. */
export function StateStamp({ answer }: { answer: DocumentAnswer | null }): React.JSX.Element | null {
  if (answer === null) return null
  const day = answer.postedAt?.slice(0, 10)
  if (answer.derived.reversedBy !== null || answer.derived.status === 'reversed')
    return <Stamp word={t('state.reversed')} by={answer.postedBy ?? undefined} on={day} />
  if (answer.state === 'posted') return <Stamp word={t('state.posted')} by={answer.postedBy ?? undefined} on={day} />
  if (answer.state === 'closed')
    return <Stamp word={t('state.closed')} by={answer.postedBy ?? undefined} on={day} tone="grey" />
  if (answer.state === 'void') return <Stamp word={t('state.void')} tone="grey" />
  return null
}
