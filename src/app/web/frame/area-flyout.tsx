import { IconButton } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { AreaMenu } from '../catalogue/areas.ts'
import { goTo } from './navigate.ts'
import './area-flyout.css'

/** What an area holds, beside its name in the sidebar: documents, reports and records in columns. */
export function AreaFlyout({ area }: { area: AreaMenu }): React.JSX.Element {
  return (
    <div className="area-flyout">
      {area.groups.map((group) => (
        <section key={group.key}>
          <h3>{group.title}</h3>
          <ul>
            {group.links.map((link) => (
              <li key={link.key}>
                <Go to={link.path}>{link.label}</Go>
                {link.newPath === undefined ? null : (
                  <IconButton
                    icon="plus"
                    size={14}
                    label={t('record.new', { label: link.label })}
                    onClick={() => goTo(link.newPath ?? link.path)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
