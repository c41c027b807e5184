import type { Id } from '../../../base/id.ts'
import { loadEntities } from '../../../kernel/documents/lookup.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { bin } from '../../dimensions/bin.ts'
import { isPooled } from '../../dimensions/place.ts'
import type { StockContext } from '../stock-context.ts'
import type { StockProposal } from '../stock.ts'
import { linePath } from '../tracking/tracked-goods.ts'
import { readBinStock } from './bin-stock.ts'
import type { BinStock } from './bin-stock.ts'

/** Whether goods in a place of a warehouse lie in bins. */
export const keepsBins = (
  context: StockContext,
  goods: { readonly warehouse: string; readonly place: string },
): boolean => isPooled(goods.place) && context.warehouse(goods.warehouse).keepsBins === true

type Named = ReadonlyMap<string, { readonly name: string; readonly warehouse: string; readonly disabled: boolean }>

const refuseElsewhere = (context: StockContext, bins: Named, p: StockProposal): void => {
  if (p.bin === null || p.bin === undefined) return
  const found = bins.get(p.bin)
  const place = context.warehouse(p.warehouse).name
  if (!keepsBins(context, p)) {
    throw invalid(`${place}没有启用货位`, `${place} keeps no bins`, [
      fieldProblem(
        linePath(p, p.binField ?? 'bin'),
        `${place}没有启用货位，请清空`,
        'belongs to a warehouse that keeps no bins',
      ),
    ])
  }
  if (found?.warehouse !== p.warehouse) {
    throw invalid(`货位不在${place}`, `The bin is not in ${place}`, [
      fieldProblem(
        linePath(p, p.binField ?? 'bin'),
        `“${found?.name ?? ''}”不是${place}的货位`,
        `is not a bin of ${place}`,
      ),
    ])
  }
}

/** Where goods that come in are put: where somebody said, else in the usual bin of the item in that warehouse. */
const putAway = (context: StockContext, bins: Named, p: StockProposal): Id<'bin'> | null => {
  const usual = context.item(p.item).bins.find((one) => {
    const known = bins.get(one.bin)
    return known?.warehouse === p.warehouse && !known.disabled
  })
  return (usual?.bin ?? null) as Id<'bin'> | null
}

/** Whence goods leave that nobody named a bin of: what is not put away, else the first bin that holds as many. */
const takenFrom = (stock: BinStock, p: StockProposal): Id<'bin'> | null => {
  const wanted = p.quantity.neg()
  if (stock.loose(p).gte(wanted)) return null
  return stock.inBins(p).find((one) => one.quantity.gte(wanted))?.bin ?? null
}

/** Goods of a line in a warehouse. */
const lineKey = (p: StockProposal): string => `${p.line?.id ?? ''}/${p.item}/${p.warehouse}`

const isMoved = (context: StockContext, p: StockProposal): boolean => !p.quantity.isZero() && keepsBins(context, p)

/**
 * Proposals with the bins that goods are taken from or put into, in warehouses that keep bins. Where none does, nothing is
 * asked of the database. The items' pools are held, so that what lies in bins stays as it is read.
 */
export const withBins = async (
  work: Work,
  context: StockContext,
  proposals: readonly StockProposal[],
): Promise<readonly StockProposal[]> => {
  const moved = proposals.filter((p) => isMoved(context, p))
  const named = proposals.flatMap((p) => p.bin ?? [])
  if (moved.length === 0 && named.length === 0) return proposals
  const usual = moved.flatMap((p) => context.item(p.item).bins.map((one) => one.bin))
  const bins = await loadEntities(work, bin, [...new Set<string>([...named, ...usual])])
  for (const p of proposals) refuseElsewhere(context, bins, p)
  const open = moved.some((p) => p.quantity.isNegative() && (p.bin ?? null) === null)
  const stock = open ? await readBinStock(work, moved) : undefined
  const left = new Map<string, Id<'bin'> | null>()
  const chosen = (p: StockProposal): Id<'bin'> | null => {
    if (p.bin !== null && p.bin !== undefined) return p.bin
    if (p.exactBins === true) return null
    if (p.quantity.isNegative()) return stock === undefined ? null : takenFrom(stock, p)
    // What changes its state or its lot stays where it lies.
    return left.get(lineKey(p)) ?? putAway(context, bins, p)
  }
  return proposals.map((p) => {
    if (!isMoved(context, p)) return p
    const placed = { ...p, bin: chosen(p) }
    if (p.quantity.isNegative()) left.set(lineKey(p), placed.bin)
    stock?.move(placed)
    return placed
  })
}
