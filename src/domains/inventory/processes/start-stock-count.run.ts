import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { idsByCode } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { makeSheet, sheetAnswer } from '../counts/make-sheet.ts'
import { startStockCount } from './start-stock-count.ts'

const countersOf = async (work: Work, written: string | null | undefined): Promise<string[]> => {
  const codes = (written ?? '').split(/[,，、\s]+/).filter((code) => code !== '')
  const ids = await idsByCode(work.tx, work.company, employee, codes)
  return codes.map((code) => {
    const id = ids.get(code)
    if (id === undefined) {
      throw invalid('参数有误', 'The parameters are not valid', [
        fieldProblem('counters', `没有员工“${code}”`, `there is no employee ${code}`),
      ])
    }
    return id
  })
}

/** Writes the draft in one transaction; its lines have no counted quantity until someone counts. */
export const runStartStockCount = defineProcessRun(startStockCount, async (parameters, inWork, progress) => {
  const made = await inWork(async (work) =>
    makeSheet(work, parameters, {
      method: parameters.method ?? (parameters.sample ? 'sample' : 'full'),
      isBlind: parameters.isBlind === true,
      adjustOnPost: parameters.adjustOnPost !== false,
      toleranceAmount: parameters.toleranceAmount?.toString() ?? null,
      tolerancePercent: parameters.tolerancePercent?.toString() ?? null,
      employee: parameters.employee ?? null,
      counters: await countersOf(work, parameters.counters),
    }),
  )
  await progress.report(1, 1)
  return sheetAnswer(made)
})
