import { Icon } from '../../../ui/icons/icon.tsx'
import type { IconName } from '../../../ui/icons/paths.ts'
import { Popover } from '../../../ui/control/popover.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import type { AreaMenu } from '../catalogue/areas.ts'
import { chapterOf } from './chapter-of.ts'
import { tourOf } from './tours.ts'
import { useHelpHits } from './use-help.ts'
import './help-menu.css'

export type HelpMenuProps = {
  anchor: HTMLElement
  path: string
  areas: readonly AreaMenu[]
  onTour: () => void
  onFeedback: () => void
  onClose: () => void
}

type EntryProps = { icon: IconName; label: string; to?: string; onSelect: () => void }

function Entry({ icon, label, to, onSelect }: EntryProps): React.JSX.Element {
  const inside = (
    <>
      <Icon name={icon} size={14} />
      <span className="clip">{label}</span>
    </>
  )
  return to === undefined ? (
    <button type="button" onClick={onSelect}>
      {inside}
    </button>
  ) : (
    <Go to={to} onClick={onSelect}>
      {inside}
    </Go>
  )
}

/** What help there is for the page in front: its chapter, its tour, and the way to all the rest. */
export function HelpMenu({ anchor, path, areas, onTour, onFeedback, onClose }: HelpMenuProps): React.JSX.Element {
  const chapter = chapterOf(path, areas)
  const page = (useHelpHits('').data ?? []).find((one) => one.name === chapter)
  const title = page === undefined ? '' : currentLanguage() === 'en' && page.english !== '' ? page.english : page.title
  return (
    <Popover
      anchor={anchor}
      open
      onClose={onClose}
      align="end"
      role="dialog"
      label={t('help.title')}
      className="help-menu"
    >
      <Entry icon="book" label={t('help.forPage', { title })} to={`/help/${chapter}`} onSelect={onClose} />
      {tourOf(path) === undefined ? null : (
        <Entry
          icon="eye"
          label={t('help.showAround')}
          onSelect={() => {
            onClose()
            onTour()
          }}
        />
      )}
      <Entry
        icon="message"
        label={t('ticket.feedback')}
        onSelect={() => {
          onClose()
          onFeedback()
        }}
      />
      <Entry icon="list" label={t('help.door.tickets')} to="/tickets" onSelect={onClose} />
      <Entry icon="pencil" label={t('practice.title')} to="/practice" onSelect={onClose} />
      <Entry icon="search" label={t('help.goHome')} to="/help" onSelect={onClose} />
    </Popover>
  )
}
