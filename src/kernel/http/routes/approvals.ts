import type { FastifyInstance } from 'fastify'
import { approvalInbox } from '../../approvals/inbox.ts'
import type { InboxScope } from '../../approvals/inbox.ts'
import { fieldsJson } from '../catalogue-json.ts'
import { kebab } from '../../definition/define.ts'
import { queryOf } from '../body.ts'
import { answer } from '../context.ts'
import type { Work } from '../../posting/work.ts'
import type { ServerContext } from '../context.ts'

const scopeOf = (text: string | undefined): InboxScope => (text === 'requested' || text === 'all' ? text : 'mine')

/** Who a rule may name: the company's roles and people. */
const approversOf = async (work: Work) => {
  const [roles, people] = await Promise.all([
    work.tx.rows<{ name: string; label: string }>(`select name, label from role where company_id = $1 order by label`, [
      work.company,
    ]),
    work.tx.rows<{ username: string; name: string }>(
      `select u.username, u.name from access."user" u join member m on m.user_id = u.id and m.company_id = $1
       where u.username is not null order by u.name`,
      [work.company],
    ),
  ])
  return { roles, people }
}

/** What waits for approval, whom rules may name, and what rules may ask of which documents. */
export const approvalRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/approvals/waiting', { config: { right: 'session' } }, async (request) =>
    answer(context, request, async (work) => ({
      rows: await approvalInbox(work, scopeOf(queryOf(request)['scope'])),
    })),
  )
  app.get('/api/approvals/facts', { config: { right: 'approvalRule.read' } }, async (request) =>
    answer(context, request, async (work) => ({
      documents: [...context.installed.approvalFacts.values()].map(({ document, facts }) => ({
        type: document.name,
        address: kebab(document.name),
        label: document.label,
        facts: fieldsJson(facts),
      })),
      ...(await approversOf(work)),
    })),
  )
}
