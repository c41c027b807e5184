import { conflict } from '../../../kernel/definition/problem.ts'
import { findDocument, numberIn, stateOf } from '../../../kernel/documents/documents.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { DocumentRecord } from '../../../kernel/definition/record.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { decimal } from '../../../base/decimal.ts'
import type { CountEntry } from '../rules/fold-count.ts'
import { stockCount } from '../documents/stock-count.ts'

export type CountRecord = DocumentRecord<typeof stockCount>
export type Stage = 'counting' | 'recounting' | 'compared'

/** A sheet that can be counted: which round is under way, or that it is over. */
export interface OpenSheet {
  readonly record: CountRecord
  readonly stage: Stage
  readonly round: number
  readonly frozenAt: Date
}

/** An entry with the goods it is about. */
export interface StoredEntry extends CountEntry {
  readonly id: string
  readonly round: number
  readonly item: string
  readonly lot: string | null
  readonly bin: string | null
  readonly userId: string
}

interface EntryRow {
  readonly id: string
  readonly round: number
  readonly item: string
  readonly lot: string | null
  readonly bin: string | null
  readonly kind: 'add' | 'set'
  readonly quantity: string
  readonly user_id: string
  readonly user_name: string
  readonly scanned_at: Date
}

/** Goods of a sheet, as one word. */
export const goodsKey = (goods: {
  readonly item: string | null
  readonly lot: string | null
  readonly bin: string | null
}) => `${goods.item ?? ''}/${goods.lot ?? ''}/${goods.bin ?? ''}`

/** The sheet by id or number. Refused where it is no draft any more, or was written by hand and has no moment of its own. */
export const openSheet = async (
  work: Work,
  key: string,
  options: { readonly lock?: boolean } = {},
): Promise<OpenSheet> => {
  const loaded = await findDocument(work, stockCount, key, options)
  if (stateOf(loaded) !== 'draft') {
    throw conflict(`${numberIn(loaded)} 不是草稿，不能再盘`, `${numberIn(loaded)} is not a draft any more`)
  }
  const record = asDocument(stockCount, loaded)
  const { stage, frozenAt } = record.header
  if (stage === null || frozenAt === null) {
    throw conflict(
      `${numberIn(loaded)} 是手工录入的盘点单，请直接填写实盘数量；要扫码盘点请用“生成盘点单”`,
      `${numberIn(loaded)} was written by hand: type its quantities, or start a count to scan`,
    )
  }
  return { record, stage, round: stage === 'recounting' ? 2 : 1, frozenAt }
}

/** What stands of what was scanned and typed, in the order of the scans. */
export const entriesOf = async (work: Work, count: string): Promise<StoredEntry[]> => {
  const rows = await work.tx.rows<EntryRow>(
    `select id, round, item, lot, bin, kind, quantity, user_id, user_name, scanned_at from count_entry
     where company_id = $1 and count_id = $2 and undone_at is null order by scanned_at, recorded_at, id`,
    [work.company, count],
  )
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    item: row.item,
    lot: row.lot,
    bin: row.bin,
    kind: row.kind,
    quantity: decimal(row.quantity),
    scannedAt: row.scanned_at,
    userId: row.user_id,
    userName: row.user_name,
  }))
}
