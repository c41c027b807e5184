import { newId } from '../../base/id.ts'
import type { Problem } from '../definition/problem.ts'
import type { Work } from '../posting/work.ts'

/** Something someone should know of: an invoice to issue, an approval that waits, a run that failed. */
export interface NewNotice {
  /** One person by id or by the name they sign in by, whoever has a role, or whoever has a right in the company at this moment. */
  readonly to:
    | { readonly user: string }
    | { readonly username: string }
    | { readonly role: string }
    | { readonly right: string }
  /** The reason, once a person: a notice under a key that they have already is not given again. `invoiceDue/<id>`. */
  readonly key: string
  /** What it is about; a click leads there. */
  readonly subject?: { readonly type: string; readonly id: string }
  readonly text: Problem['text']
}

/** Which grants cover a right; the other half of {@link rightsOf}, so that the database can find who has it. */
const grantsOf = (right: string): string[] => {
  const parts = right.split('.')
  return ['*', right, `${parts[0]}.*`, `*.${parts.at(-1)}`]
}

const members = `select m.user_id from member m`

/** Who is meant, as a question with its one value. */
const audienceOf = (to: NewNotice['to']): { readonly sql: string; readonly is: string | readonly string[] } => {
  const ofCompany = `m.company_id = $1 and not m.disabled`
  if ('user' in to) return { sql: `${members} where ${ofCompany} and m.user_id = $2`, is: to.user }
  if ('role' in to) return { sql: `${members} where ${ofCompany} and m.role = $2`, is: to.role }
  if ('username' in to) {
    return {
      sql: `${members} join access."user" u on u.id = m.user_id where ${ofCompany} and u.username = $2`,
      is: to.username,
    }
  }
  return {
    sql: `${members} join role r on r.company_id = m.company_id and r.name = m.role where ${ofCompany} and r.rights ?| $2`,
    is: grantsOf(to.right),
  }
}

/** What a notice is about, by its key: `invoiceDue/<id>` is an `invoiceDue`. People choose by it how they are told. */
const kindOf = (key: string): string => key.split('/')[0] ?? key

/**
 * Leaves a notice for people of the company, in the transaction of what it tells of: one statement and no wait, however many
 * have the right. Whoever listens is told after the commit, and it goes out by the channels that each of them chose.
 */
export const notify = (work: Work, notice: NewNotice): void => {
  const { to, key, subject, text } = notice
  const audience = audienceOf(to)
  // Ids are made here, so that they rise with time as all ids do; the database numbers the people.
  work.tx.send(
    `with given as (
       insert into notice (company_id, id, user_id, key, subject_type, subject_id, zh, en, at, read_at)
       select $1, overlay($3::text placing lpad(to_hex(row_number() over (order by user_id)), 6, '0') from 31)::uuid,
         user_id, $4, $5, $6, $7, $8, $9, (select $9::timestamptz from notice_choice c
           where c.company_id = $1 and c.user_id = each.user_id and c.kind = $10 and c.channel = 'muted')
       from (select distinct user_id from (${audience.sql}) as who) as each
       on conflict do nothing returning user_id)
     insert into notice_delivery (company_id, id, user_id, kind, channel, address, text, state, next_at, at)
     select $1, gen_random_uuid(), g.user_id, $10, c.channel, a.address, $7, 'waiting', now(), $9
     from given g join notice_choice c on c.company_id = $1 and c.user_id = g.user_id and c.kind = $10
     join message_channel m on m.company_id = $1 and m.name = c.channel and m.enabled
     left join notice_address a on a.company_id = $1 and a.user_id = g.user_id and a.channel = c.channel`,
    [
      work.company,
      audience.is,
      newId<'notice'>(),
      key,
      subject?.type,
      subject?.id,
      text.zh,
      text.en,
      work.clock.now(),
      kindOf(key),
    ],
  )
}

/** Takes back notices under a key that nobody need read any more: the approval was given, the invoice issued. */
export const withdrawNotices = (work: Work, key: string): void => {
  work.tx.send(`delete from notice where company_id = $1 and key = $2 and read_at is null`, [work.company, key])
}
