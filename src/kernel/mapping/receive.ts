import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { actorOf, callerInCompany } from '../access/caller.ts'
import { narrowed } from '../access/rights.ts'
import { Problem } from '../definition/problem.ts'
import { actOn } from '../documents/actions.ts'
import { createDocument } from '../documents/documents.ts'
import type { JsonObject } from '../documents/draft.ts'
import { createEntity } from '../documents/entities.ts'
import { refuseOutOfScope } from '../documents/in-scope.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { ExpressionError } from '../expression/tokens.ts'
import { problemOf } from '../http/problem-body.ts'
import { inWork } from '../http/work.ts'
import type { Acting, WorkSource } from '../http/work.ts'
import type { Work } from '../posting/work.ts'
import { definitionAt } from './interfaces.ts'
import type { OpenInterface } from './interfaces.ts'
import { mapRecord, recordsIn } from './map-record.ts'
import { readMessage } from './read-message.ts'

/** What became of one record that was sent. */
export interface Received {
  readonly externalId: string
  readonly state: 'done' | 'known' | 'failed'
  readonly record?: { readonly id: string; readonly label: string }
  readonly problem?: Problem
}

/** More than this is sent in several messages. */
const mostRecords = 1000

interface KnownRow {
  readonly state: string
  readonly record: string | null
  readonly label: string | null
}

const problemIn = (error: unknown, source: WorkSource): Problem => {
  if (error instanceof ExpressionError) return new Problem('invalid', { zh: error.zh, en: error.en })
  const problem = problemOf(error, source.installed.catalogue)
  if (problem === undefined) throw error
  return problem
}

const labelOf = ({ header }: LoadedRecord): string => textOf(header['number'] ?? header['code'] ?? header['name'])

const write = async (work: Work, asked: OpenInterface, content: JsonObject): Promise<LoadedRecord> => {
  const definition = definitionAt(work.installed.catalogue, asked.type)
  if (definition === undefined)
    throw new Problem('notFound', { zh: `没有类型“${asked.type}”`, en: `There is no type ${asked.type}` })
  const needed = [`${definition.name}.create`, ...(asked.posts ? [`${definition.name}.post`] : [])]
  const lacking = needed.find((right) => !work.actor.may(right))
  if (lacking !== undefined)
    throw new Problem('forbidden', { zh: `建接口的人没有权限：${lacking}`, en: `Its maker lacks the right ${lacking}` })
  const made =
    definition.sort === 'entity'
      ? await createEntity(work, definition, content)
      : await createDocument(work, definition, content)
  await refuseOutOfScope(work, definition, made, true)
  return definition.sort === 'document' && asked.posts ? actOn(work, definition, made, 'post', {}) : made
}

/** Takes one record: at most once by what the other system calls it, together with the log of it. */
const takeOne = async (
  source: WorkSource,
  acting: Acting,
  asked: OpenInterface,
  externalId: string,
  content: JsonObject,
  sent: Json,
): Promise<Received> =>
  inWork(source, acting, async (work) => {
    // The row is what keeps a second one of the same name waiting until this is done.
    const rows = await work.tx.rows<KnownRow>(
      `insert into inbound_message as m (company_id, id, interface_id, external_id, state, source, at)
       values ($1, $2, $3, $4, 'failed', $5, $6)
       on conflict (company_id, interface_id, external_id) do update set at = m.at
       returning state, record_id as record, label`,
      [work.company, newId<'inboundMessage'>(), asked.id, externalId, JSON.stringify(sent), work.clock.now()],
    )
    const known = rows[0]
    if (known?.state === 'done' && known.record !== null)
      return { externalId, state: 'known', record: { id: known.record, label: known.label ?? '' } }
    const made = await write(work, asked, content)
    const record = { id: textOf(made.header['id']), label: labelOf(made) }
    await work.tx.query(
      `update inbound_message set state = 'done', source = $4, record_id = $5, label = $6, error = null, at = $7
       where company_id = $1 and interface_id = $2 and external_id = $3`,
      [work.company, asked.id, externalId, JSON.stringify(sent), record.id, record.label, work.clock.now()],
    )
    return { externalId, state: 'done', record }
  })

const noteFailure = (
  source: WorkSource,
  acting: Acting,
  asked: OpenInterface,
  externalId: string,
  sent: Json,
  problem: Problem,
): Promise<unknown> => {
  const error = { text: problem.text, errors: problem.errors }
  return inWork(source, acting, (work) =>
    work.tx.query(
      `insert into inbound_message as m (company_id, id, interface_id, external_id, state, source, error, at)
       values ($1, $2, $3, $4, 'failed', $5, $6, $7)
       on conflict (company_id, interface_id, external_id) do update set source = excluded.source, error = excluded.error, at = excluded.at
         where m.state <> 'done'`,
      [
        work.company,
        newId<'inboundMessage'>(),
        asked.id,
        externalId,
        JSON.stringify(sent),
        JSON.stringify(error),
        work.clock.now(),
      ],
    ),
  )
}

const takeSource = async (source: WorkSource, acting: Acting, asked: OpenInterface, sent: Json): Promise<Received> => {
  let externalId = ''
  try {
    const mapped = mapRecord(sent, asked.mapping)
    externalId = mapped.externalId.slice(0, 200)
    if (externalId === '')
      throw new Problem('invalid', {
        zh: `没有唯一编号（${asked.mapping.externalId}）`,
        en: `It has no ${asked.mapping.externalId} to call it by`,
      })
    return await takeOne(source, acting, asked, externalId, mapped.content, sent)
  } catch (error) {
    const problem = problemIn(error, source)
    if (externalId !== '') await noteFailure(source, acting, asked, externalId, sent, problem)
    return { externalId, state: 'failed', problem }
  }
}

/** Who writes what comes in: the interface's maker, with no more rights than its type needs. */
const actingFor = async (source: WorkSource, asked: OpenInterface): Promise<Acting> => {
  const caller = await callerInCompany(source.pool, asked.user, asked.company)
  const type = definitionAt(source.installed.catalogue, asked.type)?.name ?? ''
  if (caller?.company !== asked.company)
    throw new Problem('forbidden', { zh: '建接口的人已不在本公司', en: 'Its maker is no user of the company any more' })
  const actor = actorOf(caller)
  return {
    company: asked.company,
    actor: { ...actor, staysHere: true, may: narrowed((right) => caller.may(right), [`${type}.*`, '*.read', '*.see']) },
  }
}

/** Takes what another system sent: record by record, so that a wrong one keeps none of the others back. */
export const receive = async (source: WorkSource, asked: OpenInterface, text: string): Promise<Received[]> => {
  const records = recordsIn(readMessage(text, asked.format), asked.mapping)
  if (records.length > mostRecords)
    throw new Problem('tooLarge', { zh: `一次最多 ${mostRecords} 条`, en: `${mostRecords} records at most` })
  const acting = await actingFor(source, asked)
  const received: Received[] = []
  for (const sent of records) received.push(await takeSource(source, acting, asked, sent))
  return received
}

/** Takes records of the log once more, by the mapping as it is now. */
export const replay = async (
  source: WorkSource,
  asked: OpenInterface,
  sources: readonly Json[],
): Promise<Received[]> => {
  const acting = await actingFor(source, asked)
  const received: Received[] = []
  for (const sent of sources) received.push(await takeSource(source, acting, asked, sent))
  return received
}
