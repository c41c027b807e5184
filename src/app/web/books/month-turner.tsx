import { IconButton } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import type { Month } from './use-month.ts'

/** Which month, and the ones beside it. */
export function MonthTurner({ month }: { month: Month }): React.JSX.Element {
  return (
    <span className="books-month" role="group" aria-label={t('books.month')}>
      <IconButton icon="chevronLeft" label={t('books.before')} onClick={() => month.turn(-1)} />
      <b className="num">{month.month}</b>
      <IconButton icon="chevronRight" label={t('books.after')} onClick={() => month.turn(1)} />
    </span>
  )
}
