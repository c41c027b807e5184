import { Icon } from '../../../ui/icons/icon.tsx'
import type { IconName } from '../../../ui/icons/paths.ts'
import { t, type Word } from '../../../ui/language.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useSession } from '../session/session.ts'

const doors: readonly {
  readonly to: string
  readonly icon: IconName
  readonly word: Word
  readonly note: Word
  readonly right?: string
}[] = [
  {
    to: '/start',
    icon: 'book',
    word: 'help.door.begin',
    note: 'help.door.beginNote',
    right: 'item.create',
  },
  { to: '/practice', icon: 'pencil', word: 'help.door.practice', note: 'help.door.practiceNote' },
  { to: '/tickets', icon: 'message', word: 'help.door.tickets', note: 'help.door.ticketsNote' },
]

/** Where help leads beside reading: beginning, practice, asking someone. */
export function HelpDoors(): React.JSX.Element {
  const session = useSession()
  return (
    <ul className="help-doors">
      {doors
        .filter((door) => door.right === undefined || session.may(door.right))
        .map((door) => (
          <li key={door.to}>
            <Go to={door.to}>
              <Icon name={door.icon} size={20} />
              <b>{t(door.word)}</b>
              <small className="muted">{t(door.note)}</small>
            </Go>
          </li>
        ))}
    </ul>
  )
}
