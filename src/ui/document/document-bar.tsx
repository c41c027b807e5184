import { Button, IconButton, SplitButton } from '../control/button.tsx'
import { Menu } from '../control/menu.tsx'
import type { IconName } from '../icons/paths.ts'
import { t } from '../language.ts'
import { useNarrow } from '../shell/use-narrow.ts'
import { StateMark, type DocumentState } from '../state/state-mark.tsx'

export type DocumentAction = {
  key: string
  label: string
  /** One primary a page; outlined for the other main steps; tools are text; the rest goes into the menu. */
  place: 'primary' | 'main' | 'tool' | 'more'
  icon?: IconName
  keys?: string
  danger?: boolean
  disabled?: boolean
  busy?: boolean
  divided?: boolean
  onSelect: () => void
  /** Variants of the step, under an arrow of its button. */
  variants?: readonly { key: string; label: string; onSelect: () => void }[]
}

export type DocumentBarProps = {
  title: string
  number?: string
  state?: { state: DocumentState; label: string }
  /** Soft tags for kinds, such as 业务生成. */
  tags?: React.ReactNode
  /** 已自动保存 10:46 */
  note?: string
  onPrevious?: () => void
  onNext?: () => void
  actions: readonly DocumentAction[]
  /** A control of the page before the tools, such as 账格 / 金额. */
  children?: React.ReactNode
}

function ActionButton({ action }: { action: DocumentAction }): React.JSX.Element {
  const look = action.place === 'primary' ? 'primary' : action.place === 'main' ? 'outlined' : 'text'
  const button = (
    <Button
      look={look}
      icon={action.icon}
      danger={action.danger}
      disabled={action.disabled}
      busy={action.busy}
      title={action.keys}
      onClick={action.onSelect}
    >
      {action.label}
    </Button>
  )
  if (action.variants === undefined || action.variants.length === 0) return button
  return (
    <SplitButton>
      {button}
      <Menu items={action.variants} align="end">
        {(trigger) => (
          <Button
            look={look}
            icon="chevronDown"
            disabled={action.disabled}
            aria-label={t('document.variants', { label: action.label })}
            {...trigger}
          />
        )}
      </Menu>
    </SplitButton>
  )
}

/** What the document is, how it stands, and what can be done next. */
export function DocumentBar(props: DocumentBarProps): React.JSX.Element {
  const { title, number, state, tags, note, onPrevious, onNext, actions, children } = props
  const phone = useNarrow(768)
  const at = (place: DocumentAction['place']): readonly DocumentAction[] =>
    actions.filter((action) => action.place === place)
  // A thumb has room for two steps; the others go into the menu.
  const main = phone ? at('main').slice(0, 1) : at('main')
  const more = phone ? [...at('main').slice(1), ...at('tool'), ...at('more')] : at('more')
  return (
    <header className="document-bar">
      <h1>{title}</h1>
      {number ? <span className="muted document-number">{number}</span> : null}
      {state ? <StateMark {...state} /> : null}
      {tags}
      {note ? <span className="faint small clip">{note}</span> : null}
      {onPrevious || onNext ? (
        <span className="document-turn">
          <IconButton
            icon="chevronLeft"
            size={14}
            label={t('document.previous')}
            disabled={!onPrevious}
            onClick={onPrevious}
          />
          <IconButton icon="chevronRight" size={14} label={t('document.next')} disabled={!onNext} onClick={onNext} />
        </span>
      ) : null}
      <div className="document-actions">
        {children}
        <span className="document-tools">
          {at('tool').map((action) => (
            <ActionButton key={action.key} action={action} />
          ))}
        </span>
        {more.length > 0 ? (
          <Menu items={more} align="end" label={t('more')}>
            {(trigger) => <IconButton icon="more" label={t('more')} {...trigger} />}
          </Menu>
        ) : null}
        <span className="rule-v" />
        {[...main, ...at('primary')].map((action) => (
          <ActionButton key={action.key} action={action} />
        ))}
      </div>
    </header>
  )
}
