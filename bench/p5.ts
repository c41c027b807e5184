import { countWaits } from '../src/kernel/database/wire.ts'
import { createServer } from '../src/kernel/http/server.ts'
import { clientOf } from '../src/kernel/http/testing/client.ts'
import { cycle, deliveredOf, openCycle, plenty } from './kit/cycle.ts'
import type { Bench } from './kit/product.ts'
import type { Result } from './kit/result.ts'

/** P5: how often a posted document waits for the database, the session included, by kind. More than twelve is an error. */
export const waitsOfDocuments = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('P5')
  const app = await createServer(bench.product.context, { log: console.error })
  const body = { username: 'admin', password: 'correct horse battery' }
  const session = await clientOf(app, {}).ask('POST', '/api/session', body)
  const client = clientOf(app, { cookie: String(session.headers['set-cookie']).split(';')[0] ?? '' })
  await client.ask('POST', '/api/session/company', { company: company.id })
  await client.ask('POST', '/api/purchase-receipt?then=post', plenty)
  const results: Result[] = []
  const write = openCycle(async ({ path, definition }, document) => {
    await bench.product.context.followUps.settle(company.id)
    // What follows the commit before waits on connections of its own: half a second lets it end.
    await new Promise((done) => setTimeout(done, 500))
    const before = countWaits()
    const reply = await client.ask('POST', `${path}?then=post`, document)
    const waits = countWaits() - before
    if (reply.status !== 201) throw new Error(`${path} answers ${reply.status}: ${reply.text}`)
    results.push({ id: 'P5', what: definition.label, unit: 'waits', ours: waits, target: 12, waits })
    return deliveredOf(reply.body)
  })
  // The first of each kind takes up a number series and reads the chart; from then on the count is what it is.
  for (let n = 0; n < cycle.length; n += 1) await write(n)
  results.length = 0
  for (let n = 0; n < cycle.length; n += 1) await write(cycle.length + n)
  await app.close()
  const worst = Math.max(...results.map((one) => one.ours))
  if (worst > 12) process.exitCode = 1
  return results
}
