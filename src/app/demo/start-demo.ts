import type { Pool } from 'pg'
import { systemClock } from '../../base/clock.ts'
import { createPerson } from '../../kernel/access/users.ts'
import { enterCompany, newCompanyId } from '../../kernel/access/companies.ts'
import type { Id } from '../../base/id.ts'
import { inTransaction } from '../../kernel/database/transaction.ts'
import type { OpenContext } from '../../kernel/http/open-context.ts'
import { buildDemo, demoCompany } from './build-demo.ts'
import { castPeople } from './cast-people.ts'
import { talkAboutTrade } from './talking.ts'

/** Everybody of the demo company signs in with it. */
const password = 'demo'

/** The people of the demo company who use the product, by what they do. */
const createUsers = async (context: OpenContext, company: Id<'company'>): Promise<string[]> => {
  const users = castPeople.flatMap((person) => (person.user === undefined ? [] : [{ ...person, ...person.user }]))
  for (const { user, name: username } of users) {
    const name = castPeople.find((person) => person.user === user)?.name ?? username
    const id = await createPerson(context.accounts, { username, name, password })
    await inTransaction(context.pool, {}, (tx) =>
      tx.query(`insert into member (company_id, user_id, role) values ($1, $2, $3)`, [company, id, user?.role]),
    )
  }
  return users.map((one) => one.name)
}

/** Builds the demo company on an empty installation, with its users; the administrator may go everywhere in it. */
export const startDemo = async (
  context: OpenContext,
  owner: Pool,
  administrator: string,
  log: (line: string) => void,
): Promise<void> => {
  const began = performance.now()
  const company = newCompanyId()
  log('demo company: fourteen months of trade are being posted, half a minute or so (SUANPAN_DEMO=0 leaves it out)')
  const [written, users] = await Promise.all([
    buildDemo(context, company, {
      today: systemClock.today(demoCompany.zone),
      log,
      analyze: () => owner.query('analyze'),
      // The trail is chained and vouchers are numbered while the next month is posted.
      monthDone: () => context.followUps.wake(company),
      entered: (work) => enterCompany(work, { id: company, ...demoCompany }, administrator),
    }),
    createUsers(context, company),
  ])
  await talkAboutTrade(context, company, systemClock.today(demoCompany.zone))
  await context.followUps.settle(company)
  await owner.query('analyze')
  const seconds = Math.round((performance.now() - began) / 1000)
  log(`demo company: ${demoCompany.name}, ${written} documents in ${seconds} s`)
  log(`demo company: sign in as ${users.join(', ')} with the password ${password}`)
}
