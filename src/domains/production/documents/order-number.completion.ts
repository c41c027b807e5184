import type { Id } from '../../../base/id.ts'
import { defineCompletion } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { completionCosting } from './completion-costing.ts'
import { costAllocation } from './cost-allocation.ts'
import { materialIssue, materialReturn } from './material-issue.ts'
import { operationReport } from './operation-report.ts'
import { productionReceipt } from './production-receipt.ts'
import { progressCount } from './progress-count.ts'

interface Named {
  readonly workOrder?: string | null
  readonly workOrderId?: Id<'document'> | null
}

/** Work orders by the numbers that people give. */
const idsOf = async (work: Work, named: readonly Named[]): Promise<(of: Named) => Id<'document'> | null> => {
  const numbers = [...new Set(named.flatMap((one) => (one.workOrder ? [one.workOrder] : [])))]
  const rows =
    numbers.length === 0
      ? []
      : await work.tx.rows<{ id: Id<'document'>; number: string }>(
          `select id, number from work_order where company_id = $1 and number = any($2::text[])`,
          [work.company, numbers],
        )
  const ids = new Map(rows.map((row) => [row.number, row.id]))
  return ({ workOrder }) => (workOrder ? (ids.get(workOrder) ?? null) : null)
}

const completeHead = (document: typeof materialIssue | typeof materialReturn) =>
  defineCompletion(document, async (drafts, work) => {
    const idOf = await idsOf(
      work,
      drafts.map((draft) => draft.header),
    )
    return drafts.map((draft) => ({ ...draft, header: { ...draft.header, workOrderId: idOf(draft.header) } }))
  })

const completeReceipt = defineCompletion(productionReceipt, async (drafts, work) => {
  const idOf = await idsOf(
    work,
    drafts.map((draft) => draft.header),
  )
  return drafts.map((draft) => ({ ...draft, header: { ...draft.header, workOrderId: idOf(draft.header) } }))
})

const completeHours = defineCompletion(operationReport, async (drafts, work) => {
  const idOf = await idsOf(
    work,
    drafts.flatMap((draft) => draft.tables.lines),
  )
  return drafts.map((draft) => ({
    ...draft,
    tables: { lines: draft.tables.lines.map((line) => ({ ...line, workOrderId: idOf(line) })) },
  }))
})

const completeCount = defineCompletion(progressCount, async (drafts, work) => {
  const idOf = await idsOf(
    work,
    drafts.flatMap((draft) => draft.tables.lines),
  )
  return drafts.map((draft) => ({
    ...draft,
    tables: { lines: draft.tables.lines.map((line) => ({ ...line, workOrderId: idOf(line) })) },
  }))
})

const completeAllocation = defineCompletion(costAllocation, async (drafts, work) => {
  const idOf = await idsOf(
    work,
    drafts.flatMap((draft) => draft.tables.lines),
  )
  return drafts.map((draft) => ({
    ...draft,
    tables: { ...draft.tables, lines: draft.tables.lines.map((line) => ({ ...line, workOrderId: idOf(line) })) },
  }))
})

const completeCosting = defineCompletion(completionCosting, async (drafts, work) => {
  const idOf = await idsOf(
    work,
    drafts.flatMap((draft) => [...draft.tables.lines, ...draft.tables.trueUps]),
  )
  return drafts.map((draft) => ({
    ...draft,
    tables: {
      lines: draft.tables.lines.map((line) => ({ ...line, workOrderId: idOf(line) })),
      trueUps: draft.tables.trueUps.map((line) => ({ ...line, workOrderId: idOf(line) })),
    },
  }))
})

/** Documents of production name their order by its number; the product finds which one that is. */
export const orderNumberCompletions = [
  completeHead(materialIssue),
  completeHead(materialReturn),
  completeReceipt,
  completeHours,
  completeCount,
  completeAllocation,
  completeCosting,
]
