import { IconButton, Keys } from '../control/button.tsx'
import { Menu, type MenuItem } from '../control/menu.tsx'
import { Icon } from '../icons/icon.tsx'
import { chooseLanguage, currentLanguage, languageChoices, t } from '../language.ts'
import { useTheme } from '../theme/use-theme.ts'

export type Company = { id: string; name: string }

export type TopBarProps = {
  company: Company
  companies?: readonly Company[]
  onCompany?: (id: string) => void
  /** 2026年1月 */
  period: string
  periods?: readonly { key: string; label: string }[]
  onPeriod?: (key: string) => void
  approvals?: number
  messages?: number
  onApprovals?: () => void
  /** Opens the messages beside the bell. */
  onMessages?: (bell: HTMLElement) => void
  /** Opens the help beside its mark. */
  onHelp?: (mark: HTMLElement) => void
  onSearch: () => void
  user: { name: string; role?: string }
  userItems?: readonly MenuItem[]
  onSignOut?: () => void
}

function Chosen({
  label,
  items,
  strong,
  icon,
  name,
}: {
  label: string
  items: readonly MenuItem[]
  strong?: boolean
  icon?: 'calendar'
  name: string
}): React.JSX.Element {
  const content = (
    <>
      {icon ? <Icon name={icon} size={14} /> : null}
      <span className={strong ? 'clip medium top-company' : 'clip'}>{label}</span>
      {items.length > 1 ? <Icon name="chevronDown" size={12} /> : null}
    </>
  )
  if (items.length <= 1) return <span className="top-choice">{content}</span>
  return (
    <Menu items={items} align="end" label={name}>
      {(trigger) => (
        <button type="button" className="top-choice" aria-label={`${name} ${label}`} {...trigger}>
          {content}
        </button>
      )}
    </Menu>
  )
}

function languageItems(): MenuItem[] {
  return languageChoices().map(({ value, name }, index) => ({
    key: value,
    label: name,
    checked: value === currentLanguage(),
    divided: index === 0,
    onSelect: () => chooseLanguage(value),
  }))
}

/** The bell, with how many messages are unread; nothing where there are none to open. */
export function Bell({
  count,
  onOpen,
}: {
  count: number | undefined
  onOpen: ((bell: HTMLElement) => void) | undefined
}): React.JSX.Element | null {
  if (onOpen === undefined) return null
  return (
    <IconButton
      icon="bell"
      label={t('shell.messages')}
      badge={count}
      aria-haspopup="dialog"
      onClick={(event) => onOpen(event.currentTarget)}
    />
  )
}

/** The mark that opens the help; nothing where there is none. */
export function HelpMark({ onOpen }: { onOpen: ((mark: HTMLElement) => void) | undefined }): React.JSX.Element | null {
  if (onOpen === undefined) return null
  return (
    <IconButton
      icon="help"
      label={t('shell.help')}
      aria-haspopup="menu"
      onClick={(event) => onOpen(event.currentTarget)}
    />
  )
}

export function TopBar(props: TopBarProps): React.JSX.Element {
  const { company, companies = [], period, periods = [], approvals, messages, user, userItems = [] } = props
  const theme = useTheme()
  const signOut: MenuItem[] = props.onSignOut
    ? [{ key: 'out', label: t('shell.signOut'), icon: 'signOut', divided: true, onSelect: props.onSignOut }]
    : []
  return (
    <header className="topbar">
      <button type="button" className="top-search" onClick={props.onSearch} aria-keyshortcuts="Control+K">
        <Icon name="search" size={14} />
        <span className="clip">{t('shell.search')}</span>
        <Keys>Ctrl K</Keys>
      </button>
      <div className="top-end">
        <Chosen
          name={t('shell.company')}
          label={company.name}
          strong
          items={companies.map((one) => ({
            key: one.id,
            label: one.name,
            checked: one.id === company.id,
            onSelect: () => props.onCompany?.(one.id),
          }))}
        />
        <span className="rule-v" />
        <Chosen
          name={t('shell.period')}
          label={period}
          icon="calendar"
          items={periods.map((one) => ({
            key: one.key,
            label: one.label,
            checked: one.label === period,
            onSelect: () => props.onPeriod?.(one.key),
          }))}
        />
        {props.onApprovals ? (
          <IconButton icon="approvals" label={t('shell.approvals')} badge={approvals} onClick={props.onApprovals} />
        ) : null}
        <Bell count={messages} onOpen={props.onMessages} />
        <HelpMark onOpen={props.onHelp} />
        <IconButton
          icon={theme.mode === 'dark' ? 'sun' : 'moon'}
          label={t(theme.mode === 'dark' ? 'shell.light' : 'shell.dark')}
          onClick={theme.toggle}
        />
        <Menu items={[...userItems, ...languageItems(), ...signOut]} align="end" label={user.name}>
          {(trigger) => (
            <button
              type="button"
              className="avatar"
              aria-label={t('shell.user', { name: user.name })}
              title={user.name}
              {...trigger}
            >
              {user.name.slice(0, 1)}
            </button>
          )}
        </Menu>
      </div>
    </header>
  )
}
