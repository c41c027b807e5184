import { Button, IconButton } from '../../../ui/control/button.tsx'
import { t } from '../../../ui/language.ts'
import { formatMoment } from '../../../ui/list/format-moment.ts'
import { Go } from '../../../ui/shell/navigation.tsx'
import { useSession } from '../session/session.ts'
import { useTalkDeeds, type Task } from './talk-data.ts'
import './talk.css'

function peopleOf(task: Task): string {
  if (!task.isMine) return t('task.to', { name: task.assignee })
  return task.isAsked ? t('task.own') : t('task.from', { name: task.askedBy })
}

function TaskRow({ task, plain }: { task: Task; plain: boolean }): React.JSX.Element {
  const { today } = useSession()
  const { mark, drop } = useTalkDeeds()
  const done = task.doneAt !== null
  const late = !done && task.dueOn !== null && task.dueOn < today
  return (
    <li className={done ? 'talk-task is-done' : 'talk-task'}>
      <div className="talk-task-what">
        <span>{task.title}</span>
        <small className="faint">
          {peopleOf(task)}
          {task.dueOn === null ? null : (
            <span className={late ? 'is-negative' : undefined}>
              {t(late ? 'task.late' : 'task.due', { day: task.dueOn })}
            </span>
          )}
          {task.subject === null || plain ? null : (
            <Go to={`/doc/${task.subject.address}/${task.subject.id}`}>{task.subject.label}</Go>
          )}
          {done ? (
            <span>{t('task.doneBy', { name: task.doneBy ?? '', at: formatMoment(task.doneAt ?? '') })}</span>
          ) : null}
        </small>
      </div>
      {task.isAsked ? (
        <IconButton
          icon="trash"
          size={14}
          label={t('task.drop', { title: task.title })}
          onClick={() => void drop(task.id)}
        />
      ) : null}
      <Button size="small" icon={done ? 'undo' : 'check'} onClick={() => void mark(task.id, !done)}>
        {t(done ? 'task.reopen' : 'task.markDone')}
      </Button>
    </li>
  )
}

/** Tasks one below the other, each with its one step. On the page of its record (`plain`) a task does not name it. */
export function TaskRows({ tasks, plain = false }: { tasks: readonly Task[]; plain?: boolean }): React.JSX.Element {
  return (
    <ul className="talk-tasks">
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} plain={plain} />
      ))}
    </ul>
  )
}
