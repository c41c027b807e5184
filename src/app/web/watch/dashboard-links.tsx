import { Button } from '../../../ui/control/button.tsx'
import { Menu } from '../../../ui/control/menu.tsx'
import { t } from '../../../ui/language.ts'
import { goTo } from '../frame/navigate.ts'
import { useDashboards } from './watch-data.ts'

/** The way from the first page to one's dashboards, and to what is watched and mailed. */
export function DashboardMenu(): React.JSX.Element {
  const boards = useDashboards().data?.rows ?? []
  return (
    <Menu
      align="end"
      label={t('watch.boards')}
      items={[
        ...boards.map((board) => ({
          key: board.id,
          label: board.name,
          onSelect: () => goTo(`/dashboard/${board.id}`),
        })),
        ...(boards.length === 0
          ? [{ key: 'none', label: t('watch.noBoards'), onSelect: () => goTo('/area/reports') }]
          : []),
        { key: 'watch', label: t('watch.page'), divided: true, onSelect: () => goTo('/watch') },
      ]}
    >
      {(trigger) => (
        <Button look="text" icon="columns" {...trigger}>
          {t('watch.boards')}
        </Button>
      )}
    </Menu>
  )
}
