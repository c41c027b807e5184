import { Icon } from '../../../ui/icons/icon.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import type { DesignField } from './design-draft.ts'

/** The title of a field as the form will show it. */
export function titleOf({ said, product, name }: DesignField): string {
  if (currentLanguage() === 'en') return said.english ?? product?.english ?? said.label ?? name
  return said.label ?? product?.label ?? name
}

type FieldCardProps = {
  field: DesignField
  selected: boolean
  fault: string | null
  dragged: boolean
  onSelect: () => void
  onMove: (by: number) => void
  onDragStart: () => void
  onDragEnd: () => void
  onDropBefore: () => void
}

/** A field on the form that is being designed: dragged by pointer, moved by Alt and the arrows. */
export function FieldCard(props: FieldCardProps): React.JSX.Element {
  const { field, selected, fault, dragged, onSelect, onMove, onDragStart, onDragEnd, onDropBefore } = props
  const { said, product } = field
  const off = said.archived === true || said.concealed === true
  const required = product?.required === true || said.mandatory === true
  const classes = ['form-card', selected ? 'is-on' : '', off ? 'is-off' : '', dragged ? 'is-dragged' : '']
  return (
    <>
      {said.section ? <h3 className="field-section">{said.section}</h3> : null}
      <div
        className={`form-cell ${said.wide === true || said.kind === 'longText' ? 'is-wide' : ''}`}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          event.stopPropagation()
          onDropBefore()
        }}
      >
        <button
          type="button"
          className={classes.filter(Boolean).join(' ')}
          aria-pressed={selected}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          draggable
          onClick={onSelect}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', field.name)
            onDragStart()
          }}
          onDragEnd={onDragEnd}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
            event.preventDefault()
            onMove(event.key === 'ArrowUp' ? -1 : 1)
          }}
        >
          <Icon name="drag" size={14} />
          <span className={required ? 'form-card-title is-required' : 'form-card-title'}>{titleOf(field)}</span>
          {said.formula ? <small>ƒ</small> : null}
          {said.archived === true ? <small>{t('forms.archived')}</small> : null}
          {said.concealed === true ? <small>{t('forms.concealed')}</small> : null}
          {(said.hiddenFrom?.length ?? 0) > 0 || said.secrecy ? <Icon name="lock" size={12} /> : null}
          {product === null ? <em>{t('forms.own')}</em> : null}
        </button>
        {fault === null ? null : <p className="form-fault">{fault}</p>}
      </div>
    </>
  )
}
