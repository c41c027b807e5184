import { isCalendarDate } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import { kebab } from '../definition/define.ts'
import { fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { JsonObject } from '../documents/draft.ts'
import { notify, withdrawNotices } from '../notices/notify.ts'
import type { Work } from '../posting/work.ts'
import type { Called, Subject } from './remarks.ts'

interface TaskRow {
  readonly id: string
  readonly title: string
  readonly dueOn: CalendarDate | null
  readonly assignee: string
  readonly askedBy: string
  readonly subjectType: string | null
  readonly subjectId: string | null
  readonly subjectLabel: string | null
  readonly at: Date
  readonly doneAt: Date | null
  readonly doneBy: string | null
  readonly isMine: boolean
  readonly isAsked: boolean
}

const viewOf = ({ subjectType, subjectId, subjectLabel, ...task }: TaskRow) => ({
  ...task,
  subject:
    subjectType === null || subjectId === null
      ? null
      : { type: subjectType, address: kebab(subjectType), id: subjectId, label: subjectLabel ?? '' },
})

const whose = {
  mine: 'assignee_id = $2',
  asked: 'asked_by_id = $2 and assignee_id <> $2',
  all: '$2 in (assignee_id, asked_by_id)',
} as const

export interface TaskQuestion {
  readonly scope: keyof typeof whose
  readonly done: boolean
  /** Only those about this record. */
  readonly record?: string | undefined
}

/** Tasks that whoever acts has (`mine`) or asked of others (`asked`): the open ones by day, or the done ones, the newest first. */
export const listTasks = async (work: Work, { scope, done, record }: TaskQuestion) => {
  const rows = await work.tx.rows<TaskRow>(
    `select id, title, due_on as "dueOn", assignee, asked_by as "askedBy", subject_type as "subjectType",
       subject_id as "subjectId", subject_label as "subjectLabel", at, done_at as "doneAt", done_by as "doneBy",
       assignee_id = $2 as "isMine", asked_by_id = $2 as "isAsked"
     from task where company_id = $1 and ${whose[scope]} and (done_at is not null) = $3
       and ($4::text is null or subject_id::text = $4)
     order by ${done ? 'done_at desc' : 'due_on nulls last, id'} limit 200`,
    [work.company, work.actor.id, done, record ?? null],
  )
  return rows.map(viewOf)
}

const isTitle = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= 200 &&
  value.isWellFormed() &&
  !value.includes('\u0000')

const isDay = (value: unknown): value is CalendarDate => typeof value === 'string' && isCalendarDate(value)

/** Who of the company is meant by an id or the name they sign in by; oneself where nobody is named. */
export const personIn = <Person extends { readonly id: string; readonly username: string }>(
  people: readonly Person[],
  named: unknown,
  self: string,
): Person | undefined => people.find((one) => one.id === (named ?? self) || one.username === named)

/** Asks someone (oneself too) to do something; they are told. */
export const addTask = (
  work: Work,
  input: JsonObject,
  person: Called | undefined,
  subject: Subject | undefined,
): string => {
  const { title, dueOn = null } = input
  const problems: FieldProblem[] = []
  if (!isTitle(title))
    problems.push(fieldProblem('title', '请填写要做的事，200 字以内', 'must say what is to do, in 200 letters'))
  if (person === undefined)
    problems.push(fieldProblem('assignee', '没有这个用户，请从同事中选择', 'there is no such user; choose a colleague'))
  if (dueOn !== null && !isDay(dueOn))
    problems.push(fieldProblem('dueOn', '日期应写作 2026-01-15', 'must be a date like 2026-01-15'))
  if (!isTitle(title) || person === undefined || problems.length > 0)
    throw invalid('待办未保存', 'The task was not kept', problems)
  const id = newId<'task'>()
  work.tx.send(
    `insert into task (company_id, id, title, due_on, assignee_id, assignee, asked_by_id, asked_by, subject_type, subject_id,
       subject_label, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      work.company,
      id,
      title.trim(),
      dueOn,
      person.id,
      person.name,
      work.actor.id,
      work.actor.name,
      subject?.type,
      subject?.id,
      subject?.label,
      work.clock.now(),
    ],
  )
  if (person.id !== work.actor.id) {
    notify(work, {
      to: { user: person.id },
      key: `task/${id}`,
      ...(subject === undefined ? {} : { subject: { type: subject.type, id: subject.id } }),
      text: { zh: `${work.actor.name} 请您：${title.trim()}`, en: `${work.actor.name} asks you: ${title.trim()}` },
    })
  }
  return id
}

interface Marked {
  readonly title: string
  readonly asked_by_id: string
  readonly subject_type: string | null
  readonly subject_id: string | null
}

/** Marks a task done or open again, by who has it or asked for it. Who asked is told of what another did. */
export const markTask = async (work: Work, id: string, done: boolean): Promise<void> => {
  const rows = await work.tx.rows<Marked>(
    `update task set done_at = $4, done_by = $5 where company_id = $1 and id::text = $2 and $3 in (assignee_id, asked_by_id)
       and (done_at is null) = $6 returning title, asked_by_id, subject_type, subject_id`,
    [work.company, id, work.actor.id, done ? work.clock.now() : null, done ? work.actor.name : null, done],
  )
  const [task] = rows
  if (task === undefined) {
    const known = await work.tx.rows(
      `select 1 from task where company_id = $1 and id::text = $2 and $3 in (assignee_id, asked_by_id)`,
      [work.company, id, work.actor.id],
    )
    // Pressed twice, it is what it was to become.
    if (known.length > 0) return
    throw notFound('没有这个待办，或与您无关', 'There is no such task of yours')
  }
  if (!done) return
  withdrawNotices(work, `task/${id}`)
  withdrawNotices(work, `taskDue/${id}`)
  if (task.asked_by_id === work.actor.id) return
  notify(work, {
    to: { user: task.asked_by_id },
    key: `taskDone/${id}/${work.clock.now().getTime()}`,
    ...(task.subject_type === null || task.subject_id === null
      ? {}
      : { subject: { type: task.subject_type, id: task.subject_id } }),
    text: { zh: `${work.actor.name} 已完成：${task.title}`, en: `${work.actor.name} has done: ${task.title}` },
  })
}

/** Takes a task back, by who asked for it. */
export const dropTask = async (work: Work, id: string): Promise<void> => {
  const { rowCount } = await work.tx.query(
    `delete from task where company_id = $1 and id::text = $2 and asked_by_id = $3`,
    [work.company, id, work.actor.id],
  )
  if (rowCount === 0) throw notFound('没有这个待办，或不是您交办的', 'There is no such task that you asked for')
  withdrawNotices(work, `task/${id}`)
  withdrawNotices(work, `taskDue/${id}`)
}

/** Reminds of tasks on their day, each once. Answers how many there were. */
export const remindOfTasks = async (work: Work, today: CalendarDate): Promise<number> => {
  const due = await work.tx.rows<{
    id: string
    title: string
    assignee_id: string
    subject_type: string | null
    subject_id: string | null
  }>(
    `update task set reminded_at = $3 where company_id = $1 and done_at is null and reminded_at is null and due_on <= $2
     returning id, title, assignee_id, subject_type, subject_id`,
    [work.company, today, work.clock.now()],
  )
  for (const task of due) {
    notify(work, {
      to: { user: task.assignee_id },
      key: `taskDue/${task.id}`,
      ...(task.subject_type === null || task.subject_id === null
        ? {}
        : { subject: { type: task.subject_type, id: task.subject_id } }),
      text: { zh: `待办今天到期：${task.title}`, en: `Due today: ${task.title}` },
    })
  }
  return due.length
}
