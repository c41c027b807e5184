import type { FastifyInstance } from 'fastify'
import { ownDocument } from '../../own/own-document.ts'
import { ownForm } from '../../own/own-form.ts'
import { callerOf, companyOf } from '../context.ts'
import type { ServerContext } from '../context.ts'

/** Records that say what forms and menus look like. */
const shapes = new Set<string>([ownForm.name, ownDocument.name])

const heartbeatMilliseconds = 20_000

/** A stream of what happens in the company: documents that changed, jobs and how far they are. */
export const eventRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const open = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of open) end()
  })
  app.get('/api/events', { config: { right: 'session' } }, (request, reply) => {
    const caller = callerOf(request)
    const company = companyOf(caller)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    } as Record<string, string>)
    raw.write('retry: 3000\n\n')
    const stop = context.events.listen(company, (event) => {
      const type = event.data['type']
      // Whoever has a form open is told that it was shaped anew, and nothing more of it.
      if (event.name === 'changed' && typeof type === 'string' && shapes.has(type)) {
        raw.write(`event: shape\ndata: ${JSON.stringify({ type })}\n\n`)
      }
      if (event.name === 'changed' && typeof type === 'string' && !caller.may(`${type}.read`)) return
      if (event.name === 'notice' && event.data['user'] !== caller.userId) return
      raw.write(`event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`)
    })
    const beat = setInterval(() => raw.write(': still here\n\n'), heartbeatMilliseconds)
    const end = () => {
      clearInterval(beat)
      stop()
      open.delete(end)
      raw.end()
    }
    open.add(end)
    request.raw.on('close', end)
  })
}
