import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { newId } from '../../../base/id.ts'
import { Problem, forbidden, notFound } from '../../definition/problem.ts'
import { contentTypeOf, isShownInline } from '../../files/content-type.ts'
import type { ContentType } from '../../files/content-type.ts'
import { readStored, storeFile } from '../../files/file-store.ts'
import type { Work } from '../../posting/work.ts'
import { pathPart } from '../body.ts'
import { actingOf, answer, callerOf, change } from '../context.ts'
import type { ServerContext } from '../context.ts'

/** An uploaded file with its content. */
export interface Upload {
  readonly name: string
  readonly bytes: Buffer
  readonly contentType: ContentType
  readonly fields: Readonly<Record<string, string>>
}

const fieldsOf = (file: MultipartFile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(file.fields).flatMap(([name, part]) => {
      const one = Array.isArray(part) ? part[0] : part
      return one?.type === 'field' ? [[name, String(one.value)]] : []
    }),
  )

/** The one file of a multipart request. Throws a Problem for none, one too large, or one of an unknown kind. */
export const readUpload = async (request: FastifyRequest): Promise<Upload> => {
  if (!request.isMultipart())
    throw new Problem('malformed', {
      zh: '请以 multipart/form-data 上传文件',
      en: 'Send the file as multipart/form-data',
    })
  const file = await request.file()
  if (file === undefined) throw new Problem('malformed', { zh: '没有收到文件', en: 'There is no file in the request' })
  const bytes = await file.toBuffer()
  const contentType = contentTypeOf(bytes)
  if (contentType === undefined || bytes.length === 0) {
    throw new Problem('invalid', {
      zh: '不支持这种文件，或文件为空',
      en: 'Files of this kind are not kept, or the file is empty',
    })
  }
  const name =
    file.filename
      .replace(/[\p{Control}/\\]/gu, '_')
      .slice(-200)
      .toWellFormed() || 'file'
  return { name, bytes, contentType, fields: fieldsOf(file) }
}

/** What an upload asks, for whoever sends it again: its name, its fields, its content. */
export const uploadContent = ({ name, fields, bytes }: Upload) => ({
  name,
  fields,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

interface FileRow {
  readonly name: string
  readonly content_type: ContentType
  readonly size: string
  readonly sha256: string
  readonly type: string | null
}

/** An attachment with the type of what it is attached to, or a file that its uploader alone may see before it is attached. */
const findFile = async (work: Work, id: string): Promise<FileRow> => {
  const rows = await work.tx.rows<FileRow>(
    `select name, content_type, size, sha256, type from attachment where company_id = $1 and id::text = $2
     union all
     select name, content_type, size, sha256, null from stored_file where company_id = $1 and id::text = $2 and created_by = $3`,
    [work.company, id, work.actor.name],
  )
  if (rows[0] === undefined) throw notFound('没有这个文件', 'There is no such file')
  return rows[0]
}

const mayRead = (work: Work, type: string): boolean => {
  const facets = Object.keys(work.installed.catalogue.entities.get(type)?.facets ?? {})
  return [type, ...facets].some((name) => work.actor.may(`${name}.read`))
}

/** Uploading files and getting them back. What a browser could run is never shown in place. */
export const fileRoutes = (app: FastifyInstance, context: ServerContext): void => {
  app.post('/api/files', { config: { right: 'file.create' } }, async (request, reply) => {
    const upload = await readUpload(request)
    const sha256 = await storeFile(context.dataDir, actingOf(request).company, upload.bytes)
    const { name, contentType, bytes } = upload
    const keep = async (work: Work) => {
      const id = newId<'file'>()
      await work.tx.query(
        `insert into stored_file (company_id, id, name, content_type, size, sha256, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [work.company, id, name, contentType, bytes.length, sha256, work.clock.now(), work.actor.name],
      )
      return { status: 201, body: { id, name, contentType, size: bytes.length, sha256, url: `/api/files/${id}` } }
    }
    return change(context, request, reply, keep, uploadContent(upload))
  })
  app.get('/api/files/:id', { config: { right: 'session' } }, async (request, reply) => {
    callerOf(request)
    const file = await answer(context, request, async (work) => {
      const found = await findFile(work, pathPart(request, 'id'))
      if (found.type !== null && !mayRead(work, found.type))
        throw forbidden('没有权限查看这个附件', 'You may not see this attachment')
      return found
    })
    const place = isShownInline(file.content_type) ? 'inline' : 'attachment'
    return reply
      .type(file.content_type)
      .header('content-length', file.size)
      .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(readStored(context.dataDir, actingOf(request).company, file.sha256))
  })
}
