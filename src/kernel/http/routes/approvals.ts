import type { FastifyInstance } from 'fastify'
import { approvalInbox } from '../../approvals/inbox.ts'
import type { InboxScope } from '../../approvals/inbox.ts'
import { fieldsJson } from '../catalogue-json.ts'
import { namesJson } from '../../approvals/flow-values.ts'
import { releaseFlow, retireFlow, simulateFlow } from '../../approvals/release-flow.ts'
import { kebab, sentence } from '../../definition/define.ts'
import { forbidden, notFound } from '../../definition/problem.ts'
import type { AnyDocument } from '../../definition/record.ts'
import { bodyOf, pathPart, queryOf } from '../body.ts'
import { answer, change } from '../context.ts'
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

const documentNamed = (work: Work, name: unknown): AnyDocument => {
  const found = typeof name === 'string' ? work.installed.catalogue.documents.get(name) : undefined
  if (found === undefined || found.internal === true)
    throw notFound('没有这种单据', 'There is no such type of document')
  return found
}

/** Flows are records like others; these put them in force, try them, and say what their conditions may name. */
const flowRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/approvals/names', { config: { right: 'approvalFlow.read' } }, async (request) =>
    answer(context, request, async (work) => ({
      documents: [...work.installed.catalogue.documents.values()]
        .filter((one) => one.internal !== true)
        .map(({ name, label, english }) => ({ type: name, label, english: english ?? sentence(name) })),
      names: namesJson(work, documentNamed(work, queryOf(request)['type'])),
      ...(await approversOf(work)),
    })),
  )
  app.post('/api/approvals/flows/:id/release', { config: { right: 'approvalFlow.release' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await releaseFlow(work, pathPart(request, 'id'))
      return { status: 204, body: null }
    }),
  )
  app.post('/api/approvals/flows/:id/retire', { config: { right: 'approvalFlow.release' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await retireFlow(work, pathPart(request, 'id'))
      return { status: 204, body: null }
    }),
  )
  app.post('/api/approvals/simulate', { config: { right: 'approvalFlow.read' } }, async (request) => {
    const { documentType, document, nodes } = bodyOf(request)
    return answer(context, request, async (work) => {
      const definition = documentNamed(work, documentType)
      if (!work.actor.may(`${definition.name}.read`))
        throw forbidden(`需要权限：${definition.name}.read`, `It needs the right ${definition.name}.read`)
      return simulateFlow(work, definition, nodes ?? null, typeof document === 'string' ? document : '')
    })
  })
}

/** What waits for approval, whom rules may name, and what rules may ask of which documents. */
export const approvalRoutes = (app: FastifyInstance, context: ServerContext): void => {
  flowRoutes(app, context)
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
