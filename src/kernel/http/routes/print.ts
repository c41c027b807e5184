import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUuid } from '../../../base/id.ts'
import { Problem } from '../../definition/problem.ts'
import type { AnyDocument } from '../../definition/record.ts'
import { findDocument } from '../../documents/documents.ts'
import type { Work } from '../../posting/work.ts'
import { isPaperName, paperSizes } from '../../print/paper-size.ts'
import type { PaperSize } from '../../print/paper-size.ts'
import { printDocuments } from '../../print/print-documents.ts'
import { writeDocumentPdf } from '../../print/write-document-pdf.ts'
import { pathPart, queryOf } from '../body.ts'
import { addressOf, documentIn, routeRight } from '../company-address.ts'
import { actingOf, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

const mostDocuments = 200

const sizeOf = (request: FastifyRequest): PaperSize => {
  const name = queryOf(request)['paper'] ?? 'a4'
  if (isPaperName(name)) return paperSizes[name]
  throw new Problem('malformed', {
    zh: `paper 只能是 ${Object.keys(paperSizes).join('、')}`,
    en: `paper must be one of ${Object.keys(paperSizes).join(', ')}`,
  })
}

const idsOf = (request: FastifyRequest): string[] => {
  const ids = [...new Set((queryOf(request)['ids'] ?? '').split(',').filter((id) => id !== ''))]
  if (ids.length === 0 || !ids.every(isUuid))
    throw new Problem('malformed', { zh: 'ids 应为单据 id，以逗号分隔', en: 'ids must be ids, separated by commas' })
  if (ids.length > mostDocuments) {
    throw new Problem('tooLarge', {
      zh: `一次最多打印 ${mostDocuments} 张，请分批打印`,
      en: `At most ${mostDocuments} documents are printed at once; print them in parts`,
    })
  }
  return ids
}

/** Documents on paper, as PDF that the browser shows: one, or several in one file. */
export const printRoutes = (
  app: FastifyInstance,
  context: ServerContext,
  definition: AnyDocument,
  path: string,
): void => {
  const right = routeRight(addressOf(definition), 'read')
  const print = async (
    request: FastifyRequest,
    reply: FastifyReply,
    idsIn: (work: Work) => Promise<readonly string[]>,
    name: string,
  ) => {
    const size = sizeOf(request)
    const language = languageOf(request)
    // The file is made after the transaction: nothing is held open for it.
    const { papers, label } = await inWork(context, actingOf(request), async (work) => {
      const type = documentIn(work, request, definition)
      return { papers: await printDocuments(work, type, await idsIn(work), language), label: type.label }
    })
    const file = await writeDocumentPdf(papers, size, language, context.dataDir)
    const fileName = encodeURIComponent(`${label}${name}.pdf`)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename*=UTF-8''${fileName}`)
      .send(file)
  }
  app.get(`${path}/print`, { config: { right } }, async (request, reply) => {
    const ids = idsOf(request)
    return print(request, reply, async () => ids, '')
  })
  app.get(`${path}/:id/print`, { config: { right } }, async (request, reply) => {
    const key = pathPart(request, 'id')
    const found = async (work: Work) => [
      String((await findDocument(work, documentIn(work, request, definition), key)).header['id']),
    ]
    return print(request, reply, found, isUuid(key) ? '' : ` ${key}`)
  })
}
