import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import './control.css'

export type ButtonProps = {
  children?: React.ReactNode
  /** One primary a page; text for tools; outlined for the rest. */
  look?: 'primary' | 'outlined' | 'text'
  danger?: boolean
  size?: 'small' | 'middle' | 'large'
  icon?: IconName
  disabled?: boolean
  busy?: boolean
  pressed?: boolean
  title?: string
  type?: 'button' | 'submit'
  /** Keys shown behind the words, such as Esc. */
  keys?: string
  onClick?: (event: React.MouseEvent<HTMLButtonElement>) => void
  ref?: React.Ref<HTMLButtonElement>
  className?: string
  'aria-label'?: string
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
}

export function Button(props: ButtonProps): React.JSX.Element {
  const {
    children,
    look = 'outlined',
    danger,
    size = 'middle',
    icon,
    busy,
    disabled,
    pressed,
    keys,
    className,
    type = 'button',
    ...rest
  } = props
  const classes = [
    'button',
    `button-${look}`,
    size === 'middle' ? '' : `button-${size}`,
    danger ? 'button-danger' : '',
    pressed ? 'is-pressed' : '',
    className ?? '',
  ]
  return (
    <button
      {...rest}
      type={type}
      className={classes.filter(Boolean).join(' ')}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      aria-pressed={pressed}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
      {keys ? <Keys>{keys}</Keys> : null}
    </button>
  )
}

export type IconButtonProps = {
  icon: IconName
  /** The name, read aloud and shown on hover. */
  label: string
  size?: 14 | 16
  badge?: number
  disabled?: boolean
  onClick?: (event: React.MouseEvent<HTMLButtonElement>) => void
  ref?: React.Ref<HTMLButtonElement>
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
}

export function IconButton({ icon, label, size = 16, badge = 0, ...rest }: IconButtonProps): React.JSX.Element {
  const name = badge > 0 ? `${label} ${badge}` : label
  return (
    <button {...rest} type="button" className="icon-button" aria-label={name} title={label}>
      <Icon name={icon} size={size} />
      {badge > 0 ? <sup className="badge">{badge > 99 ? '99+' : badge}</sup> : null}
    </button>
  )
}

/** A main action with a menu of its variants attached. */
export function SplitButton({ children }: { children: React.ReactNode }): React.JSX.Element {
  return <span className="split-button">{children}</span>
}

export function Keys({ children }: { children: React.ReactNode }): React.JSX.Element {
  return <kbd className="keys">{children}</kbd>
}

export type TagTone = 'neutral' | 'accent' | 'warning' | 'negative' | 'positive'

/** A soft tag for kinds (业务生成, 赠, 逾期); states have glyphs instead. */
export function Tag({ children, tone = 'neutral' }: { children: React.ReactNode; tone?: TagTone }): React.JSX.Element {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
