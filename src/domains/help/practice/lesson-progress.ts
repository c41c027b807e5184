import type { Work } from '../../../kernel/posting/work.ts'
import { lessons } from './lessons.ts'

/** Which types of documents each person has posted themselves since the practice was opened, by their id. */
export const postedSince = async (work: Work, since: Date | string): Promise<Map<string, Set<string>>> => {
  const rows = await work.tx.rows<{ actor: string; type: string }>(
    `select distinct actor, document_type as type from posting where company_id = $1 and action = 'post' and recorded_at > $2`,
    [work.company, since],
  )
  const byPerson = new Map<string, Set<string>>()
  for (const { actor, type } of rows) byPerson.set(actor, (byPerson.get(actor) ?? new Set()).add(type))
  return byPerson
}

/** How many steps there are in all lessons. */
export const stepCount = lessons.reduce((sum, lesson) => sum + lesson.steps.length, 0)

/** How many of them someone who has posted these types has done. */
export const stepsDone = (posted: ReadonlySet<string>): number =>
  lessons.reduce((sum, lesson) => sum + lesson.steps.filter((step) => posted.has(step.posted)).length, 0)
