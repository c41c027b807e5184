import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { Button } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { Confirm } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { Match } from './bank-data.ts'

const ways = { hand: 'bank.wayHand', machine: 'bank.wayMachine', made: 'bank.wayMade' } as const

function MatchRow({ match, onUndo }: { readonly match: Match; readonly onUndo?: () => void }): React.JSX.Element {
  const of = (side: 'bank' | 'book') => match.members.filter((each) => each.side === side)
  return (
    <tr>
      <td>
        {of('bank').map((each) => (
          <div key={`${each.document}${each.amount}${each.date}`}>
            <span className="bank-date">{each.date}</span> {each.words}
          </div>
        ))}
      </td>
      <td className="num">
        {of('bank')
          .map((each) => formatMoneyText(each.amount, false))
          .join(' ')}
      </td>
      <td>
        {of('book').map((each) => (
          <div key={`${each.document}${each.amount}`}>
            <Go to={`/doc/${each.type}/${each.document}`}>{each.number ?? ''}</Go>{' '}
            <span className="faint">{each.date}</span>
          </div>
        ))}
      </td>
      <td>
        {t(ways[match.way])}
        {match.reason === null ? null : <small className="faint">　{match.reason}</small>}
      </td>
      <td className="faint">{match.by}</td>
      <td>
        {onUndo === undefined ? null : (
          <Button size="small" look="text" onClick={onUndo}>
            {t('bank.undo')}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** 已对账: what was matched, the newest first, each to be taken apart again. */
export function BankMatches(props: {
  readonly account: string
  readonly may: boolean
  readonly busy: boolean
  readonly onUndo: (match: string, withDocument: boolean) => Promise<boolean>
}): React.JSX.Element {
  const { account, may, busy, onUndo } = props
  const [asked, setAsked] = useState<Match | null>(null)
  const [withDocument, setWithDocument] = useState(false)
  const found = useQuery({
    queryKey: ['call', 'bank-matches', account],
    queryFn: ({ signal }) =>
      requestJson<{ matches: readonly Match[] }>('calls/bank-matches', {
        query: { cashAccount: account, limit: 200 },
        signal,
      }),
  })
  const matches = found.data?.matches ?? []
  if (found.data !== undefined && matches.length === 0) return <p className="bank-none muted">{t('bank.noMatches')}</p>
  return (
    <div className="bank-matches">
      <table>
        <thead>
          <tr>
            <th>{t('bank.lines')}</th>
            <th className="num">{t('bank.amount')}</th>
            <th>{t('bank.movements')}</th>
            <th colSpan={3} aria-label={t('bank.done')} />
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <MatchRow key={match.id} match={match} onUndo={may ? () => setAsked(match) : undefined} />
          ))}
        </tbody>
      </table>
      <Confirm
        open={asked !== null}
        title={t('bank.undo')}
        confirmLabel={t('bank.undo')}
        busy={busy}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked === null) return
          void onUndo(asked.id, asked.way === 'made' && withDocument).then(() => setAsked(null))
        }}
        text={
          <>
            <p>{t('bank.undoText')}</p>
            {asked?.way === 'made' ? (
              <Checkbox checked={withDocument} label={t('bank.undoDocument')} labelShown onChange={setWithDocument} />
            ) : null}
          </>
        }
      />
    </div>
  )
}
