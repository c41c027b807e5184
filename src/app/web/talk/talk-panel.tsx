import { useState } from 'react'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { Drawer } from '../../../ui/control/dialog.tsx'
import { RailSection } from '../../../ui/document/rail.tsx'
import { Icon } from '../../../ui/icons/icon.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { useNarrow } from '../../../ui/shell/use-narrow.ts'
import { piecesOf } from './call-people.ts'
import { RemarkEntry } from './remark-entry.tsx'
import { useRemarks, useTalkDeeds, useTasks, type Person, type Remark } from './talk-data.ts'
import { TaskDialog } from './task-dialog.tsx'
import { TaskRows } from './task-rows.tsx'
import './talk.css'

/** The words of a remark, with those it calls set off. */
function RemarkText({ text, people }: { text: string; people: readonly Person[] }): React.JSX.Element {
  return (
    <p className="remark-text">
      {piecesOf(text, people).map((piece) => (
        <span key={piece.at}>
          {piece.called === '' ? null : <b>{piece.called}</b>}
          {piece.rest}
        </span>
      ))}
    </p>
  )
}

function OneRemark(props: { remark: Remark; people: readonly Person[]; onTakeBack: () => void }): React.JSX.Element {
  const { remark, people, onTakeBack } = props
  return (
    <li className="remark">
      <div className="remark-head">
        <b>{remark.author}</b>
        <time className="faint small" dateTime={remark.at}>
          {formatMoment(remark.at)}
        </time>
        {remark.own && !remark.withdrawn ? (
          <IconButton icon="undo" size={14} label={t('talk.takeBack')} onClick={onTakeBack} />
        ) : null}
      </div>
      {remark.withdrawn ? (
        <p className="faint">{t('talk.takenBack')}</p>
      ) : (
        <RemarkText text={remark.text} people={people} />
      )}
    </li>
  )
}

export type TalkProps = { readonly address: string; readonly id: string }

/** 评论与待办: what is said and asked about a record, and where one says it. */
export function TalkPanel({ address, id }: TalkProps): React.JSX.Element {
  const remarks = useRemarks(address, id)
  const tasks = useTasks('all', false, id).data?.rows ?? []
  const { say, takeBack } = useTalkDeeds()
  const [asking, setAsking] = useState(false)
  const { rows = [], people = [] } = remarks.data ?? {}
  return (
    <div className="talk">
      {tasks.length === 0 ? null : <TaskRows tasks={tasks} plain />}
      {rows.length === 0 ? <p className="faint small">{t('talk.none')}</p> : null}
      <ul className="remarks">
        {rows.map((remark) => (
          <OneRemark
            key={remark.id}
            remark={remark}
            people={people}
            onTakeBack={() => void takeBack(address, id, remark.id)}
          />
        ))}
      </ul>
      <RemarkEntry people={people} onSay={(text, key) => say(address, id, text, key)} />
      <Button look="text" size="small" icon="plus" onClick={() => setAsking(true)}>
        {t('task.new')}
      </Button>
      {asking ? <TaskDialog subject={{ address, id }} onClose={() => setAsking(false)} /> : null}
    </div>
  )
}

/** The talk beside a record. */
export function TalkSection({ address, id }: TalkProps): React.JSX.Element {
  const count = useRemarks(address, id).data?.rows.length ?? 0
  return (
    <RailSection title={t('talk.title')} aside={count === 0 ? undefined : String(count)}>
      <TalkPanel address={address} id={id} />
    </RailSection>
  )
}

/** One line with the last word, which opens all of it: where something was said, and wherever the rail is folded away. */
export function TalkLine({ address, id }: TalkProps): React.JSX.Element | null {
  const narrow = useNarrow(1200)
  const rows = useRemarks(address, id).data?.rows ?? []
  const tasks = useTasks('all', false, id).data?.rows ?? []
  const [open, setOpen] = useState(false)
  const last = rows.findLast((one) => !one.withdrawn)
  const count = rows.length + tasks.length
  if (!narrow && count === 0) return null
  return (
    <>
      <button type="button" className="talk-line" onClick={() => setOpen(true)}>
        <Icon name="message" size={14} />
        <span>{count === 0 ? t('talk.title') : t('talk.count', { count })}</span>
        {last === undefined ? null : <span className="faint clip grow">{`${last.author}：${last.text}`}</span>}
        <Icon name="chevronRight" size={14} />
      </button>
      <Drawer open={open} title={t('talk.title')} onClose={() => setOpen(false)} width={360}>
        <div className="drawer-note">
          <TalkPanel address={address} id={id} />
        </div>
      </Drawer>
    </>
  )
}
