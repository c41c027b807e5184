import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUuid } from '../../../base/id.ts'
import { Problem, forbidden } from '../../definition/problem.ts'
import { findDocument } from '../../documents/documents.ts'
import { findEntity } from '../../documents/entities.ts'
import type { Work } from '../../posting/work.ts'
import { leaveJob } from '../../print/print-jobs.ts'
import type { PrinterLanguage } from '../../print/printer.ts'
import { isPaperName, paperSizes } from '../../print/paper-size.ts'
import { printDocuments } from '../../print/print-documents.ts'
import { printWithTemplate } from '../../print/print-with-template.ts'
import type { PrintAsked } from '../../print/print-with-template.ts'
import { printLogOf } from '../../print/printed-records.ts'
import type { AnyRecord } from '../../print/template/print-names.ts'
import { writeDocumentPdf } from '../../print/write-document-pdf.ts'
import { isPrinterLanguage, printerNamed, printerOf, writeRaw } from '../../print/write-raw.ts'
import { writePlacedPdf } from '../../print/write-placed-pdf.ts'
import { bodyOf, pathPart, queryOf, wholeNumber } from '../body.ts'
import { addressIn, routeRight } from '../company-address.ts'
import { actingOf, answer, change, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import type { Address } from '../record-answers.ts'
import { inWork } from '../work.ts'

const isId = (one: unknown): one is string => typeof one === 'string' && isUuid(one)

const mostRecords = 200
const mostCopies = 100

const paperOf = (name: string) => {
  if (isPaperName(name)) return name
  throw new Problem('malformed', {
    zh: `paper 只能是 ${Object.keys(paperSizes).join('、')}`,
    en: `paper must be one of ${Object.keys(paperSizes).join(', ')}`,
  })
}

const idsOf = (request: FastifyRequest): string[] => {
  const ids = [...new Set((queryOf(request)['ids'] ?? '').split(',').filter((id) => id !== ''))]
  if (ids.length === 0 || !ids.every(isUuid))
    throw new Problem('malformed', { zh: 'ids 应为单据 id，以逗号分隔', en: 'ids must be ids, separated by commas' })
  if (ids.length > mostRecords) {
    throw new Problem('tooLarge', {
      zh: `一次最多打印 ${mostRecords} 张，请分批打印`,
      en: `At most ${mostRecords} documents are printed at once; print them in parts`,
    })
  }
  return ids
}

/** What is asked of a printing in its address. */
const askedOf = (request: FastifyRequest, form: string): PrintAsked => {
  const query = queryOf(request)
  const copies = wholeNumber(query['copies'], 'copies') ?? 1
  if (copies < 1 || copies > mostCopies)
    throw new Problem('malformed', {
      zh: `copies 应为 1 至 ${mostCopies}`,
      en: `copies must be from 1 to ${mostCopies}`,
    })
  return {
    template: query['template'] === '' ? undefined : query['template'],
    language: languageOf(request),
    form,
    printedLines: wholeNumber(query['printed'], 'printed') ?? 0,
    copies,
  }
}

/** A form of its own commands for a printer, carried there as a file. */
const rawForm = (text: string | undefined): PrinterLanguage | undefined => {
  if (text === undefined || text === '' || text === 'pdf' || text === 'pages') return undefined
  if (isPrinterLanguage(text)) return text
  throw new Problem('malformed', {
    zh: 'form 只能是 pdf、pages、escp、escpos、zpl、tspl',
    en: 'form must be one of pdf, pages, escp, escpos, zpl, tspl',
  })
}

const noTemplate = (definition: AnyRecord): Problem =>
  new Problem('invalid', {
    zh: `${definition.label}还没有打印模板，请先在“设置 → 打印模板”里建一个，或选择模板`,
    en: `There is no template for ${definition.name}; make one in the settings, or name one`,
  })

const sendFile = (reply: FastifyReply, file: Buffer, type: string, name: string, place = 'inline') =>
  reply
    .type(type)
    .header('content-disposition', `${place}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(file)

/**
 * Records on paper: by a template of the company (one that is asked for, else the default of each), or a document on standard
 * paper. One, or several in one file.
 */
export const printRoutes = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  const right = routeRight(address, 'read')
  const print = async (
    request: FastifyRequest,
    reply: FastifyReply,
    idsIn: (work: Work, definition: AnyRecord) => Promise<readonly string[]>,
    name: string,
  ) => {
    const query = queryOf(request)
    const paper = query['paper'] === undefined ? undefined : paperOf(query['paper'])
    const raw = rawForm(query['form'])
    // Pages are what the browser draws itself: a receipt at the counter, a picture that is sent by chat.
    const isDrawn = query['form'] === 'pages'
    const asked = askedOf(request, isDrawn ? 'pages' : (raw ?? 'pdf'))
    // The file is made after the transaction: nothing is held open for it.
    const { printing, label } = await inWork(context, actingOf(request), async (work) => {
      const { definition } = addressIn(work, request, address)
      const { label } = definition
      const ids = await idsIn(work, definition)
      const placed = paper === undefined ? await printWithTemplate(work, definition, ids, asked) : undefined
      if (placed !== undefined) return { printing: placed, label }
      if (definition.sort === 'entity' || raw !== undefined || isDrawn) throw noTemplate(definition)
      const size = paper ?? 'a4'
      return { printing: { size, papers: await printDocuments(work, definition, ids, asked.language, size) }, label }
    })
    if (isDrawn && 'pages' in printing) return reply.send({ pages: printing.pages })
    if (raw !== undefined && 'pages' in printing) {
      const bytes = Buffer.from(writeRaw(printing, printerOf(raw)))
      return sendFile(reply, bytes, 'application/octet-stream', `${label}${name}.${raw}`, 'attachment')
    }
    const file =
      'papers' in printing
        ? await writeDocumentPdf(printing.papers, paperSizes[printing.size], asked.language, context.dataDir)
        : await writePlacedPdf(printing.pages, label, context.dataDir)
    return sendFile(reply, file, 'application/pdf', `${label}${name}.pdf`)
  }
  const idOf = async (work: Work, definition: AnyRecord, key: string): Promise<string> => {
    const found =
      definition.sort === 'document' ? findDocument(work, definition, key) : findEntity(work, definition, key)
    return String((await found).header['id'])
  }
  app.get(`${path}/print`, { config: { right } }, async (request, reply) => {
    const ids = idsOf(request)
    return print(request, reply, async () => ids, '')
  })
  app.get(`${path}/:id/print`, { config: { right } }, async (request, reply) => {
    const key = pathPart(request, 'id')
    return print(
      request,
      reply,
      async (work, definition) => [await idOf(work, definition, key)],
      isUuid(key) ? '' : ` ${key}`,
    )
  })
  app.post(`${path}/print`, { config: { right } }, async (request, reply) => {
    const body = bodyOf(request)
    const { ids, printer, template, copies, printed } = body
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > mostRecords || !ids.every(isId))
      throw new Problem('malformed', {
        zh: `ids 应为 1 至 ${mostRecords} 个 id`,
        en: `ids must be 1 to ${mostRecords} ids`,
      })
    return change(context, request, reply, async (work) => {
      if (!work.actor.may('printer.read')) throw forbidden('没有权限使用打印机', 'You may not use printers')
      const { definition } = addressIn(work, request, address)
      const to = await printerNamed(work, typeof printer === 'string' ? printer : '')
      const printing = await printWithTemplate(work, definition, ids, {
        template: typeof template === 'string' && template !== '' ? template : undefined,
        language: languageOf(request),
        form: to.language,
        copies: typeof copies === 'number' && copies >= 1 ? Math.min(mostCopies, Math.trunc(copies)) : 1,
        printedLines: typeof printed === 'number' ? printed : 0,
      })
      if (printing === undefined) throw noTemplate(definition)
      const title = `${definition.label} × ${ids.length}`
      return { status: 201, body: { job: leaveJob(work, to.code, title, writeRaw(printing, to)) } }
    })
  })
  app.get(`${path}/:id/prints`, { config: { right } }, async (request) =>
    answer(context, request, async (work) => {
      const { definition } = addressIn(work, request, address)
      return printLogOf(work, await idOf(work, definition, pathPart(request, 'id')))
    }),
  )
}
