import { fromMicros } from '../../../base/fixed-point.ts'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import type { ChainMovement } from '../chain.ts'
import type { StockContext } from '../stock-context.ts'
import type { StockProposal } from '../stock.ts'

/** Where a field of a proposal's line is named: `lines.2.lot`. */
export const linePath = (p: Pick<StockProposal, 'line'>, field: string): string =>
  p.line === null ? field : `lines.${Math.max(p.line.lineNo - 1, 0)}.${field}`

/** Finds the movement that a proposal follows, if it follows one. */
export type SourceOf = (p: StockProposal) => Pick<ChainMovement, 'lot' | 'secondQuantity' | 'quantity'> | undefined

/**
 * A proposal with all that is known of its goods: the lot of what it follows where none is named, and its second quantity where
 * all of it is followed.
 */
export const trackedGoods = (context: StockContext, p: StockProposal, sourceOf: SourceOf): StockProposal => {
  const item = context.item(p.item)
  const named = p.lot?.trim() ?? ''
  return {
    ...p,
    lot: named === '' ? (sourceOf(p)?.lot ?? null) : named,
    serials: p.quantity.isZero() ? [] : (p.serials ?? []),
    secondQuantity: item.secondUnit === null ? null : (p.secondQuantity ?? secondOfSource(p, sourceOf)),
  }
}

/** All of what is followed carries all of its second quantity. */
const secondOfSource = (p: StockProposal, sourceOf: SourceOf) => {
  const source = p.quantity.isZero() ? undefined : sourceOf(p)
  if (source === undefined || source.secondQuantity === null) return null
  return p.quantity.neg().eq(fromMicros(source.quantity)) ? fromMicros(-source.secondQuantity) : null
}

/** Goods shipped to a customer left with their serial numbers already; what becomes of them there changes no unit's place. */
const countsUnits = (p: StockProposal): boolean => p.place !== 'goodsShipped' || p.pair !== undefined

const problemsOf = (context: StockContext, p: StockProposal): FieldProblem[] => {
  const item = context.item(p.item)
  const name = `${item.code} ${item.name}`
  const problems: FieldProblem[] = []
  if (item.tracksLots === true && (p.lot ?? '') === '') {
    problems.push(
      fieldProblem(linePath(p, 'lot'), `${name} 按批次管理，请填写批号`, `${item.code} is tracked by lot; which one?`),
    )
  }
  if (item.tracksSerials === true && countsUnits(p)) {
    const given = p.serials?.length ?? 0
    if (!p.quantity.abs().eq(given)) {
      const asked = p.quantity.abs().toString()
      problems.push(
        fieldProblem(
          linePath(p, 'serials'),
          `${name} 按序列号管理，${asked} 件应有 ${asked} 个序列号，已填 ${given} 个`,
          `${item.code} is tracked by serial number; ${asked} asks for as many, ${given} are given`,
        ),
      )
    }
  }
  if (
    item.secondUnit !== null &&
    (p.secondQuantity === null || p.secondQuantity === undefined || p.secondQuantity.isZero())
  ) {
    problems.push(
      fieldProblem(
        linePath(p, 'secondQuantity'),
        `${name} 按两个单位记账，请填写辅数量`,
        `${item.code} is kept in two units; how much is it in the second?`,
      ),
    )
  }
  return problems
}

/** What passes through an assembly is named as it leaves stock and as it comes into it. */
const isTracked = (p: StockProposal): boolean => !p.quantity.isZero() && p.place !== 'assembling'

/** Refuses movements of tracked items that do not say which goods move. */
export const refuseUntracked = (context: StockContext, proposals: readonly StockProposal[]): void => {
  const problems = proposals.filter(isTracked).flatMap((p) => problemsOf(context, p))
  const once = [...new Map(problems.map((one) => [one.path, one])).values()]
  if (once.length === 0) return
  throw new Problem('invalid', { zh: '请先填写批号、序列号或辅数量', en: 'Which goods move is not said yet' }, once)
}
