import type { FastifyInstance } from 'fastify'
import {
  createWebhook,
  deleteWebhook,
  listWebhookDeliveries,
  listWebhooks,
  replayDeliveries,
  updateWebhook,
} from '../../webhooks/webhooks.ts'
import { bodyOf, pathPart, queryOf } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'

/** Other systems that are told of changes as they happen. */
export const webhookRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/webhooks', { config: { right: 'webhook.read' } }, async (request) => ({
    rows: await answer(context, request, listWebhooks),
  }))
  app.post('/api/webhooks', { config: { right: 'webhook.create' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      const { body, secret } = await createWebhook(work, bodyOf(request))
      return { status: 201, body, secret: { secret } }
    }),
  )
  app.patch('/api/webhooks/:id', { config: { right: 'webhook.update' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      const { body, secret } = await updateWebhook(work, pathPart(request, 'id'), bodyOf(request))
      return { status: 200, body, ...(secret === undefined ? {} : { secret: { secret } }) }
    }),
  )
  app.delete('/api/webhooks/:id', { config: { right: 'webhook.delete' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await deleteWebhook(work, pathPart(request, 'id'))
      return { status: 204, body: null }
    }),
  )
  app.get('/api/webhooks/:id/deliveries', { config: { right: 'webhook.read' } }, async (request) => ({
    rows: await answer(context, request, (work) =>
      listWebhookDeliveries(work, pathPart(request, 'id'), queryOf(request)['state']),
    ),
  }))
  app.post('/api/webhooks/:id/replay', { config: { right: 'webhook.update' } }, async (request, reply) =>
    change(context, request, reply, async (work) => ({
      status: 202,
      body: await replayDeliveries(work, pathPart(request, 'id'), bodyOf(request)),
    })),
  )
}
