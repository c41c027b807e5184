import { isPeriod, lastDay } from '../../../base/period.ts'
import type { Period } from '../../../base/period.ts'
import { snake } from '../../../kernel/definition/define.ts'
import type { Draft, Fields } from '../../../kernel/definition/field.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { ProcessDefinition } from '../../../kernel/definition/report.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { ClosePart, Work } from '../../../kernel/posting/work.ts'
import type { AssetKind } from '../../../ledgers/dimensions/asset.ts'
import { chargeLines, dueCharges } from '../cards/due-charges.ts'
import { readHistories } from '../cards/read-histories.ts'
import { assetUsage } from '../documents/asset-usage.ts'
import { amortization, depreciation } from '../documents/depreciation.ts'
import { chargeIn, termsIn, worthIn } from '../rules/card-history.ts'
import { amortizeAssetsProcess, depreciateAssetsProcess } from './charge-assets.ts'

type ChargeDocument = typeof depreciation | typeof amortization

const depreciated: readonly AssetKind[] = ['fixed']
const amortized: readonly AssetKind[] = ['intangible', 'deferred']

/** Charges a month and answers the document's number; null where nothing is to be charged. May be run again. */
const charge = async (
  work: Work,
  document: ChargeDocument,
  sorts: readonly AssetKind[],
  period: Period,
): Promise<string | null> => {
  const lines = await dueCharges(work, sorts, period)
  if (lines.length === 0) return null
  const draft = await createDocument(work, document, { date: lastDay(period), period, lines })
  return String((await postDocument(work, document, draft)).header['number'])
}

const runOf = <const Name extends string, const P extends Fields>(
  process: ProcessDefinition<Name, P>,
  document: ChargeDocument,
  sorts: readonly AssetKind[],
  periodOf: (parameters: Draft<P>) => string | null | undefined,
) =>
  defineProcessRun(process, async (parameters, inWork, progress) => {
    const period = periodOf(parameters)
    if (typeof period !== 'string' || !isPeriod(period))
      throw invalid('请填写月份', 'Say which month', [fieldProblem('period', '如 2026-01', 'as 2026-01')])
    await progress.report(0, 1)
    const number = await inWork((work) => charge(work, document, sorts, period))
    await progress.report(1, 1)
    return { document: number }
  })

export const runDepreciateAssets = runOf(depreciateAssetsProcess, depreciation, depreciated, ({ period }) => period)
export const runAmortizeAssets = runOf(amortizeAssetsProcess, amortization, amortized, ({ period }) => period)

/** What the documents of the month are, whose vouchers are booked with the close that made them. */
const documentsIn = async (work: Work, document: ChargeDocument, period: Period): Promise<string[]> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select id from ${snake(document.name)} where company_id = $1 and period = $2 and state = 'posted'`,
    [work.company, period],
  )
  return rows.map((row) => row.id)
}

const closeOf = (given: {
  readonly name: string
  readonly label: string
  readonly document: ChargeDocument
  readonly sorts: readonly AssetKind[]
}): ClosePart => ({
  name: given.name,
  label: given.label,
  blocking: true,
  report: 'assetList',
  settle: async (work, period) => {
    await charge(work, given.document, given.sorts, period)
  },
  made: (work, period) => documentsIn(work, given.document, period),
  remains: async (work, period) => {
    const histories = await readHistories(work, { sorts: given.sorts })
    const left = histories.filter((history) => chargeLines(history, period).length > 0).length
    return left === 0 ? null : { byClose: `${left} 张卡片未${given.label}，结账时将自动计提` }
  },
})

export const depreciationClose = closeOf({
  name: 'assetsDepreciated',
  label: '计提折旧',
  document: depreciation,
  sorts: depreciated,
})
export const amortizationClose = closeOf({
  name: 'assetsAmortized',
  label: '计提摊销',
  document: amortization,
  sorts: amortized,
})

/** 工作量 of the month is entered before it is depreciated; a machine that stood still is no fault. */
export const usageClose: ClosePart = {
  name: 'assetUsageEntered',
  label: '工作量已录入',
  blocking: false,
  report: null,
  list: assetUsage.name,
  remains: async (work, period) => {
    const histories = await readHistories(work, { sorts: depreciated })
    const idle = histories.filter(
      (history) =>
        termsIn(history, period)?.method === 'unitsOfUse' &&
        worthIn(history, period).value.isPositive() &&
        chargeIn(history, period) !== null &&
        !history.usage.has(period),
    ).length
    return idle === 0 ? null : `${idle} 张工作量法卡片本月没有工作量`
  },
}
