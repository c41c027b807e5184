import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail server of one's own: takes everything and keeps it. */
export const openMailServer = async () => {
  const caught: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    authOptional: true,
    logger: false,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        caught.push(Buffer.concat(parts).toString('utf8'))
        done(null, '2.0.0 taken')
      })
    },
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.server.address() as AddressInfo
  const settings = { host: '127.0.0.1', port: String(port), security: 'none', from: 'robot@suanpan.test' }
  return { caught, settings, close: () => server.close() }
}
