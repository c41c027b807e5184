import type { FastifyInstance } from 'fastify'
import { audit } from '../../audit/audit.ts'
import { diagnosticsBundle } from '../../diagnostics/bundle.ts'
import { actingOf, answer } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { sendFile } from '../send-sheet.ts'
import { inWork } from '../work.ts'

/** What whoever helps from outside needs to know, without secrets. */
export const diagnosticsRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/diagnostics', { config: { right: 'diagnostics.read' } }, async (request, reply) => {
    await inWork(context, actingOf(request), async (work) =>
      audit(work, { action: 'export', type: 'diagnostics', record: work.company, label: '诊断包' }),
    )
    const content = await answer(context, request, (work) => diagnosticsBundle(context, work))
    return sendFile(reply, {
      name: `suanpan-diagnostics-${context.clock.today()}.zip`,
      contentType: 'application/zip',
      content,
    })
  })
}
