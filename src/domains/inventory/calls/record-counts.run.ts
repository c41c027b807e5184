import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { entriesOf, goodsKey, openSheet } from '../counts/open-sheet.ts'
import type { OpenSheet, StoredEntry } from '../counts/open-sheet.ts'
import { readEntries } from '../counts/read-entries.ts'
import type { SentEntry } from '../counts/read-entries.ts'
import { sheetView } from '../counts/sheet-view.ts'
import { recordCounts, undoCount } from './count-calls.ts'

/**
 * When entries were scanned. The way a message takes is not known, so that of two entries of a device the later one may seem
 * the earlier: it is put behind the one it followed, or 撤销 would take back the wrong one, and a figure that says the whole
 * would swallow what was scanned after it.
 */
const scannedAt = (now: Date, entries: readonly SentEntry[], known: readonly StoredEntry[]): Date[] => {
  const at = new Map(known.map((one) => [one.id, one.scannedAt.getTime()]))
  return entries.map(({ id, ago, after }) => {
    const before = after === null ? undefined : at.get(after)
    const time = Math.max(now.getTime() - ago, before === undefined ? 0 : before + 1)
    at.set(id, time)
    return new Date(time)
  })
}

const insertEntries = (
  work: Work,
  sheet: OpenSheet,
  entries: readonly SentEntry[],
  known: readonly StoredEntry[],
): Promise<unknown> => {
  const now = work.clock.now()
  return work.tx.query(
    `insert into count_entry (company_id, id, count_id, round, item, lot, bin, kind, quantity, user_id, user_name, scanned_at, recorded_at, undone_at)
     select $1, e.id, $2, $3, e.item, e.lot, e.bin, e.kind, e.quantity, $4, $5, e.at, $6, case when e.undone then $6::timestamptz end
     from unnest($7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::numeric[], $12::timestamptz[], $13::boolean[], $14::uuid[])
       as e(id, item, lot, kind, quantity, at, undone, bin)
     on conflict do nothing`,
    [
      work.company,
      sheet.record.header.id,
      sheet.round,
      work.actor.id,
      work.actor.name,
      now,
      entries.map((one) => one.id),
      entries.map((one) => one.item),
      entries.map((one) => one.lot),
      entries.map((one) => one.kind),
      entries.map((one) => one.quantity),
      scannedAt(now, entries, known),
      entries.map((one) => one.undone),
      entries.map((one) => one.bin),
    ],
  )
}

/** What was found lies in a bin of the warehouse that is counted. */
const refuseElsewhere = async (work: Work, sheet: OpenSheet, sent: readonly SentEntry[]): Promise<void> => {
  if (sent.every((one) => one.bin === null)) return
  const rows = await work.tx.rows<{ id: string }>(
    `select id from bin where company_id = $1 and warehouse = $2 and id = any($3::uuid[])`,
    [work.company, sheet.record.header.warehouse, sent.flatMap((one) => one.bin ?? [])],
  )
  const own = new Set(rows.map((row) => row.id))
  const problems = sent.flatMap((one, index) =>
    one.bin === null || own.has(one.bin)
      ? []
      : [fieldProblem(`entries.${index}.bin`, '不是这个仓库的货位', 'is not a bin of this warehouse')],
  )
  if (problems.length > 0) throw invalid('实盘记录有误', 'The entries are not valid', problems)
}

const refuseOver = (sheet: OpenSheet): void => {
  if (sheet.stage !== 'compared') return
  throw conflict(
    `${sheet.record.header.number} 已比对，不能再录入；有误请在单据上修改`,
    `${sheet.record.header.number} is compared already; change it on the document`,
  )
}

/** 复盘: only what is to be counted again, and by someone else than the first time. */
const refuseInRecount = (
  work: Work,
  sheet: OpenSheet,
  sent: readonly SentEntry[],
  known: readonly StoredEntry[],
): void => {
  if (sheet.stage !== 'recounting') return
  const waiting = new Set(sheet.record.lines.flatMap((line) => (line.needsRecount === true ? [goodsKey(line)] : [])))
  const mine = new Set(known.flatMap((one) => (one.round === 1 && one.userId === work.actor.id ? [goodsKey(one)] : [])))
  const problems = sent.flatMap((one, index) => {
    const path = `entries.${index}.item`
    if (!waiting.has(goodsKey(one))) return [fieldProblem(path, '此商品不需复盘', 'does not have to be counted again')]
    return mine.has(goodsKey(one))
      ? [fieldProblem(path, '初盘是您盘的，请由另一人复盘', 'was counted by you; someone else has to count it again')]
      : []
  })
  if (problems.length > 0) throw invalid('不能复盘', 'This cannot be counted again', problems)
}

/** Takes entries of the round back, one's own, or anyone's by whoever may compare; gives how many. */
const takeBack = async (work: Work, sheet: OpenSheet, entries: readonly string[]): Promise<number> => {
  const { rowCount } = await work.tx.query(
    `update count_entry set undone_at = $3 where company_id = $1 and count_id = $2 and id::text = any($4::text[]) and round = $5
       and undone_at is null and (user_id = $6 or $7)`,
    [
      work.company,
      sheet.record.header.id,
      work.clock.now(),
      entries,
      sheet.round,
      work.actor.id,
      work.actor.may('stockCount.compare'),
    ],
  )
  return rowCount
}

/** Records once what a device sends, however often it does, and answers the sheet as it stands. */
export const runRecordCounts = defineCallRun(recordCounts, async (parameters, work) => {
  const sent = readEntries(parameters.entries)
  const sheet = await openSheet(work, parameters.count ?? '')
  const known = await entriesOf(work, sheet.record.header.id)
  const fresh = sent.filter((one) => !known.some((other) => other.id === one.id))
  if (fresh.length > 0) refuseOver(sheet)
  refuseInRecount(work, sheet, fresh, known)
  await refuseElsewhere(work, sheet, fresh)
  const lines = new Set(sheet.record.lines.map(goodsKey))
  await insertEntries(work, sheet, fresh, known)
  const undone = sent.flatMap((one) => (one.undone && !fresh.includes(one) ? [one.id] : []))
  if (undone.length > 0) await takeBack(work, sheet, undone)
  const outside = fresh.filter((one) => !lines.has(goodsKey(one))).map((one) => one.id)
  return { ...(await sheetView(work, sheet)), outside }
})

export const runUndoCount = defineCallRun(undoCount, async (parameters, work) => {
  const sheet = await openSheet(work, parameters.count ?? '')
  refuseOver(sheet)
  const found = await takeBack(work, sheet, [parameters.entry ?? ''])
  if (found === 0) throw conflict('没有这条可撤销的记录', 'There is no such entry to take back')
  return sheetView(work, sheet)
})
