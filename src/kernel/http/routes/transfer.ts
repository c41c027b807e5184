import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Json } from '../../../base/json.ts'
import { isIdle } from '../../documents/record-json.ts'
import { kebab } from '../../definition/define.ts'
import { isKeptFrom } from '../../definition/field.ts'
import { Problem } from '../../definition/problem.ts'
import { readStored, storeFile } from '../../files/file-store.ts'
import { enqueue } from '../../jobs/job-runner.ts'
import { inCompany } from '../../own/installed-in.ts'
import type { Work } from '../../posting/work.ts'
import { exportedIn } from '../../transfer/exported-records.ts'
import { listBatches, openBatch } from '../../transfer/import-batch.ts'
import { importColumns, targetOf } from '../../transfer/import-columns.ts'
import { runLongImport } from '../../transfer/import-job.ts'
import { readPlan } from '../../transfer/read-plan.ts'
import { readTableFile } from '../../transfer/read-table.ts'
import { readRemembered, rememberPlan } from '../../transfer/remember-import.ts'
import { runImport } from '../../transfer/run-import.ts'
import type { ImportOptions, ImportOutcome } from '../../transfer/run-import.ts'
import { undoImport } from '../../transfer/undo-import.ts'
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

const optionsOf = (request: FastifyRequest, upload: Upload, address: Address): ImportOptions => {
  const query = queryOf(request)
  return {
    fileName: upload.name,
    mapping: mappingOf(upload.fields['mapping'] ?? query['mapping']),
    update: query['update'] === '1',
    post: query['then'] === 'post',
    plan: readPlan(upload.fields['plan']),
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

const outcomeJson = (outcome: ImportOutcome, language: 'zh' | 'en', dryRun: boolean): Json =>
  JSON.parse(
    JSON.stringify({
      ...outcome,
      dryRun,
      ok: outcome.errors.length === 0,
      errors: outcome.errors.map((error) => ({
        ...error,
        message: error.message[language],
        mends: error.mends.map((mend) => ({ value: mend.value, label: mend.label[language] })),
      })),
    }),
  ) as Json

/** Puts a long import in the queue, with what it needs to go on wherever it is taken up. */
const begin = async (
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  address: Address,
  asked: { readonly upload: Upload; readonly options: ImportOptions },
): Promise<FastifyReply> => {
  const acting = actingOf(request)
  const { upload, options } = asked
  const sha256 = await storeFile(context.dataDir, acting.company, upload.bytes)
  const begun = await change(
    context,
    request,
    reply,
    async (work) => {
      const batch = await openBatch(work, address.definition.name, options.fileName, false)
      const parameters: JobParameters = {
        address: address.name,
        batch,
        sha256,
        contentType: upload.contentType,
        language: languageOf(request),
        options,
      }
      const job = await enqueue(work.tx, acting, 'import', JSON.parse(JSON.stringify(parameters)) as Json)
      return { status: 202, body: { job }, location: `/api/jobs/${job}` }
    },
    uploadContent(upload),
  )
  context.jobs.wake()
  return begun
}

/** What stands at an address, as the company of the request has shaped it. */
const hereOf = (context: ServerContext, request: FastifyRequest, address: Address): Promise<Address> =>
  answer(context, request, async (work) => addressIn(work, request, address))

const runRoute = (app: FastifyInstance, context: ServerContext, address: Address, path: string): void => {
  app.post(path, { config: { right: routeRight(address, 'create') } }, async (request, reply) => {
    const upload = await readUpload(request)
    const here = await hereOf(context, request, address)
    const { definition } = here
    const options = optionsOf(request, upload, here)
    refuseWithoutRights(actingOf(request), here, options)
    const trial = queryOf(request)['dry_run'] === '1'
    const file = await readTableFile(upload.bytes, upload.contentType, options.plan?.sheet)
    if (!trial && (file.rows.length > longRows || queryOf(request)['job'] === '1'))
      return begin(context, request, reply, here, { upload, options })
    const language = languageOf(request)
    // All or nothing: what is wrong with any row leaves everything as it was.
    const keep = async (work: Work) => {
      const remembered = await readRemembered(work, definition.name)
      const asked = { ...options, remembered, trial }
      const outcome = await runImport(work, definition, file.rows, asked, undefined, exportedIn(file, definition.name))
      const isRefused = outcome.errorCount > 0 && options.plan?.skipBad !== true
      if (trial || isRefused) throw new NotKept({ ...outcome, batch: null })
      rememberPlan(work, definition.name, options.plan ?? {}, outcome)
      return { status: 200, body: outcomeJson(outcome, language, false) }
    }
    try {
      return await change(context, request, reply, keep, uploadContent(upload))
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      const { outcome } = error
      const body = outcomeJson(outcome, language, trial)
      return reply.code(outcome.errors.length > 0 && !trial ? 422 : 200).send({ ...Object(body), sheets: file.sheets })
    }
  })
}

const importRoute = (app: FastifyInstance, context: ServerContext, address: Address): void => {
  const path = `/api/imports/${address === ownAddress ? ownSegment : kebab(address.name)}`
  runRoute(app, context, address, path)
  app.get(path, { config: { right: routeRight(address, 'create') } }, async (request) =>
    answer(context, request, async (work) => {
      const { definition } = addressIn(work, request, address)
      return {
        rows: await listBatches(work, definition.name),
        targets: importColumns(definition, work.installed.catalogue.entities)
          .filter((column) => !isKeptFrom(column.field, work.actor.roles) && !isIdle(column.field, work))
          .map((column) => ({
            target: targetOf(column),
            label: column.label,
            required: column.field.required,
            kind: column.field.kind,
          })),
      }
    }),
  )
  app.post(`${path}/:batch/undo`, { config: { right: routeRight(address, 'delete') } }, async (request, reply) =>
    change(context, request, reply, async (work: Work) => ({
      status: 200,
      body: {
        deleted: await undoImport(work, addressIn(work, request, address).definition, pathPart(request, 'batch')),
      },
    })),
  )
  app.get(`${path}/template`, { config: { right: routeRight(address, 'create') } }, async (request, reply) => {
    const { definition } = await hereOf(context, request, address)
    const { roles } = actingOf(request).actor
    const all = importColumns(definition, context.installed.catalogue.entities)
    const told = await answer(context, request, async (work) => all.filter(({ field }) => !isIdle(field, work)))
    const columns = told
      .filter((column) => column.inverse !== true && !isKeptFrom(column.field, roles))
      .map((column) => ({
        name: targetOf(column),
        label: `${column.label}${column.field.required && column.slot === undefined ? '*' : ''}`,
        kind: column.field.kind === 'date' ? ('date' as const) : columnKindOf(column.field.kind),
      }))
    const sheet = { title: `${definition.label}导入模板`, notes: [], columns, rows: [] }
    return sendSheet(reply, sheet, sheetFormat(queryOf(request)['format']) ?? 'xlsx', context.dataDir)
  })
}

interface JobParameters {
  readonly address: string
  readonly batch: string
  readonly sha256: string
  readonly contentType: Upload['contentType']
  readonly language: 'zh' | 'en'
  readonly options: ImportOptions
}

const storedFile = async (context: ServerContext, company: string, sha256: string): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of readStored(context.dataDir, company, sha256)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const importJob = (context: ServerContext, addresses: readonly Address[]): void => {
  context.jobs.register('import', async (given, inSteps, progress) => {
    // Written by the route above, and kept as JSON since.
    const parameters = JSON.parse(JSON.stringify(given)) as JobParameters
    const address = addresses.find((one) => one.name === parameters.address)
    const { company, remembered, definition } = await inSteps(async (work) => {
      const known = work.installed.catalogue.documents.get(parameters.address) ?? address?.definition
      if (known === undefined) throw new Problem('notFound', { zh: '没有这种资料', en: 'There is no such type' })
      return {
        company: work.company,
        remembered: await readRemembered(work, known.name),
        definition: inCompany(work, known),
      }
    })
    const bytes = await storedFile(context, company, parameters.sha256)
    const file = await readTableFile(bytes, parameters.contentType, parameters.options.plan?.sheet)
    const outcome = await runLongImport(inSteps, progress, {
      definition,
      batch: parameters.batch,
      rows: file.rows,
      options: { ...parameters.options, remembered },
      exported: exportedIn(file, definition.name),
    })
    await inSteps(async (work) => rememberPlan(work, definition.name, parameters.options.plan ?? {}, outcome))
    return outcomeJson({ ...outcome, grid: [] }, parameters.language, false)
  })
}

/** Getting tables in: tried first, all or nothing, taken back as a whole. */
export const transferRoutes = (app: FastifyInstance, context: ServerContext): void => {
  const addresses = addressesOf(context).filter((address) => address.name !== 'company')
  for (const address of addresses) importRoute(app, context, address)
  importJob(context, addresses)
}
