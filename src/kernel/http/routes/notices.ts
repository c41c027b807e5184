import type { FastifyInstance } from 'fastify'
import { isUuid } from '../../../base/id.ts'
import { listNotices, readNotices } from '../../notices/read-notices.ts'
import { pathPart, queryOf, wholeNumber } from '../body.ts'
import { answer, change, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'

/** What the product has to tell whoever asks: their own notices, unread and read. */
export const noticeRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/notices', { config: { right: 'session' } }, async (request) => {
    const { unread, cursor, limit } = queryOf(request)
    return answer(context, request, (work) =>
      listNotices(work, languageOf(request), {
        unread: unread === '1',
        before: cursor !== undefined && isUuid(cursor) ? cursor : undefined,
        limit: Math.min(Math.max(wholeNumber(limit, 'limit') ?? 50, 1), 200),
      }),
    )
  })
  app.post('/api/notices/read', { config: { right: 'session' } }, async (request, reply) =>
    change(context, request, reply, async (work) => ({ status: 200, body: { unread: await readNotices(work) } })),
  )
  app.post('/api/notices/:id/read', { config: { right: 'session' } }, async (request, reply) =>
    change(context, request, reply, async (work) => ({
      status: 200,
      body: { unread: await readNotices(work, pathPart(request, 'id')) },
    })),
  )
}
