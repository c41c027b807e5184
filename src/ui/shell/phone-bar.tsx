import { IconButton } from '../control/button.tsx'
import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { t } from '../language.ts'
import { Go } from './navigation.tsx'
import './phone.css'

export type PhoneDestination = { key: string; label: string; icon: IconName; path: string; count?: number }

/** The five places a thumb reaches. */
export function PhoneBar({
  destinations,
  active,
}: {
  destinations: readonly PhoneDestination[]
  active: string
}): React.JSX.Element {
  return (
    <nav className="phone-bar" aria-label={t('shell.areas')}>
      {destinations.map((one) => (
        <Go key={one.key} to={one.path} aria-current={one.key === active ? 'page' : undefined}>
          <Icon name={one.icon} size={20} />
          <span>{one.label}</span>
          {one.count ? <sup className="badge">{one.count}</sup> : null}
        </Go>
      ))}
    </nav>
  )
}

export type PhoneTitleProps = { title: string; onBack?: () => void; onTitle?: () => void; children?: React.ReactNode }

/** The top of a phone page: where one is, the way back, and what the page offers. */
export function PhoneTitle({ title, onBack, onTitle, children }: PhoneTitleProps): React.JSX.Element {
  return (
    <header className={onBack ? 'phone-title has-back' : 'phone-title'}>
      {onBack ? <IconButton icon="chevronLeft" label={t('back')} onClick={onBack} /> : null}
      <h1 className="clip">
        {onTitle ? (
          <button type="button" onClick={onTitle}>
            {title} <Icon name="chevronDown" size={14} />
          </button>
        ) : (
          title
        )}
      </h1>
      <span className="phone-tools">{children}</span>
    </header>
  )
}
