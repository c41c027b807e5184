import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

/** What fits into the first packets that a connection sends at once arrives no sooner for being smaller. */
const leastBytes = 12_000

const textual = /^(text\/(?!event-stream)|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/

/** The encoding a client takes, best first. */
export const encodingFor = (header: string | string[] | undefined): 'br' | 'gzip' | undefined => {
  const accepted = String(header ?? '')
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

/** Compresses answers of text that are worth it, at the quickest level: higher ones take much longer and save little. */
export const putCompression = (app: FastifyInstance): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '')
    if (
      typeof payload !== 'string' ||
      payload.length < leastBytes ||
      !textual.test(type) ||
      reply.hasHeader('content-encoding')
    )
      return payload
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (encoding === undefined) return payload
    // Few large pieces: each one waits for a thread of its own.
    const chunkSize = Math.min(Math.max(payload.length >> 2, 16_384), 1_048_576)
    const packed =
      encoding === 'br'
        ? await brotlied(payload, { chunkSize, params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
        : await gzipped(payload, { chunkSize, level: 1 })
    reply.header('content-encoding', encoding).header('vary', 'accept-encoding').removeHeader('content-length')
    return packed
  })
}
