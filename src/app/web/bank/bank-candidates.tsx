import { Button } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { deedWords, type Candidate, type DeskLine } from './bank-data.ts'

const money = (text: string): string => formatMoneyText(text, false)

/** What a line may be, with why, and the way to say something else. */
export function BankCandidates(props: {
  readonly line: DeskLine
  readonly busy: boolean
  readonly onConfirm: (candidate: Candidate) => void
  readonly onDecide: () => void
}): React.JSX.Element {
  const { line, busy, onConfirm, onDecide } = props
  return (
    <div className="bank-candidates">
      {[line.counterpartyAccount, line.reference].some((text) => text !== '') ? (
        <p className="faint">
          {[line.counterpartyAccount, line.reference, line.time].filter((text) => text !== '').join('　')}
        </p>
      ) : null}
      {line.candidates.length === 0 ? <p className="muted">{t('bank.noCandidate')}</p> : null}
      <ul>
        {line.candidates.slice(0, 5).map((candidate, index) => (
          <li key={`${candidate.reason}/${deedWords(candidate.deed, money)}`}>
            <span>
              {deedWords(candidate.deed, money)}
              <small className="faint">{candidate.reason}</small>
            </span>
            <Button
              size="small"
              look={index === 0 ? 'primary' : 'outlined'}
              disabled={busy}
              onClick={() => onConfirm(candidate)}
            >
              {t('bank.confirm')}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" look="text" disabled={busy} onClick={onDecide}>
        {t('bank.decide')}
      </Button>
    </div>
  )
}
