import type { FastifyInstance } from 'fastify'
import { isUuid } from '../../../base/id.ts'
import { listChannels, listDeliveries, retryDelivery, saveChannel, tryChannel } from '../../notices/channel-settings.ts'
import { readChoices, saveChoices } from '../../notices/notice-choices.ts'
import { listNotices, readNotices } from '../../notices/read-notices.ts'
import { bodyOf, pathPart, queryOf, wholeNumber } from '../body.ts'
import { answer, change, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'

const see = { config: { right: 'messageChannel.read' } }
const manage = { config: { right: 'messageChannel.update' } }

/** How notices leave the product: the company's channels, everyone's choices, and the log of what went out. */
const channelRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/notices/channels', see, async (request) => ({
    rows: await answer(context, request, listChannels),
  }))
  app.put('/api/notices/channels/:name', manage, async (request, reply) =>
    change(context, request, reply, async (work) => ({
      status: 200,
      body: { rows: await saveChannel(work, pathPart(request, 'name'), bodyOf(request)) },
    })),
  )
  app.post('/api/notices/channels/:name/try', manage, async (request, reply) =>
    change(context, request, reply, async (work) => ({
      status: 202,
      body: await tryChannel(work, pathPart(request, 'name'), bodyOf(request)),
    })),
  )
  app.get('/api/notices/deliveries', see, async (request) => ({
    rows: await answer(context, request, (work) => listDeliveries(work, queryOf(request)['state'])),
  }))
  app.post('/api/notices/deliveries/:id/retry', manage, async (request, reply) =>
    change(context, request, reply, async (work) => ({
      status: 202,
      body: await retryDelivery(work, pathPart(request, 'id')),
    })),
  )
  app.get('/api/notices/choices', { config: { right: 'session' } }, async (request) =>
    answer(context, request, readChoices),
  )
  app.put('/api/notices/choices', { config: { right: 'session' } }, async (request, reply) =>
    change(context, request, reply, async (work) => ({ status: 200, body: await saveChoices(work, bodyOf(request)) })),
  )
}

/** What the product has to tell whoever asks: their own notices, unread and read. */
export const noticeRoutes = (app: FastifyInstance, context: ServerContext): void => {
  channelRoutes(app, context)
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
