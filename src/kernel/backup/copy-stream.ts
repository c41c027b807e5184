import { Readable } from 'node:stream'
import type { Client, Connection, Submittable } from 'pg'

/** What of a connection COPY needs beyond what its types say. */
interface CopyConnection {
  query(text: string): void
  readonly stream: { pause(): void; resume(): void; readonly writableNeedDrain: boolean }
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

const copying = (connection: object): CopyConnection => {
  if (!('sendCopyFromChunk' in connection)) throw new Error('this connection cannot copy')
  return connection as CopyConnection
}

const batchBytes = 64 * 1024

/** The parts of a statement's life that the driver tells of. */
interface Told {
  handleCopyData?(message: { readonly chunk: Buffer }): void
  handleCopyInResponse?(): void
  handleError(error: Error): void
  handleReadyForQuery(): void
}

const silent = {
  handleRowDescription: () => {},
  handleDataRow: () => {},
  handlePortalSuspended: () => {},
  handleCommandComplete: () => {},
  handleEmptyQuery: () => {},
}

const statement = (text: string, opened: (connection: CopyConnection) => void, told: Told): Submittable => ({
  ...silent,
  ...told,
  submit: (connection: Connection) => {
    const open = copying(connection)
    opened(open)
    open.query(text)
  },
})

/**
 * The text that `copy … to stdout` writes, as a stream that holds the server back while nobody reads. The connection must not
 * be pipelined, and does nothing else until the stream has ended.
 */
export const copyOut = (client: Client, text: string): Readable => {
  let connection: CopyConnection | undefined
  let waiting: Buffer[] = []
  let bytes = 0
  const stream = new Readable({ read: () => connection?.stream.resume() })
  const flush = () => {
    if (bytes > 0 && !stream.push(Buffer.concat(waiting, bytes))) connection?.stream.pause()
    waiting = []
    bytes = 0
  }
  client.query(
    statement(text, (open) => (connection = open), {
      handleCopyData: ({ chunk }) => {
        // The driver uses its buffer again.
        waiting.push(Buffer.from(chunk))
        bytes += chunk.length
        if (bytes >= batchBytes) flush()
      },
      handleError: (error) => {
        connection?.stream.resume()
        stream.destroy(error)
      },
      handleReadyForQuery: () => {
        flush()
        stream.push(null)
      },
    }),
  )
  return stream
}

const pause = () => new Promise<void>((done) => setImmediate(done))

/** Sends text to `copy … from stdin`. Throws what the server refuses; nothing of it is kept then. */
export const copyIn = async (client: Client, text: string, source: AsyncIterable<Buffer>): Promise<void> => {
  let connection: CopyConnection | undefined
  const state: { failed?: Error } = {}
  let begin: () => void = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const ended = new Promise<void>((resolve) => {
    client.query(
      statement(text, (open) => (connection = open), {
        handleCopyInResponse: () => begin(),
        handleError: (error) => {
          state.failed = error
          begin()
          resolve()
        },
        handleReadyForQuery: () => resolve(),
      }),
    )
  })
  await begun
  try {
    for await (const chunk of source) {
      if (state.failed !== undefined) break
      connection?.sendCopyFromChunk(chunk)
      while (connection?.stream.writableNeedDrain === true && state.failed === undefined) await pause()
    }
    if (state.failed === undefined) connection?.endCopyFrom()
  } catch (error) {
    connection?.sendCopyFail('the source could not be read')
    await ended
    throw error
  }
  await ended
  if (state.failed !== undefined) throw state.failed
}
