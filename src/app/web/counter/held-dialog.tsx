import { useQuery } from '@tanstack/react-query'
import { api } from '../../../ui/api/client.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { focusOnMount } from '../../../ui/control/focus-on-mount.ts'
import { Dialog } from '../../../ui/control/dialog.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { formatMoneyText } from '../../../ui/number/decimal-text.ts'
import { rowText } from '../catalogue/row-text.ts'

export const heldFilter = JSON.stringify([{ field: 'state', op: 'eq', value: 'draft' }])

/** Sales that wait: any till may go on with one. */
export function HeldDialog({
  onResume,
  onClose,
}: {
  onResume: (id: string) => void
  onClose: () => void
}): React.JSX.Element {
  const held = useQuery({
    queryKey: ['list', 'retail-sale', 'held'],
    queryFn: ({ signal }) =>
      api.list<JsonRow>('retail-sale', { filter: heldFilter, limit: 30, sort: '-number' }, signal),
    staleTime: 0,
  })
  const rows = held.data?.rows ?? []
  return (
    <Dialog open title={t('counter.resume')} onClose={onClose} width={460}>
      {held.data !== undefined && rows.length === 0 ? <p className="muted">{t('counter.noneHeld')}</p> : null}
      <ul className="counter-held">
        {rows.map((row, index) => (
          <li key={rowText(row, 'id')}>
            <button
              type="button"
              ref={index === 0 ? focusOnMount : undefined}
              onClick={() => onResume(rowText(row, 'id'))}
            >
              <span>{rowText(row, 'number')}</span>
              <span className="faint grow">
                {formatMoment(rowText(row, 'createdAt')).slice(11)} {rowText(row, 'createdBy')}
              </span>
              <b className="num">{formatMoneyText(rowText(row, 'totalGross'), false)}</b>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
