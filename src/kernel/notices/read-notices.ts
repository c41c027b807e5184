import { kebab } from '../definition/define.ts'
import type { Work } from '../posting/work.ts'

interface NoticeRow {
  readonly id: string
  readonly subject_type: string | null
  readonly subject_id: string | null
  readonly zh: string
  readonly en: string
  readonly at: Date
  readonly read_at: Date | null
}

/** A notice as its reader gets it. */
export interface NoticeView {
  readonly id: string
  readonly text: string
  readonly subject: { readonly type: string; readonly address: string; readonly id: string } | null
  readonly at: Date
  readonly readAt: Date | null
}

const viewOf = (row: NoticeRow, language: 'zh' | 'en'): NoticeView => ({
  id: row.id,
  text: row[language],
  subject:
    row.subject_type === null || row.subject_id === null
      ? null
      : { type: row.subject_type, address: kebab(row.subject_type), id: row.subject_id },
  at: row.at,
  readAt: row.read_at,
})

/** How many notices wait to be read by whoever acts. */
export const countUnread = async (work: Work): Promise<number> => {
  const rows = await work.tx.rows<{ n: number }>(
    `select count(*)::int as n from notice where company_id = $1 and user_id = $2 and read_at is null`,
    [work.company, work.actor.id],
  )
  return rows[0]?.n ?? 0
}

/** The notices of whoever acts, newest first; `before` is the last id of the page before. */
export const listNotices = async (
  work: Work,
  language: 'zh' | 'en',
  asked: { readonly unread: boolean; readonly before: string | undefined; readonly limit: number },
): Promise<{ rows: NoticeView[]; next: string | null; unread: number }> => {
  const [rows, unread] = await Promise.all([
    work.tx.rows<NoticeRow>(
      `select id, subject_type, subject_id, zh, en, at, read_at from notice
       where company_id = $1 and user_id = $2 and ($3::uuid is null or id < $3) and (not $4 or read_at is null)
       order by id desc limit $5`,
      [work.company, work.actor.id, asked.before ?? null, asked.unread, asked.limit],
    ),
    countUnread(work),
  ])
  const next = rows.length === asked.limit ? (rows.at(-1)?.id ?? null) : null
  return { rows: rows.map((row) => viewOf(row, language)), next, unread }
}

/** Marks one notice read, or all of whoever acts. Answers how many wait still. */
export const readNotices = async (work: Work, id?: string): Promise<number> => {
  await work.tx.query(
    `update notice set read_at = $3 where company_id = $1 and user_id = $2 and read_at is null and ($4::text is null or id::text = $4)`,
    [work.company, work.actor.id, work.clock.now(), id ?? null],
  )
  return countUnread(work)
}
