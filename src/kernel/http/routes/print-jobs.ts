import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Problem, fieldProblem } from '../../definition/problem.ts'
import { tableOf } from '../../documents/storage.ts'
import { finishJob, jobsJson, takeJob } from '../../print/print-jobs.ts'
import { printer } from '../../print/printer.ts'
import { bodyOf, pathPart } from '../body.ts'
import { actingOf, answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

/** An agent is kept waiting so long at most, and looked for a job so often. */
const longestWait = 25
const pauseBetween = 500

/** What print agents ask: they take jobs with a key of the company and say what became of them. */
export const printJobRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/printing/printers', { config: { right: 'printer.read' } }, (request) =>
    answer(context, request, async (work) => ({
      rows: await work.tx.rowsIn<{ code: string; name: string; language: string }>(
        'whole',
        `select code, name, language from ${tableOf(printer).name} where company_id = $1 and not disabled order by code`,
        [work.company],
      ),
    })),
  )
  app.get('/api/printing/jobs', { config: { right: 'printJob.read' } }, (request) =>
    answer(context, request, (work) => jobsJson(work)),
  )
  app.post('/api/printing/jobs/take', { config: { right: 'printJob.take' } }, async (request) => {
    const body = bodyOf(request)
    const printers = Array.isArray(body['printers']) ? body['printers'].filter((one) => typeof one === 'string') : []
    if (printers.length === 0)
      throw new Problem('invalid', { zh: '没有说明为哪些打印机取任务', en: 'No printers are named' }, [
        fieldProblem('printers', '请给出打印机编码', 'must be codes of printers'),
      ])
    const wait = typeof body['wait'] === 'number' ? Math.min(Math.max(body['wait'], 0), longestWait) : 0
    const until = Date.now() + wait * 1000
    for (;;) {
      const job = await inWork(context, actingOf(request), (work) => takeJob(work, printers))
      if (job !== null || Date.now() >= until || request.raw.destroyed) return { job: job === null ? null : { ...job } }
      await pause(pauseBetween)
    }
  })
  app.post('/api/printing/jobs/:id/done', { config: { right: 'printJob.take' } }, async (request, reply) => {
    const { error } = bodyOf(request)
    return change(context, request, reply, async (work) => {
      await finishJob(work, pathPart(request, 'id'), typeof error === 'string' ? error.slice(0, 500) : null)
      return { status: 204, body: null }
    })
  })
}
