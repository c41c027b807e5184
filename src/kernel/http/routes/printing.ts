import type { FastifyInstance, FastifyRequest } from 'fastify'
import { englishOf } from '../../definition/define.ts'
import { Problem, forbidden } from '../../definition/problem.ts'
import { findDocument } from '../../documents/documents.ts'
import { findEntity } from '../../documents/entities.ts'
import { tableOf } from '../../documents/storage.ts'
import type { Work } from '../../posting/work.ts'
import { allNamesOf, printedType } from '../../print/check-template.ts'
import { templatesOf } from '../../print/choose-template.ts'
import { gatherPrintData, namesFor } from '../../print/gather-print-data.ts'
import { paperWords } from '../../print/paper-words.ts'
import { printedRecords } from '../../print/printed-records.ts'
import type { PrintedRecord } from '../../print/printed-records.ts'
import { placeRecord } from '../../print/template/place.ts'
import { sheetsOf } from '../../print/template/print-layout.ts'
import { printNamesOf } from '../../print/template/print-names.ts'
import type { AnyRecord } from '../../print/template/print-names.ts'
import { layoutJson, readLayout } from '../../print/template/read-layout.ts'
import { standardLayout, standardPapers } from '../../print/template/standard-layout.ts'
import type { StandardPaper } from '../../print/template/standard-layout.ts'
import { writePlacedPdf } from '../../print/write-placed-pdf.ts'
import { bodyOf, queryOf } from '../body.ts'
import { actingOf, answer, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { inWork } from '../work.ts'

const typeIn = (work: Work, name: string | undefined): AnyRecord => {
  const definition = printedType(work, name ?? '')
  if (definition === undefined || !mayRead(work, definition))
    throw forbidden('没有这种单据或资料，或没有权限查看', 'There is no such type, or you may not see it')
  return definition
}

const mayRead = (work: Work, definition: AnyRecord): boolean =>
  definition.sort === 'document' ? work.actor.may(`${definition.name}.read`) : namesFor(work).mayRead(definition)

/** The record that is looked at: the one that is named, else the newest there is. */
const recordFor = async (work: Work, definition: AnyRecord, key: string): Promise<PrintedRecord | undefined> => {
  const order = definition.sort === 'document' ? 'date desc, number desc' : 'code'
  const [newest] =
    key === ''
      ? await work.tx.rows<{ id: string }>(
          `select id from ${tableOf(definition).name} where company_id = $1 order by ${order} limit 1`,
          [work.company],
        )
      : [{ id: key }]
  if (newest === undefined) return undefined
  const { header } =
    definition.sort === 'document'
      ? await findDocument(work, definition, newest.id)
      : await findEntity(work, definition, newest.id)
  return (await printedRecords(work, definition, [String(header['id'])], undefined))[0]
}

const papersFor = (definition: AnyRecord): StandardPaper[] =>
  (Object.keys(standardPapers) as StandardPaper[]).filter(
    (paper) => definition.sort === 'document' || standardPapers[paper].kind !== 'receipt',
  )

/** What the designer of templates asks: types, names, shipped layouts, the values of a record, and what it would look like as PDF. */
export const printingRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const forDesigner = { config: { right: 'printTemplate.read' } }
  app.get('/api/printing/types', forDesigner, (request) =>
    answer(context, request, async (work) => {
      const { documents, entities } = work.installed.catalogue
      const types = [...documents.values(), ...entities.values()].filter(
        (definition) => definition.internal !== true && mayRead(work, definition),
      )
      return {
        rows: types.map((definition) => ({
          name: definition.name,
          label: definition.label,
          english: englishOf(definition),
          sort: definition.sort,
        })),
      }
    }),
  )
  app.get('/api/printing/names', forDesigner, (request) =>
    answer(context, request, async (work) => {
      const definition = typeIn(work, queryOf(request)['type'])
      const names = printNamesOf(definition, namesFor(work))
      return {
        names: names.map((name) => ({ ...name })),
        tables: Object.entries(definition.tables).map(([name, { label }]) => ({ name, label })),
        layouts: papersFor(definition).map((paper) => ({
          paper,
          kind: standardPapers[paper].kind,
          label: standardPapers[paper].label,
          english: standardPapers[paper].english,
          layout: layoutJson(standardLayout(definition, names, paper)),
        })),
      }
    }),
  )
  app.get('/api/printing/data', forDesigner, (request) =>
    answer(context, request, async (work) => {
      const query = queryOf(request)
      const definition = typeIn(work, query['type'])
      const found = await recordFor(work, definition, query['record'] ?? '')
      const key = definition.sort === 'document' ? 'number' : 'code'
      return {
        record: found === undefined ? null : { id: found.id, number: String(found.record.header[key]) },
        data: found === undefined ? null : await gatherPrintData(work, definition, found, languageOf(request)),
      }
    }),
  )
  app.get('/api/printing/templates', { config: { right: 'session' } }, (request) =>
    answer(context, request, async (work) => {
      const definition = typeIn(work, queryOf(request)['type'])
      const templates = await templatesOf(work, definition)
      return {
        rows: templates.map(({ id, code, name, kind, isDefault }) => ({ id, code, name, kind, isDefault })),
      }
    }),
  )
  app.post('/api/printing/preview', forDesigner, async (request: FastifyRequest, reply) => {
    const body = bodyOf(request)
    const placed = await inWork(
      context,
      actingOf(request),
      async (work) => {
        const definition = typeIn(work, typeof body['type'] === 'string' ? body['type'] : undefined)
        const { layout, problems } = readLayout(body['layout'], allNamesOf(work, definition))
        if (problems.length > 0)
          throw new Problem('invalid', { zh: '版式有误', en: 'The layout is not valid' }, problems)
        const found = await recordFor(work, definition, typeof body['record'] === 'string' ? body['record'] : '')
        if (found === undefined)
          throw new Problem('invalid', { zh: '还没有可预览的记录', en: 'There is no record yet' })
        const language = languageOf(request)
        const data = await gatherPrintData(work, definition, found, language)
        return sheetsOf(layout, placeRecord(layout, data, { words: paperWords[language] }))
      },
      { readOnly: true },
    )
    return reply.type('application/pdf').send(await writePlacedPdf(placed, 'preview', context.dataDir))
  })
}
