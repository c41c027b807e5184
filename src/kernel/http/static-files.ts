import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../definition/problem.ts'
import { encodingFor } from './compression.ts'

const isPage = (request: FastifyRequest) =>
  (request.method === 'GET' || request.method === 'HEAD') &&
  !request.url.startsWith('/api') &&
  !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url)

const packed = new Map<string, { readonly br: Buffer; readonly gzip: Buffer }>()

const packedFile = (file: string) => {
  let found = packed.get(file)
  if (found === undefined) {
    const content = readFileSync(file)
    found = { br: brotliCompressSync(content), gzip: gzipSync(content, { level: 9 }) }
    packed.set(file, found)
  }
  return found
}

const assetTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
}

const forever = 'public, max-age=31536000, immutable'

/** Scripts and styles carry their hash in their name: packed once, kept in memory, cached for ever. */
const assetRoute = (app: FastifyInstance, folder: string): void => {
  app.get('/assets/:file', { config: { right: 'public' } }, async (request, reply) => {
    const name = (request.params as { readonly file: string }).file
    const type = assetTypes[/\.([a-z]+)$/.exec(name)?.[1] ?? '']
    const encoding = encodingFor(request.headers['accept-encoding'])
    const file = join(folder, 'assets', name)
    if (!/^[\w.-]+$/.test(name) || !existsSync(file))
      throw new Problem('notFound', { zh: '没有这个文件', en: 'There is no such file' })
    reply.header('cache-control', forever).header('vary', 'accept-encoding')
    if (type === undefined || encoding === undefined) return reply.sendFile(`assets/${name}`, { cacheControl: false })
    return reply.type(type).header('content-encoding', encoding).send(packedFile(file)[encoding])
  })
}

/** The browser's program from the folder it was built into; every other address of a page answers the same document. */
export const staticFiles = async (app: FastifyInstance, folder: string | undefined): Promise<void> => {
  const index = folder === undefined ? '' : join(folder, 'index.html')
  const isBuilt = folder !== undefined && existsSync(index)
  if (isBuilt) {
    await app.register(fastifyStatic, { root: folder, serve: false, wildcard: false })
    assetRoute(app, folder)
    app.get('/:file', { config: { right: 'public' } }, async (request, reply) => {
      const name = (request.params as { readonly file: string }).file
      if (/^[\w-]+\.(js|css|svg|png|ico|json|webmanifest|txt|woff2?)$/.test(name) && existsSync(join(folder, name))) {
        return reply.header('cache-control', 'no-cache').sendFile(name, { cacheControl: false })
      }
      return page(request, reply, index)
    })
    // A link without sign-in leads to a small page of its own; its token stays in the browser, behind the #.
    app.get('/link', { config: { right: 'public' } }, async (request, reply) =>
      page(request, reply, join(folder, 'link.html')),
    )
    app.get('/', { config: { right: 'public' } }, async (request, reply) => page(request, reply, index))
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (isBuilt && isPage(request)) return page(request, reply, index)
    throw new Problem('notFound', { zh: '没有这个地址', en: 'There is nothing at this address' })
  })
}

const page = (request: FastifyRequest, reply: FastifyReply, index: string) => {
  if (!isPage(request)) throw new Problem('notFound', { zh: '没有这个地址', en: 'There is nothing at this address' })
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(readFileSync(index, 'utf8'))
}
