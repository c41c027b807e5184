import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { kebab } from '../../definition/define.ts'
import { isKeptFrom } from '../../definition/field.ts'
import { Problem } from '../../definition/problem.ts'
import { readStored, storeFile } from '../../files/file-store.ts'
import { enqueue } from '../../jobs/job-runner.ts'
import { inCompany } from '../../own/installed-in.ts'
import type { Work } from '../../posting/work.ts'
import { importColumns } from '../../transfer/import-columns.ts'
import { readTable } from '../../transfer/read-table.ts'
import type { TableRow } from '../../transfer/read-table.ts'
import { runImport, undoImport } from '../../transfer/run-import.ts'
import type { ImportOptions, ImportOutcome } from '../../transfer/run-import.ts'
import { columnKindOf } from '../../transfer/sheet.ts'
import { isJsonObject } from '../../documents/draft.ts'
import { pathPart, queryOf } from '../body.ts'
import { addressIn, ownAddress, ownSegment, routeRight } from '../company-address.ts'
import { actingOf, answer, change, languageOf } from '../context.ts'
import type { ServerContext } from '../context.ts'
import { rightsAt } from '../record-answers.ts'
import type { Address } from '../record-answers.ts'
import { sendSheet, sheetFormat } from '../send-sheet.ts'
import type { Acting } from '../work.ts'
import { readUpload, uploadContent } from './files.ts'
import type { Upload } from './files.ts'
import { addressesOf } from './records.ts'

/** Files with more rows go on as a job, unless they are only tried. */
const longRows = 3000

/** Carries the outcome of a trial out of the transaction that it rolls back. */
class NotKept extends Error {
  readonly outcome: ImportOutcome

  constructor(outcome: ImportOutcome) {
    super('not kept')
    this.outcome = outcome
  }
}

const mappingOf = (text: string | undefined): Record<string, string> => {
  if (text === undefined || text === '') return {}
  try {
    const parsed = JSON.parse(text) as Json
    if (isJsonObject(parsed))
      return Object.fromEntries(
        Object.entries(parsed).map(([head, name]) => [head, typeof name === 'string' ? name : '']),
      )
  } catch {
    // Told below.
  }
  throw new Problem('malformed', { zh: 'mapping 应为 {"表头":"字段"}', en: 'mapping must be {"head":"field"}' })
}

const isWorkbook = (upload: Pick<Upload, 'contentType'>): boolean => upload.contentType.includes('spreadsheetml')

const rowsOf = (upload: Pick<Upload, 'contentType' | 'bytes'>): Promise<TableRow[]> => {
  if (!isWorkbook(upload) && upload.contentType !== 'text/plain') {
    throw new Problem('invalid', { zh: '只能导入 xlsx 或 csv 文件', en: 'Only xlsx and csv files can be imported' })
  }
  return readTable(upload.bytes, isWorkbook(upload))
}

const optionsOf = (request: FastifyRequest, upload: Upload, address: Address): ImportOptions => {
  const query = queryOf(request)
  return {
    fileName: upload.name,
    mapping: mappingOf(upload.fields['mapping'] ?? query['mapping']),
    update: query['update'] === '1',
    post: query['then'] === 'post',
    // Records imported at the address of a role play that role.
    defaults: address.flag === undefined ? {} : { [address.flag]: true },
  }
}

const refuseWithoutRights = (acting: Acting, address: Address, options: ImportOptions): void => {
  const wanted = [...(options.update ? ['update'] : []), ...(options.post ? ['post'] : [])]
  for (const verb of wanted) {
    if (rightsAt(address, verb).some((right) => acting.actor.may(right))) continue
    throw new Problem('forbidden', {
      zh: `需要权限：${address.name}.${verb}`,
      en: `It needs the right ${address.name}.${verb}`,
    })
  }
}

const outcomeJson = (outcome: ImportOutcome, language: 'zh' | 'en', dryRun: boolean) => ({
  ...outcome,
  dryRun,
  ok: outcome.errors.length === 0,
  errors: outcome.errors.map((error) => ({ ...error, message: error.message[language] })),
})

const importRoute = (app: FastifyInstance, context: ServerContext, address: Address): void => {
  const path = `/api/imports/${address === ownAddress ? ownSegment : kebab(address.name)}`
  app.post(path, { config: { right: routeRight(address, 'create') } }, async (request, reply) => {
    const acting = actingOf(request)
    const upload = await readUpload(request)
    const here = await answer(context, request, async (work) => addressIn(work, request, address))
    const options = optionsOf(request, upload, here)
    refuseWithoutRights(acting, here, options)
    const dryRun = queryOf(request)['dry_run'] === '1'
    const rows = await rowsOf(upload)
    if (!dryRun && (rows.length > longRows || queryOf(request)['job'] === '1')) {
      const sha256 = await storeFile(context.dataDir, acting.company, upload.bytes)
      const parameters: JobParameters = { address: here.name, sha256, contentType: upload.contentType, options }
      const begin = async (work: Work) => {
        const job = await enqueue(work.tx, acting, 'import', JSON.parse(JSON.stringify(parameters)) as Json)
        return { status: 202, body: { job }, location: `/api/jobs/${job}` }
      }
      const begun = await change(context, request, reply, begin, uploadContent(upload))
      context.jobs.wake()
      return begun
    }
    const language = languageOf(request)
    // All or nothing: what is wrong with any row leaves everything as it was.
    const keep = async (work: Work) => {
      const outcome = await runImport(work, addressIn(work, request, address).definition, rows, options)
      if (dryRun || outcome.errors.length > 0) throw new NotKept({ ...outcome, batch: null })
      return { status: 200, body: JSON.parse(JSON.stringify(outcomeJson(outcome, language, false))) as Json }
    }
    try {
      return await change(context, request, reply, keep, uploadContent(upload))
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      const { outcome } = error
      const isRefused = outcome.errors.length > 0 && !dryRun
      return reply.code(isRefused ? 422 : 200).send(outcomeJson(outcome, language, dryRun))
    }
  })
  app.post(`${path}/:batch/undo`, { config: { right: routeRight(address, 'delete') } }, async (request, reply) =>
    change(context, request, reply, async (work: Work) => ({
      status: 200,
      body: {
        deleted: await undoImport(work, addressIn(work, request, address).definition, pathPart(request, 'batch')),
      },
    })),
  )
  app.get(`${path}/template`, { config: { right: routeRight(address, 'create') } }, async (request, reply) => {
    const { definition } = await answer(context, request, async (work) => addressIn(work, request, address))
    const { roles } = actingOf(request).actor
    const shown = importColumns(definition).filter(({ field }) => !isKeptFrom(field, roles))
    const columns = shown.map((column) => ({
      name: `${column.part}.${column.name}`,
      label: `${column.field.label}${column.field.required ? '*' : ''}`,
      kind: column.field.kind === 'date' ? ('date' as const) : columnKindOf(column.field.kind),
    }))
    const sheet = { title: `${definition.label}导入模板`, notes: [], columns, rows: [] }
    return sendSheet(reply, sheet, sheetFormat(queryOf(request)['format']) ?? 'xlsx', context.dataDir)
  })
}

interface JobParameters {
  readonly address: string
  readonly sha256: string
  readonly contentType: Upload['contentType']
  readonly options: ImportOptions
}

const importJob = (context: ServerContext, addresses: readonly Address[]): void => {
  context.jobs.register('import', async (given, inSteps, progress) => {
    // Written by the route above, and kept as JSON since.
    const parameters = JSON.parse(JSON.stringify(given)) as JobParameters
    const address = addresses.find((one) => one.name === parameters.address)
    return inSteps(async (work) => {
      const known = work.installed.catalogue.documents.get(parameters.address) ?? address?.definition
      if (known === undefined) throw new Problem('notFound', { zh: '没有这种资料', en: 'There is no such type' })
      const definition = inCompany(work, known)
      const chunks: Buffer[] = []
      for await (const chunk of readStored(context.dataDir, work.company, parameters.sha256))
        chunks.push(chunk as Buffer)
      const rows = await rowsOf({ bytes: Buffer.concat(chunks), contentType: parameters.contentType })
      const outcome = await runImport(work, definition, rows, parameters.options, async (done, total) => {
        await progress.report(done, total)
        if (await progress.cancelled())
          throw new Problem('conflict', { zh: '导入已取消，没有保存任何内容', en: 'Cancelled; nothing was kept' })
      })
      if (outcome.errors.length > 0) {
        const errors = outcome.errors.map((error) => ({
          path: `${error.sheet}!${error.row} ${error.column ?? ''}`,
          message: error.message,
        }))
        throw new Problem(
          'invalid',
          { zh: '导入有误，没有保存任何内容', en: 'The import has errors; nothing was kept' },
          errors,
        )
      }
      return JSON.parse(JSON.stringify(outcome)) as Json
    })
  })
}

/** Getting tables in: tried first, all or nothing, taken back as a whole. */
export const transferRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const addresses = addressesOf(context).filter((address) => address.name !== 'company')
  for (const address of addresses) importRoute(app, context, address)
  importJob(context, addresses)
}
