import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { compareSheet } from '../counts/compare-sheet.ts'
import { compareCount } from './count-calls.ts'

/** Compares a sheet with the books; who may not, is not told what they say. */
export const runCompareCount = defineCallRun(compareCount, (parameters, work) =>
  compareSheet(work, parameters.count ?? '', {
    uncountedIsZero: parameters.uncounted === 'zero',
    accept: parameters.accept === true,
  }),
)
