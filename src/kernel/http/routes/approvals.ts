import type { FastifyInstance } from 'fastify'
import { approvalInbox } from '../../approvals/inbox.ts'
import type { InboxScope } from '../../approvals/inbox.ts'
import { fieldsJson } from '../catalogue-json.ts'
import { kebab } from '../../definition/define.ts'
import { queryOf } from '../body.ts'
import { answer } from '../context.ts'
import type { ServerContext } from '../context.ts'

const scopeOf = (text: string | undefined): InboxScope => (text === 'requested' || text === 'all' ? text : 'mine')

/** What waits for approval, and what rules may ask of which documents. */
export const approvalRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/approvals/waiting', { config: { right: 'session' } }, async (request) =>
    answer(context, request, async (work) => ({
      rows: await approvalInbox(work, scopeOf(queryOf(request)['scope'])),
    })),
  )
  app.get('/api/approvals/facts', { config: { right: 'approvalRule.read' } }, async () => ({
    documents: [...context.installed.approvalFacts.values()].map(({ document, facts }) => ({
      type: document.name,
      address: kebab(document.name),
      label: document.label,
      facts: fieldsJson(facts),
    })),
  }))
}
