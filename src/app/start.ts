import type { Server, Socket } from 'node:net'
import { join } from 'node:path'
import { askParitiesAt } from '../domains/accounting/server.ts'
import { offerLocalBureau, openLocalBureau } from '../domains/invoicing/server.ts'
import type { Database } from '../kernel/database/database.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { createServer } from '../kernel/http/server.ts'
import { openAnsweringProcesses } from './answering-processes.ts'
import { endWithNpm } from './end-with-npm.ts'
import { openProduct, prepareFirstStart } from './open-product.ts'
import { webFolder } from './places.ts'
import { listenFor, serveConnection, watchConnections } from './shared-connections.ts'

const addressOf = (server: Server, host: string): string => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : ''
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Serves the product until it is told to end. */
export const start = async (
  settings: Settings,
  log: (line: string) => void,
  opening?: Promise<Database>,
): Promise<void> => {
  endWithNpm()
  let serveHere = (connection: Socket): void => void connection.destroy()
  const helpers = openAnsweringProcesses(settings.processes - 1, (connection) => serveHere(connection), log)
  const product = await openProduct(settings, log, opening, { others: helpers.link })
  // Started with `npm start`, an empty installation shows what it can do; a service begins empty unless told.
  const demo = settings.demo ?? process.env['npm_lifecycle_event'] === 'start'
  const password = await prepareFirstStart(product, { ...settings, demo }, log)
  // Companies that try invoices out find a tax bureau here; it is worth nothing outside this machine.
  const bureau = await openLocalBureau({ file: join(settings.database.dataDir, 'local-bureau.json'), pause: 2000 })
  offerLocalBureau(bureau.access)
  askParitiesAt(settings.ratesUrl)
  const app = await createServer(product.context, { webFolder, log: product.context.log })
  product.context.followUps.start()
  product.context.senders.start()
  product.context.jobs.start()
  product.context.scheduler.start()
  product.context.backups?.start()
  await app.ready()
  watchConnections(app.server)
  serveHere = (connection) => serveConnection(app.server, connection)
  const server = await listenFor(settings, (connection) => helpers.serve(connection))
  helpers.start(bureau.access, product.context.hear)
  if (password !== undefined) log(`the first user is admin, with the password ${password} (shown this once)`)
  log(`Suanpan is at ${addressOf(server, settings.host)}`)
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    server.close()
    await Promise.all([app.close(), helpers.close()])
    app.server.closeAllConnections()
    await bureau.close()
    await product.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
}
