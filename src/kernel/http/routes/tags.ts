import type { FastifyInstance } from 'fastify'
import { isUuid } from '../../../base/id.ts'
import { Problem } from '../../definition/problem.ts'
import type { AnyEntity } from '../../definition/record.ts'
import { printTags } from '../../print/print-tags.ts'
import { isTagSheet, tagSheets, writeTagsPdf } from '../../print/write-tags-pdf.ts'
import { queryOf } from '../body.ts'
import { actingOf, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

const mostTags = 500

const idsIn = (text: string | undefined): string[] => {
  const ids = [...new Set((text ?? '').split(',').filter((id) => id !== ''))]
  if (ids.length === 0 || !ids.every(isUuid))
    throw new Problem('malformed', { zh: 'ids 应为 id，以逗号分隔', en: 'ids must be ids, separated by commas' })
  if (ids.length > mostTags)
    throw new Problem('tooLarge', {
      zh: `一次最多打印 ${mostTags} 张标签，请分批打印`,
      en: `At most ${mostTags} tags are printed at once; print them in parts`,
    })
  return ids
}

/** Tags of records with their QR codes, as PDF that the browser shows: on label sheets, or for a label printer. */
export const tagRoutes = (app: FastifyInstance, context: ServerContext, definition: AnyEntity, path: string): void => {
  app.get(`${path}/tags`, { config: { right: `${definition.name}.read` } }, async (request, reply) => {
    const query = queryOf(request)
    const [ids, sheet, language] = [idsIn(query['ids']), query['paper'] ?? 'a4', languageOf(request)]
    if (!isTagSheet(sheet))
      throw new Problem('malformed', {
        zh: `paper 只能是 ${Object.keys(tagSheets).join('、')}`,
        en: `paper must be one of ${Object.keys(tagSheets).join(', ')}`,
      })
    const tags = await inWork(context, actingOf(request), (work) => printTags(work, definition, ids, language))
    const file = await writeTagsPdf(tags, tagSheets[sheet], context.dataDir)
    const fileName = encodeURIComponent(`${definition.label}标签.pdf`)
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename*=UTF-8''${fileName}`)
      .send(file)
  })
}
