import { Icon } from '../../../ui/icons/icon.tsx'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { MenuGroup } from '../catalogue/areas.ts'
import '../../../ui/list/list-page.css'
import '../report/report-parameters.css'

/** Lists and reports in columns under their titles. */
export function AreaIndex({ groups }: { groups: readonly MenuGroup[] }): React.JSX.Element {
  return (
    <div className="reports-index">
      {groups.map((group) => (
        <section key={`${group.key}/${group.title}`}>
          <h2>{group.title}</h2>
          <ul>
            {group.links.map((link) => (
              <li key={link.key}>
                <Go to={link.path}>
                  <Icon
                    name={
                      link.path.startsWith('/report/')
                        ? 'chart'
                        : link.path.startsWith('/process/')
                          ? 'settings'
                          : 'list'
                    }
                    size={14}
                  />
                  {link.label}
                </Go>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
