import type { Pool } from 'pg'
import { actorOf, callerInCompany } from '../access/caller.ts'
import { systemActor } from '../access/system-actor.ts'
import { audit } from '../audit/audit.ts'
import type { Id } from '../../base/id.ts'
import type { TransactionOptions } from '../database/transaction.ts'
import { Problem } from '../definition/problem.ts'
import type { Actor, Elsewhere, Work } from '../posting/work.ts'

interface There {
  readonly company: Id<'company'>
  readonly actor: Actor
}

type Run = <T>(
  there: There,
  step: (work: Work) => Promise<T>,
  options: Pick<TransactionOptions, 'readOnly' | 'isolation'>,
) => Promise<T>

const refuse = (zh: string, en: string) => new Problem('forbidden', { zh, en })

/** Who acts in the other company: the same person, with what they may do there. */
export const actorThere = async (pool: Pool, actor: Actor, company: string): Promise<Actor | undefined> => {
  if (actor === systemActor) return systemActor
  if (actor.staysHere === true) return undefined
  const caller = await callerInCompany(pool, actor.id, company)
  return caller?.company === company && caller.companies.some((one) => one.id === company) ? actorOf(caller) : undefined
}

const nameOf = async (work: Pick<Work, 'tx'>, company: string): Promise<string> => {
  const rows = await work.tx.rows<{ name: string }>(`select name from company_directory where company_id = $1`, [
    company,
  ])
  return rows[0]?.name ?? company
}

/** Refuses who lacks a right, naming the company, so that one knows where to ask for it. */
export const demandRights = (actor: Actor | undefined, { rights }: Elsewhere, name: string): Actor => {
  if (actor === undefined) throw refuse(`您不是“${name}”的用户`, `You are not a user of ${name}`)
  const lacking = rights.filter((right) => !actor.may(right))
  if (lacking.length > 0)
    throw refuse(
      `您在“${name}”没有权限：${lacking.join('、')}`,
      `You may not do this in ${name}: ${lacking.join(', ')}`,
    )
  return actor
}

/** Opens the door to other companies for one unit of work (`Work.elsewhere`). */
export const elsewhereOf =
  (pool: Pool, here: There, run: Run): Work['elsewhere'] =>
  async (question, step) => {
    const found = await actorThere(pool, here.actor, question.company)
    const closed: Work['elsewhere'] = () =>
      Promise.reject(new Error('a unit of work in another company leads to no third one'))
    const inside =
      <T>(what: (work: Work) => Promise<T>) =>
      (work: Work) =>
        what({ ...work, elsewhere: closed })
    const actor = await run(
      { company: question.company, actor: found ?? here.actor },
      async (work) => {
        const allowed = demandRights(found, question, await nameOf(work, question.company))
        const from = await nameOf(work, here.company)
        const label = `${from}：${question.purpose}`
        audit(work, { action: 'elsewhere', type: 'company', record: question.company, label })
        return allowed
      },
      {},
    )
    const there = { company: question.company, actor }
    return run(there, inside(step), question.writes === true ? {} : { readOnly: true, isolation: 'repeatable read' })
  }
