import type { FastifyInstance } from 'fastify'
import { newId } from '../../../base/id.ts'
import { audit } from '../../audit/audit.ts'
import { Problem, fieldProblem, notFound } from '../../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../../definition/record.ts'
import { findDocument } from '../../documents/documents.ts'
import { findEntity } from '../../documents/entities.ts'
import type { Work } from '../../posting/work.ts'
import { bodyOf, pathPart } from '../body.ts'
import { answer, change } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { addressIn, routeRight } from '../company-address.ts'
import type { Address } from '../record-answers.ts'

const columns = `id, name, content_type as "contentType", size::int as size, created_at as "createdAt", created_by as "createdBy"`

const recordId = async (work: Work, definition: AnyEntity | AnyDocument, key: string) => {
  const record =
    definition.sort === 'document' ? await findDocument(work, definition, key) : await findEntity(work, definition, key)
  return { id: String(record.header['id']), label: String(record.header['number'] ?? record.header['code']) }
}

const attach = async (work: Work, definition: AnyEntity | AnyDocument, key: string, file: string) => {
  const record = await recordId(work, definition, key)
  const id = newId<'attachment'>()
  const { rowCount } = await work.tx.query(
    `insert into attachment (company_id, id, type, record_id, name, content_type, size, sha256, created_at, created_by)
     select company_id, $2, $3, $4, name, content_type, size, sha256, $5, $6 from stored_file where company_id = $1 and id::text = $7`,
    [work.company, id, definition.name, record.id, work.clock.now(), work.actor.name, file],
  )
  if (rowCount === 0) {
    throw new Problem('invalid', { zh: '附件未保存', en: 'Not attached' }, [
      fieldProblem('file', '没有这个文件，请先上传', 'there is no such file; upload it first'),
    ])
  }
  audit(work, {
    action: 'attach',
    type: definition.name,
    record: record.id,
    label: record.label,
    after: { attachment: id },
  })
  return id
}

/** Files on a record: `POST /api/files` first, then attached by the id it answered. */
export const attachmentRoutes = (
  app: FastifyInstance,
  context: ServerContext,
  address: Address,
  path: string,
): void => {
  app.get(`${path}/:id/attachments`, { config: { right: routeRight(address, 'read') } }, async (request) =>
    answer(context, request, async (work) => {
      const { definition } = addressIn(work, request, address)
      const record = await recordId(work, definition, pathPart(request, 'id'))
      const rows = await work.tx.rows(
        `select ${columns} from attachment where company_id = $1 and record_id = $2 order by id`,
        [work.company, record.id],
      )
      return { rows }
    }),
  )
  app.post(`${path}/:id/attachments`, { config: { right: routeRight(address, 'update') } }, async (request, reply) => {
    const { file } = bodyOf(request)
    return change(context, request, reply, async (work) => {
      const { definition } = addressIn(work, request, address)
      const id = await attach(work, definition, pathPart(request, 'id'), typeof file === 'string' ? file : '')
      return { status: 201, body: { id, url: `/api/files/${id}` } }
    })
  })
  app.delete(
    `${path}/:id/attachments/:attachment`,
    { config: { right: routeRight(address, 'update') } },
    async (request, reply) =>
      change(context, request, reply, async (work) => {
        const { definition } = addressIn(work, request, address)
        const record = await recordId(work, definition, pathPart(request, 'id'))
        const { rowCount } = await work.tx.query(
          `delete from attachment where company_id = $1 and record_id = $2 and id::text = $3`,
          [work.company, record.id, pathPart(request, 'attachment')],
        )
        if (rowCount === 0) throw notFound('没有这个附件', 'There is no such attachment')
        audit(work, { action: 'detach', type: definition.name, record: record.id, label: record.label })
        return { status: 204, body: null }
      }),
  )
}
