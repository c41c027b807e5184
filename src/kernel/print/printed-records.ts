import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { Problem, notFound } from '../definition/problem.ts'
import { stateOf } from '../documents/documents.ts'
import type { AnyDocument } from '../definition/record.ts'
import { asDocument, loadRecords } from '../documents/load.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { tableOf } from '../documents/storage.ts'
import type { PostingInput } from '../posting/proposal.ts'
import type { Work } from '../posting/work.ts'
import type { AnyRecord } from './template/print-names.ts'

/** A record that is printed, with what stands beside it on paper. */
export interface PrintedRecord {
  readonly id: string
  readonly record: LoadedRecord
  readonly company: string
  /** The number of the document this one reverses. */
  readonly reversed: string | null
  /** The posting turns the sign: a return, a red invoice. */
  readonly negated: boolean
  /** How often it was printed, this time included. */
  readonly prints: number
}

/** How something was printed, for the trail: by which template or paper, and in which form. */
export interface Printing {
  readonly template: string
  readonly form: string
}

/** Counts one printing more of each, and says who printed it when. Answers the counts by id. */
const countPrints = async (
  work: Work,
  definition: AnyRecord,
  ids: readonly string[],
  printing: Printing,
): Promise<ReadonlyMap<string, number>> => {
  const now = work.clock.now()
  const sorted = [...new Set(ids)].toSorted()
  work.tx.send(
    `insert into print_log (company_id, id, record_type, record_id, at, actor, template, form)
     select $1, entry, $2, record, $3, $4, $5, $6 from unnest($7::uuid[], $8::uuid[]) as entries(entry, record)`,
    [
      work.company,
      definition.name,
      now,
      work.actor.name,
      printing.template,
      printing.form,
      sorted.map(() => newId<'print'>()),
      sorted,
    ],
  )
  const rows = await work.tx.rows<{ document_id: string; times: number }>(
    `insert into document_print as p (company_id, document_id, times, last_at, last_by)
     select $1, id, 1, $3, $4 from unnest($2::uuid[]) as ids(id)
     on conflict (company_id, document_id) do update set times = p.times + 1, last_at = excluded.last_at, last_by = excluded.last_by
     returning document_id, times`,
    [work.company, sorted, now, work.actor.name],
  )
  return new Map(rows.map((row) => [row.document_id, row.times]))
}

/** How often a record was printed. */
export const printsOf = async (work: Work, id: string): Promise<number> => {
  const rows = await work.tx.rows<{ times: number }>(
    `select times from document_print where company_id = $1 and document_id = $2`,
    [work.company, id],
  )
  return rows[0]?.times ?? 0
}

/** Who printed a record, when and by what; the last first. */
export const printLogOf = async (work: Work, id: string): Promise<Json> => {
  const rows = await work.tx.rows<{ at: Date; actor: string; template: string; form: string }>(
    `select at, actor, template, form from print_log where company_id = $1 and record_id = $2 order by at desc, id desc limit 200`,
    [work.company, id],
  )
  return { rows: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) }
}

const companyName = async (work: Work): Promise<string> => {
  const rows = await work.tx.rows<{ name: string }>(`select name from company_directory where company_id = $1`, [
    work.company,
  ])
  return rows[0]?.name ?? ''
}

const reversedNumber = async (work: Work, definition: AnyRecord, record: LoadedRecord): Promise<string | null> => {
  const id = record.header['reverses']
  if (typeof id !== 'string') return null
  const rows = await work.tx.rows<{ number: string }>(
    `select number from ${tableOf(definition).name} where company_id = $1 and id = $2`,
    [work.company, id],
  )
  return rows[0]?.number ?? null
}

/** What a rule may look at to tell whether it is negated: the document itself. */
const asInput = (parts: object) => parts as PostingInput<AnyDocument>

/** Whether the kernel turns the sign of what the document posts; only the document itself is asked. */
const isNegated = (work: Work, definition: AnyRecord, record: LoadedRecord): boolean =>
  definition.sort === 'document' &&
  work.installed.postings
    .get(definition.name)
    ?.negated(asInput({ ...asDocument(definition, record), settings: work.settings })) === true

/** 先审核后打印: where the company works so, paper is of what is posted alone. */
const refuseUnposted = (work: Work, definition: AnyRecord, record: LoadedRecord): void => {
  if (definition.sort !== 'document' || work.settings['printAfterPosting'] !== true) return
  const state = stateOf(record)
  if (state === 'posted' || state === 'closed') return
  const number = String(record.header['number'])
  throw new Problem('conflict', {
    zh: `${definition.label} ${number} 还没有审核，公司设置了先审核后打印，请先审核`,
    en: `${number} is not posted; the company prints what is posted only, so post it first`,
  })
}

/** Loads records to be printed, in the order they were asked for, and counts that they are; a look before (no printing) counts nothing. */
export const printedRecords = async (
  work: Work,
  definition: AnyRecord,
  ids: readonly string[],
  printing: Printing | undefined,
): Promise<PrintedRecord[]> => {
  const [records, company] = await Promise.all([loadRecords(work.tx, work.company, definition, ids), companyName(work)])
  const found = ids.map((id) => {
    const record = records.get(id)
    if (record === undefined)
      throw definition.sort === 'document'
        ? notFound('单据不存在', 'There is no such document')
        : notFound(`${definition.label}不存在`, `There is no such ${definition.name}`)
    if (printing !== undefined) refuseUnposted(work, definition, record)
    return { id, record }
  })
  const prints = printing === undefined ? new Map<string, number>() : await countPrints(work, definition, ids, printing)
  return Promise.all(
    found.map(async ({ id, record }) => ({
      id,
      record,
      company,
      reversed: await reversedNumber(work, definition, record),
      negated: isNegated(work, definition, record),
      // A look shows what the next printing would say.
      prints: prints.get(id) ?? (await printsOf(work, id)) + 1,
    })),
  )
}
