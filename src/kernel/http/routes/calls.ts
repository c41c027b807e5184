import type { FastifyInstance } from 'fastify'
import { kebab } from '../../definition/define.ts'
import type { CallRun } from '../../posting/work.ts'
import { bodyOf, queryOf } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { readParameters } from '../parameters.ts'

const callRoute = (app: FastifyInstance, context: ServerContext, runner: CallRun): void => {
  const { call } = runner
  const address = `/api/calls/${kebab(call.name)}`
  const config = { right: call.right }
  if (call.asks === true) {
    app.get(address, { config }, (request) =>
      answer(context, request, async (work) =>
        runner.run(await readParameters(work, call.parameters, queryOf(request)), work),
      ),
    )
    return
  }
  app.post(address, { config }, (request, reply) =>
    change(context, request, reply, async (work) => ({
      status: 200,
      body: await runner.run(await readParameters(work, call.parameters, bodyOf(request)), work),
    })),
  )
}

/** What the pages of domains ask and tell beside records, reports and processes. */
export const callRoutes = (app: FastifyInstance, context: ServerContext): void => {
  for (const run of context.installed.calls.values()) callRoute(app, context, run)
}
