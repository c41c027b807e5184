import type { Server as HttpServer } from 'node:http'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'

/** Lets a server that does not listen itself look after its connections as one that does: with limits of time. */
export const watchConnections = (server: HttpServer): void => {
  server.emit('listening')
}

/** Serves a connection that was accepted elsewhere and paused. */
export const serveConnection = (server: HttpServer, connection: Socket): void => {
  connection.setNoDelay(true)
  server.emit('connection', connection)
  connection.resume()
}

/** Listens, and gives every connection away as it came: paused, nothing of it read. */
export const listenFor = (
  { port, host }: { readonly port: number; readonly host: string },
  give: (connection: Socket) => void,
): Promise<Server> =>
  new Promise((listening, failed) => {
    const server = createServer({ pauseOnConnect: true, allowHalfOpen: true }, give)
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      listening(server)
    })
  })
