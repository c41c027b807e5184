import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { movableClock } from '../../base/clock.ts'
import type { MovableClock } from '../../base/clock.ts'
import { newId } from '../../base/id.ts'
import type { Id } from '../../base/id.ts'
import { companyFiles } from '../../kernel/files/company-files.ts'
import { schemaDifference } from '../../kernel/database/schema-sql.ts'
import { withRowConditions } from '../../kernel/database/row-conditions.ts'
import { systemTables } from '../../kernel/database/system-tables.ts'
import { tablesOf } from '../../kernel/database/table-spec.ts'
import { readStamps } from '../../kernel/documents/shared-records.ts'
import { inTransaction } from '../../kernel/database/transaction.ts'
import { catalogueOf } from '../../kernel/definition/domain.ts'
import type { Domain } from '../../kernel/definition/domain.ts'
import type { AnyDocument, AnyEntity } from '../../kernel/definition/record.ts'
import { actOn } from '../../kernel/documents/actions.ts'
import { convertDocument } from '../../kernel/documents/convert.ts'
import { createDocument, findDocument } from '../../kernel/documents/documents.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import { createEntity } from '../../kernel/documents/entities.ts'
import { demandRights } from '../../kernel/http/elsewhere.ts'
import { install } from '../../kernel/documents/installed.ts'
import type { Installed, ServerDomain } from '../../kernel/documents/installed.ts'
import type { DocumentAction } from '../../kernel/documents/lifecycle.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import type { Settings } from '../../kernel/posting/proposal.ts'
import type { Work } from '../../kernel/posting/work.ts'
import { openSecretBox } from '../../kernel/secrets/secret-box.ts'
import { foundation } from '../foundation.ts'
import { foundationServer, ledgerTables } from '../foundation-server.ts'
import { createCompany } from '../setup/create-company.ts'

/** A company's books for a test: documents are written and posted as the product does, without HTTP. */
export interface Books {
  readonly company: Id<'company'>
  readonly installed: Installed
  readonly clock: MovableClock
  inWork<T>(step: (work: Work) => Promise<T>): Promise<T>
  entity(definition: AnyEntity, input: JsonObject): Promise<LoadedRecord>
  /** Creates and posts a document. */
  post(definition: AnyDocument, input: JsonObject): Promise<LoadedRecord>
  draft(definition: AnyDocument, input: JsonObject): Promise<LoadedRecord>
  act(definition: AnyDocument, record: LoadedRecord, action: DocumentAction, input?: JsonObject): Promise<LoadedRecord>
  /** 下推: a draft of the target with what is open, over which `more` is laid, created and posted. */
  push(
    from: AnyDocument,
    record: LoadedRecord,
    to: AnyDocument,
    more?: JsonObject,
    /** Which way, where several lead there. */
    flow?: string,
  ): Promise<LoadedRecord>
  rows<Row>(sql: string, ...values: readonly unknown[]): Promise<Row[]>
}

export interface BooksOptions {
  readonly domains?: readonly Domain[]
  readonly servers?: readonly ServerDomain[]
  readonly settings?: JsonObject
  readonly today?: CalendarDate
  /** A code and a name of its own, where others name it. */
  readonly code?: string
  readonly name?: string
  /** What the person may do in other companies; everything unless told. */
  readonly mayElsewhere?: (company: string, right: string) => boolean
  /** The tables are there already, from the migrations. */
  readonly migrated?: boolean
}

/** The books of this process by company: one company's unit of work reaches another's through them. */
const opened = new Map<string, Books>()

const toJson = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

const settingsIn = async (work: { tx: Work['tx']; company: string }): Promise<Settings> => {
  const rows = await work.tx.rows<Record<string, string | boolean | null>>(
    `select * from company where company_id = $1`,
    [work.company],
  )
  const row = rows[0] ?? {}
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}

/** Opens a new company in a database, with the tables its definitions need. */
export const openBooks = async (database: { pool: Pool; owner: Pool }, options: BooksOptions = {}): Promise<Books> => {
  const catalogue = catalogueOf([foundation, ...(options.domains ?? [])])
  const installed = install(catalogue, [foundationServer, ...(options.servers ?? [])])
  if (options.migrated !== true) {
    const wanted = withRowConditions(catalogue, [
      ...systemTables,
      ...ledgerTables,
      ...tablesOf(catalogue),
      ...(options.servers ?? []).flatMap((one) => one.tables ?? []),
    ])
    await database.owner.query(schemaDifference([], wanted).join('\n'))
  }
  const company = newId<'company'>()
  const clock = movableClock(options.today ?? ('2026-01-01' as CalendarDate))
  const files = companyFiles(join(tmpdir(), 'suanpan-books'), company)
  const secrets = openSecretBox(join(tmpdir(), 'suanpan-books'))
  const apart = <T>(step: (tx: Work['tx']) => Promise<T>) => inTransaction(database.pool, { company }, step)
  const actor = { id: 'tester', name: '测试', may: () => true }
  const elsewhere: Work['elsewhere'] = (question, step) => {
    const sister = opened.get(question.company)
    if (sister === undefined) throw new Error(`no books of ${question.company} are open`)
    const actorThere = { ...actor, may: (right: string) => options.mayElsewhere?.(question.company, right) !== false }
    const allowed = demandRights(actorThere, question, question.company)
    return sister.inWork((work) => step({ ...work, actor: allowed }))
  }
  const inWork = <T>(step: (work: Work) => Promise<T>): Promise<T> =>
    inTransaction(database.pool, { company }, async (tx) => {
      const [settings, stamps] = await Promise.all([settingsIn({ tx, company }), readStamps(tx, company)])
      return step({ tx, company, actor, clock, settings, stamps, installed, files, secrets, apart, elsewhere })
    })
  await inWork((work) =>
    createCompany(work, {
      code: options.code ?? `T${company.slice(-6)}`,
      name: options.name ?? '测试公司',
      ...(options.settings ? { settings: options.settings } : {}),
    }),
  )
  const books: Books = {
    company,
    installed,
    clock,
    inWork,
    entity: (definition, input) => inWork((work) => createEntity(work, definition, input)),
    draft: (definition, input) => inWork((work) => createDocument(work, definition, input)),
    post: (definition, input) =>
      inWork(async (work) => actOn(work, definition, await createDocument(work, definition, input), 'post', {})),
    act: (definition, record, action, input = {}) =>
      inWork(async (work) => {
        const found = await findDocument(work, definition, String(record.header['id']), { lock: true })
        return actOn(work, definition, found, action, input)
      }),
    push: (from, record, to, more = {}, flow) =>
      inWork(async (work) => {
        const { draft } = await convertDocument(work, from, String(record.header['id']), to.name, flow)
        return actOn(work, to, await createDocument(work, to, { ...toJson(draft), ...more }), 'post', {})
      }),
    rows: (sql, ...values) => inWork((work) => work.tx.rows(sql, [work.company, ...values])),
  }
  opened.set(company, books)
  return books
}
