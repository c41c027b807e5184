import type { FastifyInstance } from 'fastify'
import { kebab } from '../../definition/define.ts'
import type { ServerContext } from '../context.ts'
import { actingOf, answer, change } from '../context.ts'
import { bodyOf, pathPart } from '../body.ts'
import { cancelJob, enqueue, listJobs, readJob } from '../../jobs/job-runner.ts'
import { listSchedules } from '../../jobs/scheduler.ts'
import { readParameters } from '../parameters.ts'

/** Long work: starting it, how far it is, stopping it. */
export const jobRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/jobs', { config: { right: 'session' } }, async (request) => ({
    rows: await answer(context, request, (work) => listJobs(work.tx, work.company)),
  }))
  app.get('/api/jobs/:id', { config: { right: 'session' } }, async (request) =>
    answer(context, request, (work) => readJob(work.tx, work.company, pathPart(request, 'id'))),
  )
  app.post('/api/jobs/:id/cancel', { config: { right: 'session' } }, async (request, reply) =>
    change(context, request, reply, async (work) => {
      await cancelJob(work.tx, work.company, pathPart(request, 'id'))
      return { status: 202, body: { id: pathPart(request, 'id') } }
    }),
  )
  app.get('/api/schedules', { config: { right: 'session' } }, async (request) => ({
    rows: await answer(context, request, (work) => {
      const processes = [...context.installed.catalogue.processes.values()]
      const mine = processes.filter((process) => work.actor.may(`process.${process.name}`))
      return listSchedules(work.tx, work.company, mine)
    }),
  }))
  for (const process of context.installed.catalogue.processes.values()) {
    app.post(
      `/api/processes/${kebab(process.name)}`,
      { config: { right: `process.${process.name}` } },
      async (request, reply) => {
        const body = bodyOf(request)
        const started = await change(context, request, reply, async (work) => {
          // Read now, so that what is wrong is told to whoever asks; as JSON, so that another process can take it up.
          const parameters = await readParameters(work, process.parameters, body)
          const id = await enqueue(work.tx, actingOf(request), process.name, JSON.parse(JSON.stringify(parameters)))
          return { status: 202, body: { job: id }, location: `/api/jobs/${id}` }
        })
        context.jobs.wake()
        return started
      },
    )
  }
}
