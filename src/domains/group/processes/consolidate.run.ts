import { centsText } from '../../../base/fixed-point.ts'
import { moveDocument, postDocument, unpostDocument } from '../../../kernel/documents/actions.ts'
import { createDocument, findDocument, idIn, numberIn, stateOf } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { forbidden } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { eliminationEntry } from '../documents/elimination-entry.ts'
import { memberOf, periodEnd, readGroup, readMembers } from '../members/read-group.ts'
import { buildEliminations } from '../rules/build-eliminations.ts'
import type { Elimination } from '../rules/elimination.ts'
import { consolidateProcess } from './consolidate.ts'

/** What an earlier run made is taken back; what people wrote stays. */
const forgetMade = async (work: Work, group: string, period: string): Promise<void> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select id from elimination_entry where company_id = $1 and scope = $2 and period = $3 and made and state <> 'void' order by number`,
    [work.company, group, period],
  )
  for (const { id } of rows) {
    const found = await findDocument(work, eliminationEntry, id, { lock: true })
    const draft = stateOf(found) === 'draft' ? found : await unpostDocument(work, eliminationEntry, found)
    await moveDocument(work, eliminationEntry, draft, 'void')
  }
}

const inputOf = (elimination: Elimination, head: { scope: string; period: string; date: string }): JsonObject => ({
  ...head,
  kind: elimination.kind,
  note: elimination.note,
  lines: elimination.lines.map((line) => ({
    statement: line.statement,
    line: line.line,
    ...(line.debit === 0n ? { credit: centsText(line.credit) } : { debit: centsText(line.debit) }),
    ...(line.remark === undefined ? {} : { remark: line.remark }),
  })),
})

const make = async (work: Work, input: JsonObject) => {
  const draft = await createDocument(work, eliminationEntry, input)
  // Only this process says that an entry is its own: the field is computed, so no one types it.
  await work.tx.query(`update elimination_entry set made = true where company_id = $1 and id = $2`, [
    work.company,
    idIn(draft),
  ])
  const own = await findDocument(work, eliminationEntry, idIn(draft), { lock: true })
  const posted = await postDocument(work, eliminationEntry, own)
  return { id: idIn(posted), number: numberIn(posted) }
}

export const runConsolidate = defineProcessRun(consolidateProcess, async (parameters, inWork, progress) => {
  await progress.report(0, 2)
  const { group, to, eliminations } = await inWork(async (work) => {
    if (!work.actor.may('eliminationEntry.post'))
      throw forbidden('没有审核抵销分录的权限', 'You may not post entries of consolidation')
    const found = await readGroup(work, parameters.group)
    const end = periodEnd(work, parameters.period)
    const members = await readMembers(work, found, end)
    return { group: found, to: end, eliminations: buildEliminations(members.map(memberOf), found.terms) }
  })
  await progress.report(1, 2)
  const period = to.slice(0, 7)
  const documents = await inWork(async (work) => {
    await forgetMade(work, group.id, period)
    const made: { id: string; number: string }[] = []
    for (const elimination of eliminations) {
      if (elimination.lines.length > 0)
        made.push(await make(work, inputOf(elimination, { scope: group.id, period, date: to })))
    }
    return made
  })
  await progress.report(2, 2)
  return { documents, numbers: documents.map((one) => one.number).join('、') }
})
