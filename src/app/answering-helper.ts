import { Socket } from 'node:net'
import { offerLocalBureau } from '../domains/invoicing/server.ts'
import type { LeqiAccess } from '../domains/invoicing/server.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { createServer } from '../kernel/http/server.ts'
import { openProduct } from './open-product.ts'
import { webFolder } from './places.ts'
import type { FromHelper, ToHelper } from './process-messages.ts'
import { serveConnection, watchConnections } from './shared-connections.ts'

const say = (message: FromHelper): void => {
  // Where the first process is gone there is no one to tell, and this one ends with it.
  if (process.connected) process.send?.(message, () => {})
}

const begun = (): Promise<LeqiAccess> =>
  new Promise((begin) => {
    const hear = (message: ToHelper): void => {
      if (message.say !== 'begin') return
      process.off('message', hear)
      begin(message.bureau)
    }
    process.on('message', hear)
  })

/** Answers requests on connections that the first process hands over; all else is done there. */
export const help = async (settings: Settings, log: (line: string) => void): Promise<void> => {
  process.once('disconnect', () => process.exit(0))
  offerLocalBureau(await begun())
  const product = await openProduct(settings, log, undefined, {
    answersOnly: true,
    others: {
      committed: (company) => say({ say: 'committed', company }),
      told: (company, event) => say({ say: 'told', company, event }),
    },
  })
  const app = await createServer(product.context, { webFolder, log })
  await app.ready()
  watchConnections(app.server)
  process.on('message', (message: ToHelper, handle: unknown) => {
    if (message.say === 'connection') {
      if (handle instanceof Socket) serveConnection(app.server, handle)
      say({ say: 'taken', number: message.number })
    }
    if (message.say === 'committed') product.context.hear.committed(message.company)
    if (message.say === 'told') product.context.hear.told(message.company, message.event)
  })
  const end = async (): Promise<void> => {
    await app.close()
    app.server.closeAllConnections()
    await product.close()
    process.exit(0)
  }
  // A signal meant for the program reaches all its processes; this one ends when the first tells it by leaving.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
  process.once('SIGTERM', () => void end())
  say({ say: 'ready' })
}
