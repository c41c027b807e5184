import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'

const figures = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '0', '.'] as const

export type CountKeypadProps = {
  typed: string
  disabled: boolean
  onKey: (key: string) => void
  onUndo: () => void
  onAdd: () => void
  onSet: () => void
}

/** Big keys for one thumb: figures, and what is done with them. */
export function CountKeypad({ typed, disabled, onKey, onUndo, onAdd, onSet }: CountKeypadProps): React.JSX.Element {
  return (
    <div className="count-keys" role="group" aria-label={t('count.keys')}>
      <div className="count-figures">
        {figures.map((figure) => (
          <button key={figure} type="button" onClick={() => onKey(figure)}>
            {figure}
          </button>
        ))}
        <button type="button" aria-label={t('count.back')} onClick={() => onKey('back')}>
          <Icon name="arrowLeft" size={20} />
        </button>
      </div>
      <div className="count-doings">
        <button type="button" onClick={onUndo}>
          {t('count.undo')}
        </button>
        <button type="button" className="is-add" disabled={disabled} onClick={onAdd}>
          {t('count.add')}
        </button>
        <button type="button" className="is-set" disabled={disabled || typed === ''} onClick={onSet}>
          {t('count.set')}
        </button>
      </div>
    </div>
  )
}
