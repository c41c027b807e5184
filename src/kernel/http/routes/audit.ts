import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { audit } from '../../audit/audit.ts'
import { chainHead, verifyAuditChain } from '../../audit/audit-chain.ts'
import { exportTrail } from '../../audit/audit-export.ts'
import { readTrail, trailChoices } from '../../audit/audit-log.ts'
import { queryOf } from '../body.ts'
import { actingOf, answer } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

/** The trail of the company: looked through, verified, and taken out to be verified elsewhere. */
export const auditRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const config = { right: 'audit.read' }
  app.get('/api/audit', { config }, async (request) => {
    const rows = await answer(context, request, (work) => readTrail(work, queryOf(request)))
    return { rows }
  })
  app.get('/api/audit/choices', { config }, (request) => answer(context, request, trailChoices))
  app.get('/api/audit/chain', { config }, (request) =>
    answer(context, request, async (work) => {
      const [broken, head] = await Promise.all([
        verifyAuditChain(work.tx, work.company),
        chainHead(work.tx, work.company),
      ])
      return {
        whole: broken === undefined,
        reason: broken ?? null,
        count: Number(head?.position ?? 0),
        hash: head?.hash ?? null,
      }
    }),
  )
  app.get('/api/audit/export', { config: { right: 'audit.export' } }, async (request, reply) => {
    const acting = actingOf(request)
    // That it was taken out stands in the trail too.
    await inWork(context, acting, async (work) =>
      audit(work, { action: 'export', type: 'audit', record: work.company, label: '操作日志' }),
    )
    const parts = await inWork(
      context,
      acting,
      async (work) => {
        const lines: string[] = []
        for await (const line of exportTrail(work)) lines.push(line)
        return lines
      },
      { readOnly: true, isolation: 'repeatable read' },
    )
    const name = encodeURIComponent(`操作日志-${context.clock.today()}.jsonl`)
    return reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(Readable.from(parts))
  })
}
