import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Json } from '../../../base/json.ts'
import type { LeqiAccess } from '../platform/leqi-platform.ts'
import { decryptSm4, encryptSm4 } from '../platform/sm4.ts'
import { emptyBooks } from './bureau-books.ts'
import type { BureauBooks } from './bureau-books.ts'
import { serve } from './bureau-services.ts'

/** How the bureau meets a request: well, silent after having done its work, or broken before. */
export type BureauMood = 'well' | 'silent' | 'broken'

export interface LocalBureau {
  readonly access: LeqiAccess
  readonly books: BureauBooks
  /** The next requests meet these moods, one each. */
  misbehave(...moods: readonly BureauMood[]): void
  /** Moves its clock on. */
  pass(milliseconds: number): void
  close(): Promise<void>
}

export interface BureauOptions {
  readonly port?: number
  /** Where it remembers; in memory alone without. */
  readonly file?: string
  /** Milliseconds until the outcome of an invoice is told. */
  readonly pause?: number
  /** Its first moment; now unless told. */
  readonly from?: Date
}

const key = '0123456789abcdeffedcba9876543210'
const largest = 2 * 1024 * 1024

const remembered = (file: string | undefined): BureauBooks => {
  if (file === undefined) return emptyBooks()
  try {
    return { ...emptyBooks(), ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<BureauBooks>) }
  } catch {
    return emptyBooks()
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength
    if (size > largest) throw new Error('too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/**
 * A tax bureau on this machine, for trying out, for the demo company and for tests: a server that speaks as 乐企 does. It assigns
 * numbers, keeps the credit line, judges sums, answers later than it is asked, knows what it was told before, and asks for
 * confirmations of red invoices. What it issues is worth nothing.
 */
export const openLocalBureau = async (options: BureauOptions = {}): Promise<LocalBureau> => {
  const { file, pause = 0 } = options
  const books = remembered(file)
  const moods: BureauMood[] = []
  let shift = options.from === undefined ? 0 : options.from.getTime() - Date.now()
  const save = () => {
    if (file === undefined) return
    writeFileSync(`${file}.new`, JSON.stringify(books))
    renameSync(`${file}.new`, file)
  }
  const answer = (service: string, sealed: string): LeqiAnswer => {
    const now = Date.now() + shift
    const moment = new Date(now + 8 * 3600 * 1000).toISOString().slice(0, 19).replace('T', ' ')
    const asked = JSON.parse(decryptSm4(sealed, key)) as Json
    const data = serve({ books, now, moment, pause }, service, asked)
    save()
    return data === undefined ? { status: 404, body: '' } : { status: 200, body: envelope(data) }
  }
  const handle = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const service = (request.url ?? '').split('/').at(-1) ?? ''
    const sealed = await bodyOf(request)
    const mood = moods.shift()
    if (mood === 'broken') {
      reply.writeHead(503).end()
      return
    }
    const { status, body } = answer(service, sealed)
    if (mood === 'silent') request.socket.destroy()
    else reply.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(body)
  }
  const server = createServer((request, reply) => {
    handle(request, reply).catch(() => reply.writeHead(400).end())
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port ?? 0, '127.0.0.1', listening)
  })
  server.unref()
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    access: {
      url: `http://127.0.0.1:${port}/access/v2/invoke`,
      platform: 'LOCAL',
      user: 'LOCAL',
      ability: '01',
      useCase: '01',
      key,
      isSandbox: true,
    },
    books,
    misbehave: (...next) => void moods.push(...next),
    pass: (milliseconds) => {
      shift += milliseconds
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

interface LeqiAnswer {
  readonly status: number
  readonly body: string
}

const envelope = (data: Json): string =>
  JSON.stringify({
    httpStatusCode: 200,
    body: JSON.stringify({ Response: { Data: encryptSm4(JSON.stringify(data), key) } }),
  })
