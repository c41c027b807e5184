import { BrandMark, Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import { t } from '../language.ts'
import { Go } from './navigation.tsx'

export type Area = {
  key: string
  label: string
  icon: IconName
  path: string
  /** Work waiting for this user. */
  count?: number
  /** A line above: areas come in groups. */
  divided?: boolean
}

export type SidebarProps = {
  areas: readonly Area[]
  active: string
  folded: boolean
  onFold: (folded: boolean) => void
  product: string
}

export function Sidebar({ areas, active, folded, onFold, product }: SidebarProps): React.JSX.Element {
  return (
    <nav className="sidebar" aria-label={t('shell.areas')}>
      <Go to="/" className="brand" aria-label={product}>
        <BrandMark />
        <span className="sidebar-word">{product}</span>
      </Go>
      <ul className="area-list">
        {areas.map((area) => (
          <li key={area.key} className={area.divided ? 'is-divided' : undefined}>
            <Go
              to={area.path}
              className="area"
              aria-current={area.key === active ? 'page' : undefined}
              title={folded ? area.label : undefined}
            >
              <Icon name={area.icon} />
              <span className="sidebar-word">{area.label}</span>
              {area.count ? <span className="area-count">{area.count}</span> : null}
            </Go>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="sidebar-fold"
        aria-expanded={!folded}
        aria-label={folded ? t('shell.unfold') : t('shell.fold')}
        onClick={() => onFold(!folded)}
      >
        <Icon name={folded ? 'unfold' : 'fold'} />
        <span className="sidebar-word">{t('shell.fold')}</span>
      </button>
    </nav>
  )
}
