import { invalid } from '../../../kernel/definition/problem.ts'
import { createDocument, numberIn } from '../../../kernel/documents/documents.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { stockCount } from '../documents/stock-count.ts'
import { goodsInScope, scopeText } from './count-scope.ts'
import type { ScopeRow } from './count-scope.ts'
import type { CountScope } from './scope-fields.ts'
import { unitCosts } from './unit-costs.ts'

/** How a sheet is to be counted. */
export interface SheetWays {
  readonly method: 'full' | 'sample' | 'cycle'
  readonly isBlind: boolean
  readonly adjustOnPost: boolean
  readonly toleranceAmount: string | null
  readonly tolerancePercent: string | null
  readonly employee: string | null
  /** Among whom the lines are shared out, in turn and in equal parts: neighbours on the sheet stay with one of them. */
  readonly counters: readonly string[]
  readonly plan?: string
}

/** Who counts a line: the first of the list the first part of the sheet, and so on. */
export const counterOf = (index: number, lines: number, counters: readonly string[]): string | null =>
  counters[Math.floor((index * counters.length) / lines)] ?? null

const linesOf = (rows: readonly ScopeRow[], costs: ReadonlyMap<string, string>, counters: readonly string[]) =>
  rows.map(({ item, lot, bin }, index) => ({
    item,
    lot,
    bin,
    unitCost: costs.get(item) ?? null,
    counter: counterOf(index, rows.length, counters),
  }))

/** 一键生成盘点单: a sheet of everything in the scope, with the books as of this moment. */
export const makeSheet = async (work: Work, scope: CountScope, ways: SheetWays): Promise<LoadedRecord> => {
  const { warehouse } = scope
  if (!warehouse) throw invalid('请选择仓库', 'Choose a warehouse')
  const [rows, words] = await Promise.all([goodsInScope(work, scope), scopeText(work, scope)])
  if (rows.length === 0) throw invalid('该范围没有可盘点的商品', 'There is nothing to count in this scope')
  const costs = await unitCosts(work, warehouse, [...new Set(rows.map((row) => row.item))])
  const { counters, plan, ...head } = ways
  return createDocument(work, stockCount, {
    ...head,
    warehouse,
    plan: plan ?? null,
    scope: words,
    frozenAt: work.clock.now().toISOString(),
    lines: linesOf(rows, costs, counters),
  })
}

/** What a process says of the sheet that it made. */
export const sheetAnswer = (sheet: LoadedRecord) => ({
  type: stockCount.name,
  id: String(sheet.header['id']),
  number: numberIn(sheet),
})
