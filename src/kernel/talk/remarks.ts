import { newId } from '../../base/id.ts'
import { fieldProblem, invalid, notFound } from '../definition/problem.ts'
import type { JsonObject } from '../documents/draft.ts'
import { notify } from '../notices/notify.ts'
import type { Work } from '../posting/work.ts'

/** The record that is spoken of. */
export interface Subject {
  /** What it is reached by: `salesOrder`, `customer`. */
  readonly type: string
  readonly id: string
  readonly label: string
}

export interface Remark {
  readonly id: string
  readonly text: string
  readonly author: string
  readonly at: Date
  readonly own: boolean
  readonly withdrawn: boolean
}

const longest = 2000

/** What was said about a record, the oldest first. */
export const listRemarks = (work: Work, record: string): Promise<Remark[]> =>
  work.tx.rows<Remark>(
    `select id, case when withdrawn_at is null then text else '' end as text, author, at, user_id = $3 as own,
       withdrawn_at is not null as withdrawn
     from remark where company_id = $1 and record_id = $2 order by id limit 500`,
    [work.company, record, work.actor.id],
  )

const textIn = (input: JsonObject): string => {
  const { text } = input
  if (typeof text === 'string' && text.isWellFormed() && !text.includes('\u0000')) {
    const said = text.trim()
    if (said !== '' && said.length <= longest) return said
  }
  throw invalid('评论未发出', 'Nothing was said', [
    fieldProblem('text', `请填写评论，${longest} 字以内`, `must be a text of ${longest} letters at most`),
  ])
}

/** Who of the company is called by `@姓名` or `@username` in a text; of names that begin alike the longest. */
export const calledIn = <Person extends { readonly name: string; readonly username: string }>(
  text: string,
  people: readonly Person[],
): Person[] => {
  const names = people
    .flatMap((person) => [person.name, person.username].map((name) => ({ name, person })))
    .toSorted((one, other) => other.name.length - one.name.length)
  const called = text
    .split('@')
    .slice(1)
    .flatMap((rest) => names.find(({ name }) => rest.startsWith(name))?.person ?? [])
  return [...new Set(called)]
}

/** Someone called to a record by `@`. */
export interface Called {
  readonly id: string
  readonly name: string
}

/** Refuses to call people to a record that they may not see: nothing is said then. */
export const refuseUnseeing = (people: readonly Called[], path: string): void => {
  if (people.length === 0) return
  const names = people.map((person) => person.name).join('、')
  throw invalid('未保存', 'Nothing was saved', [
    fieldProblem(
      path,
      `${names} 无权查看这条记录，请改选能看到它的同事`,
      `${names} may not see this record; choose someone who may`,
    ),
  ])
}

/** Says something about a record; whoever is called by `@` is told. */
export const addRemark = (work: Work, subject: Subject, input: JsonObject, called: readonly Called[]): string => {
  const text = textIn(input)
  const id = newId<'remark'>()
  work.tx.send(
    `insert into remark (company_id, id, type, record_id, text, user_id, author, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [work.company, id, subject.type, subject.id, text, work.actor.id, work.actor.name, work.clock.now()],
  )
  for (const person of called.filter((one) => one.id !== work.actor.id)) {
    notify(work, {
      to: { user: person.id },
      key: `mention/${id}`,
      subject: { type: subject.type, id: subject.id },
      text: {
        zh: `${work.actor.name} 在 ${subject.label} 中提到了您`,
        en: `${work.actor.name} mentions you on ${subject.label}`,
      },
    })
  }
  return id
}

/** Takes back what one said oneself. */
export const withdrawRemark = async (work: Work, record: string, remark: string): Promise<void> => {
  const { rowCount } = await work.tx.query(
    `update remark set withdrawn_at = $5, text = '' where company_id = $1 and record_id = $2 and id::text = $3 and user_id = $4
       and withdrawn_at is null`,
    [work.company, record, remark, work.actor.id, work.clock.now()],
  )
  if (rowCount === 0) throw notFound('没有这条评论，或不是您写的', 'There is no such remark of yours')
}
