import type { CalendarDate } from '../../base/calendar-date.ts'
import { newId } from '../../base/id.ts'
import { approve, openApproval, refuseUnapproved, reject, withdraw } from '../approvals/approvals.ts'
import { rulesFor } from '../approvals/rules.ts'
import { forgetSteps } from '../approvals/steps.ts'
import { audit } from '../audit/audit.ts'
import { conflict, fieldProblem, invalid, Problem } from '../definition/problem.ts'
import type { AnyDocument, DocumentState } from '../definition/record.ts'
import { carriedDimensions } from './carried-dimensions.ts'
import { appendToLedgers, beginPosting, standingPostings } from '../posting/engine.ts'
import type { PostingRequest } from '../posting/engine.ts'
import { inCompany } from '../own/installed-in.ts'
import type { Work } from '../posting/work.ts'
import { applyChanges, idIn, numberIn, saveNew, stateOf, writeChanges } from './documents.ts'
import type { JsonObject } from './draft.ts'
import { closeLines, openLines, recordDraws, returnDraws } from './draw.ts'
import { refuseBelowDrawn, refuseIfGrown } from './drawn-limits.ts'
import { documentActions } from './lifecycle.ts'
import type { DocumentAction } from './lifecycle.ts'
import { link } from './links.ts'
import { asDocument } from './load.ts'
import type { LoadedRecord } from './load.ts'
import { takeNumbers } from './numbering.ts'
import { flowLines, prepareToPost } from './prepare.ts'
import { tableOf, updateRow } from './storage.ts'
import { changeUnwritten } from './unwritten.ts'

const target = (definition: AnyDocument, record: LoadedRecord): PostingRequest['document'] => ({
  type: definition.name,
  id: idIn(record),
  number: numberIn(record),
})

const dateIn = (record: LoadedRecord) => record.header['date'] as CalendarDate

const allow = (definition: AnyDocument, record: LoadedRecord, action: DocumentAction) => {
  const rule = documentActions[action]
  if ((rule.from as readonly DocumentState[]).includes(stateOf(record))) return
  throw conflict(
    `${definition.label} ${numberIn(record)} 当前状态不能${rule.label}`,
    `${numberIn(record)} cannot be ${action}ed in the state ${stateOf(record)}`,
  )
}

const moveTo = (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  state: DocumentState,
  action: string,
  note: string | null = null,
) => {
  const posted = state === 'posted' && action === 'post'
  const changes: Record<string, unknown> = {
    state,
    version: Number(record.header['version']) + 1,
    updatedAt: work.clock.now(),
    updatedBy: work.actor.name,
    ...(posted ? { postedAt: work.clock.now(), postedBy: work.actor.name } : {}),
    ...(state === 'draft' ? { postedAt: null, postedBy: null } : {}),
  }
  if (!changeUnwritten(work, idIn(record), changes))
    updateRow(work.tx, work.company, tableOf(definition), idIn(record), changes)
  audit(work, {
    action,
    type: definition.name,
    record: idIn(record),
    label: numberIn(record),
    before: { state: stateOf(record) },
    after: { state, ...(note === null ? {} : { note }) },
  })
  return { header: { ...record.header, ...changes }, tables: record.tables }
}

const refuseBarred = async (work: Work): Promise<void> => {
  for (const bar of work.installed.bars) {
    const refusal = await bar(work)
    if (refusal !== undefined) throw refusal
  }
}

/** 审核: appends what the document means to the ledgers, and opens its lines to what grows out of them. */
export const postDocument = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
): Promise<LoadedRecord> => {
  allow(definition, record, 'post')
  await refuseBarred(work)
  const [prepared, rules] = await Promise.all([prepareToPost(work, definition, record), rulesFor(work, definition)])
  await refuseUnapproved(work, definition, record, prepared, rules)
  const request: PostingRequest = {
    document: target(definition, record),
    action: 'post',
    date: dateIn(record),
    proposals: prepared.proposals,
    remainder: prepared.remainder,
    red: prepared.red,
    carried: carriedDimensions(work, definition, record),
  }
  const posting = beginPosting(work, request)
  openLines(work, definition, idIn(record), (table) => flowLines(record, table))
  recordDraws(work, posting, prepared.draws)
  const posted = moveTo(work, definition, record, 'posted', 'post')
  await appendToLedgers(work, request, posting)
  for (const consequence of work.installed.consequences.get(definition.name) ?? []) {
    await consequence.bring(asDocument(definition, posted), work)
  }
  return posted
}

const refuseIfGuarded = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  action: 'unpost' | 'amend' | 'reverse',
): Promise<void> => {
  for (const each of work.installed.guards.get(definition.name) ?? []) {
    await each.guard(asDocument(definition, record), action, work)
  }
}

/** Takes back what a document brought about when it was posted, before the document itself. */
const takeBackCaused = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  reversedOn: CalendarDate | null = null,
): Promise<void> => {
  for (const consequence of work.installed.consequences.get(definition.name) ?? []) {
    await consequence.takeBack?.(asDocument(definition, record), work, reversedOn)
  }
}

/** What was reversed, and its reversal, stand together as they are. */
const refusePair = async (work: Work, definition: AnyDocument, record: LoadedRecord, verb: string, done: string) => {
  if (record.header['reverses'] !== null) {
    throw conflict(
      `${numberIn(record)} 是红冲单，不能${verb}`,
      `${numberIn(record)} is a reversal and cannot be ${done}`,
    )
  }
  await refuseIfReversed(work, definition, record)
}

/** 反审核: back to draft; the ledgers take back what it posted as if it had never been. */
export const unpostDocument = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
): Promise<LoadedRecord> => {
  allow(definition, record, 'unpost')
  await refusePair(work, definition, record, '反审核', 'unposted')
  await refuseIfGrown(work, definition, record, '反审核')
  await refuseIfGuarded(work, definition, record, 'unpost')
  await takeBackCaused(work, definition, record)
  const postings = await standingPostings(work, idIn(record))
  const posting = await appendToLedgers(work, {
    document: target(definition, record),
    action: 'unpost',
    date: dateIn(record),
    proposals: [],
    counters: { postings, mode: 'withdraw' },
  })
  await returnDraws(work, posting)
  closeLines(work, idIn(record))
  forgetSteps(work, idIn(record))
  return moveTo(work, definition, record, 'draft', 'unpost')
}

/** 变更: the new posting less the stored old one, with a voucher of its own; never below what was drawn or settled. */
export const amendDocument = async (
  work: Work,
  definition: AnyDocument,
  before: LoadedRecord,
  input: JsonObject,
): Promise<LoadedRecord> => {
  allow(definition, before, 'amend')
  await refusePair(work, definition, before, '变更', 'amended')
  await refuseIfGuarded(work, definition, before, 'amend')
  const after = await applyChanges(work, definition, before, input, 'amend')
  if (after.header['date'] !== before.header['date']) {
    throw new Problem('invalid', {
      zh: '变更不能改单据日期；请红冲后重开',
      en: 'Amending cannot change the date; reverse and write a new one',
    })
  }
  const postings = await standingPostings(work, idIn(before))
  const giveBack = { ...appendedBy(definition, before), action: 'amend' as const }
  await returnDraws(work, giveBack)
  const [prepared, rules] = await Promise.all([prepareToPost(work, definition, after), rulesFor(work, definition)])
  await refuseUnapproved(work, definition, after, prepared, rules, 'amend')
  await refuseBelowDrawn(work, definition, before, after)
  const posting = await appendToLedgers(work, {
    document: target(definition, after),
    action: 'amend',
    date: dateIn(after),
    proposals: prepared.proposals,
    remainder: prepared.remainder,
    red: prepared.red,
    carried: carriedDimensions(work, definition, after),
    counters: { postings, mode: 'withdraw', carried: carriedDimensions(work, definition, before) },
  })
  writeChanges(work, definition, after, 'amend', before)
  openLines(work, definition, idIn(after), (table) => flowLines(after, table))
  recordDraws(work, posting, prepared.draws)
  return after
}

const appendedBy = (definition: AnyDocument, record: LoadedRecord) => ({
  id: newId<'posting'>(),
  documentType: definition.name,
  documentId: idIn(record),
  documentNumber: numberIn(record),
  date: dateIn(record),
  recordedAt: new Date(0),
})

/** 红冲: a new document with a number of its own whose posting is the stored entries negated, linked both ways. */
export const reverseDocument = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  date: CalendarDate,
): Promise<LoadedRecord> => {
  allow(definition, record, 'reverse')
  if (record.header['reverses'] !== null) {
    throw conflict(`${numberIn(record)} 本身是红冲单`, `${numberIn(record)} is itself a reversal`)
  }
  if (date < dateIn(record)) {
    throw invalid('红冲日期不能早于原单日期', 'A reversal cannot be dated before what it reverses', [
      fieldProblem('date', `不能早于 ${dateIn(record)}`, `must not be before ${dateIn(record)}`),
    ])
  }
  await refuseIfReversed(work, definition, record)
  await refuseIfGrown(work, definition, record, '红冲')
  await refuseIfGuarded(work, definition, record, 'reverse')
  await takeBackCaused(work, definition, record, date)
  const [postings, [number]] = await Promise.all([
    standingPostings(work, idIn(record)),
    takeNumbers(work, inCompany(work, definition).numbering, date),
  ])
  const reversal = reversalOf(work, record, date, number ?? '')
  saveNew(work, definition, reversal)
  await appendToLedgers(work, {
    document: target(definition, reversal),
    action: 'reverse',
    date,
    proposals: [],
    carried: carriedDimensions(work, definition, record),
    counters: { postings, mode: 'reverse', carried: carriedDimensions(work, definition, record) },
  })
  await returnDraws(work, { ...appendedBy(definition, record), action: 'reverse' })
  closeLines(work, idIn(record))
  const ends = [record, reversal].map((end) => ({ type: definition.name, id: idIn(end) }))
  const [from, to] = ends
  if (from !== undefined && to !== undefined) link(work, from, to, 'reversal')
  audit(work, {
    action: 'reverse',
    type: definition.name,
    record: idIn(record),
    label: numberIn(record),
    after: { by: number },
  })
  return reversal
}

const refuseIfReversed = async (work: Work, definition: AnyDocument, record: LoadedRecord) => {
  const rows = await work.tx.rows<{ number: string }>(
    `select number from ${tableOf(definition).name} where company_id = $1 and reverses = $2 and state <> 'void'`,
    [work.company, idIn(record)],
  )
  if (rows[0] !== undefined) {
    throw conflict(
      `${numberIn(record)} 已被 ${rows[0].number} 红冲`,
      `${numberIn(record)} was already reversed by ${rows[0].number}`,
    )
  }
}

const reversalOf = (work: Work, record: LoadedRecord, date: CalendarDate, number: string): LoadedRecord => {
  const now = work.clock.now()
  const tables = Object.fromEntries(
    Object.entries(record.tables).map(([name, lines]) => [
      name,
      lines.map((line) => ({ ...line, id: newId<'line'>(), source: null })),
    ]),
  )
  const header = {
    ...record.header,
    id: newId<'document'>(),
    number,
    date,
    reverses: idIn(record),
    state: 'posted',
    version: 1,
    createdAt: now,
    createdBy: work.actor.name,
    updatedAt: now,
    updatedBy: work.actor.name,
    postedAt: now,
    postedBy: work.actor.name,
  }
  return { header, tables }
}

const wordsIn = (input: JsonObject, name: string): string | null => {
  const words = input[name]
  if (words === undefined || words === null || words === '') return null
  if (typeof words === 'string' && words.length <= 500 && words.isWellFormed() && !words.includes('\u0000'))
    return words
  throw invalid('说明有误', 'The note is not valid', [fieldProblem(name, '应为 500 字以内的文字', 'must be text')])
}

/** 同意: the last approval posts the document, in the name of who gave it. */
const approveDocument = async (work: Work, definition: AnyDocument, record: LoadedRecord, input: JsonObject) => {
  allow(definition, record, 'approve')
  const note = wordsIn(input, 'note')
  const isLast = await approve(work, definition, record, note)
  audit(work, {
    action: 'approve',
    type: definition.name,
    record: idIn(record),
    label: numberIn(record),
    after: note === null ? {} : { note },
  })
  return isLast ? postDocument(work, definition, record) : record
}

const sendBack = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  action: 'reject' | 'withdraw',
  input: JsonObject,
) => {
  allow(definition, record, action)
  const reason = wordsIn(input, 'reason')
  await (action === 'reject' ? reject(work, definition, record, reason) : withdraw(work, record))
  return moveTo(work, definition, record, 'draft', action, reason)
}

/** The actions that change no ledger: submit, void, close, reopen. */
export const moveDocument = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  action: 'submit' | 'void' | 'close' | 'reopen',
): Promise<LoadedRecord> => {
  allow(definition, record, action)
  if (action === 'submit') await openApproval(work, definition, record)
  if (action === 'void') forgetSteps(work, idIn(record))
  return moveTo(work, definition, record, documentActions[action].to, action)
}

/** Takes an action by name; what it needs beside the document is in `input`. */
export const actOn = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  action: DocumentAction,
  input: JsonObject,
): Promise<LoadedRecord> => {
  switch (action) {
    case 'post':
      return postDocument(work, definition, record)
    case 'unpost':
      return unpostDocument(work, definition, record)
    case 'amend':
      return amendDocument(work, definition, record, input)
    case 'reverse':
      return reverseDocument(work, definition, record, (input['date'] as CalendarDate | undefined) ?? dateIn(record))
    case 'approve':
      return approveDocument(work, definition, record, input)
    case 'reject':
    case 'withdraw':
      return sendBack(work, definition, record, action, input)
    default:
      return moveDocument(work, definition, record, action)
  }
}
