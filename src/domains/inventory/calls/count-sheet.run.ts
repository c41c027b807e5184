import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { goodsInScope } from '../counts/count-scope.ts'
import { openSheet } from '../counts/open-sheet.ts'
import { sheetView } from '../counts/sheet-view.ts'
import { countSheet, previewCount } from './count-calls.ts'

/** The sheet with what was counted so far. */
export const runCountSheet = defineCallRun(countSheet, async (parameters, work) =>
  sheetView(work, await openSheet(work, parameters.count ?? '')),
)

/** How many lines and items a sheet of the scope would have; nothing of what the books say. */
export const runPreviewCount = defineCallRun(previewCount, async (scope, work) => {
  const rows = await goodsInScope(work, scope)
  return { lines: rows.length, items: new Set(rows.map((row) => row.item)).size }
})
