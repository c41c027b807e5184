import type { FastifyInstance } from 'fastify'
import { readSignInPolicy, writeSignInPolicy } from '../../access/sign-in-policy.ts'
import type { SignInPolicy } from '../../access/sign-in-policy.ts'
import { audit } from '../../audit/audit.ts'
import { bodyOf } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'
import type { JsonObject } from '../../documents/draft.ts'

const numberIn = (body: JsonObject, name: string, before: number): number => {
  const value = body[name]
  if (value === undefined) return before
  return typeof value === 'number' ? value : Number.NaN
}

/** What is not said stays as it was. */
const policyIn = (body: JsonObject, before: SignInPolicy): SignInPolicy => ({
  factorFor: Array.isArray(body['factorFor']) ? body['factorFor'].map(String) : before.factorFor,
  graceDays: numberIn(body, 'graceDays', before.graceDays),
  idleMinutes: numberIn(body, 'idleMinutes', before.idleMinutes),
  longestHours: numberIn(body, 'longestHours', before.longestHours),
})

/** What the company asks of how its people sign in. */
export const signInPolicyRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.get('/api/sign-in-policy', { config: { right: 'signInPolicy.read' } }, (request) =>
    answer(context, request, (work) => readSignInPolicy(work.tx, work.company)),
  )
  app.put('/api/sign-in-policy', { config: { right: 'signInPolicy.update' } }, (request, reply) =>
    change(context, request, reply, async (work) => {
      const before = await readSignInPolicy(work.tx, work.company)
      const after = await writeSignInPolicy(work.tx, work.company, policyIn(bodyOf(request), before))
      audit(work, { action: 'update', type: 'signInPolicy', record: work.company, label: '登录规则', before, after })
      return { status: 200, body: { ...after, factorFor: [...after.factorFor] } }
    }),
  )
}
