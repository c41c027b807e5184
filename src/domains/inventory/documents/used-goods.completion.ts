import type { Decimal } from '../../../base/decimal.ts'
import { zero } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import type { LineDraft } from '../../../kernel/definition/record.ts'
import { loadReferences } from '../../../kernel/documents/lookup.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { item, ratePercent, taxRate } from '../../../ledgers/dimensions/item.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { currentUnitCosts } from '../../../ledgers/stock/unit-costs.ts'
import { stockReason } from '../entities/stock-reason.ts'
import { usedHead, usedLine } from './used-goods.ts'

type Line = LineDraft<typeof usedLine>
type Used = {
  readonly header: Draft<typeof usedHead>
  readonly tables: { readonly lines: readonly Line[] }
}

const hundred = zero.plus(100)

/** Input VAT of a cost at a rate in percent. */
export const taxOfCost = (cost: Decimal, rate: Decimal): Decimal => cents(cost.times(rate).div(hundred))

/**
 * The input VAT that goods lose as they are used up or lost: what was typed, else the current cost at the item's rate
 * (增值税暂行条例实施细则 第二十七条: 按当期实际成本). Nothing where the reason does not ask for it, or nothing was ever deducted.
 */
export const withTransferredTax = async <D extends Used>(work: Work, drafts: readonly D[]): Promise<readonly D[]> => {
  if (settingsOf(work.settings).taxpayer === 'smallScale') return drafts
  const lookup = await loadReferences(
    work,
    drafts.flatMap(({ header, tables }) => [
      { fields: usedHead, values: header },
      ...tables.lines.map((values) => ({ fields: usedLine, values })),
    ]),
  )
  const isTransferred = (draft: D) => lookup(stockReason, draft.header.reason)?.tax === 'transferOut'
  const goods = drafts
    .filter(isTransferred)
    .flatMap(({ header, tables }) =>
      tables.lines.flatMap((line) =>
        line.item && header.warehouse ? [{ item: line.item, warehouse: header.warehouse }] : [],
      ),
    )
  if (goods.length === 0) return drafts
  const costs = await currentUnitCosts(work, goods)
  const taxOf = (line: Line, where: string | null | undefined): Decimal => {
    const record = lookup(item, line.item)
    const cost = costs.get(`${line.item ?? ''}/${where ?? ''}`) ?? record?.purchasePrice ?? zero
    const rate = record === undefined ? zero : ratePercent(lookup(taxRate, record.taxRate))
    return line.deductedTax ?? taxOfCost((line.baseQuantity ?? zero).times(cost), rate)
  }
  return drafts.map((draft) =>
    isTransferred(draft)
      ? {
          ...draft,
          tables: {
            ...draft.tables,
            lines: draft.tables.lines.map((line) => ({ ...line, transferredTax: taxOf(line, draft.header.warehouse) })),
          },
        }
      : draft,
  )
}
