import { decimal, round } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** A line of a BOM: so much of a component, in some unit, for what the BOM makes. */
export interface BomPart {
  readonly component: string
  readonly quantity: Decimal
  readonly unit: string | null
  readonly lossPercent: Decimal | null
}

/** What an order needs of a component. */
export interface NeededPart {
  readonly component: string
  readonly quantity: Decimal
  readonly unit: string | null
}

/** 领料数 = 用量 × 生产数量 ÷ 产出数量 ×（1 + 损耗率）, to six places. Lines of a component in the same unit stay lines of their own. */
export const explodeBom = (parts: readonly BomPart[], makes: Decimal, wanted: Decimal): NeededPart[] =>
  parts.map(({ component, quantity, unit, lossPercent }) => ({
    component,
    unit,
    quantity: round(
      quantity
        .times(wanted)
        .div(makes)
        .times(decimal(100).plus(lossPercent ?? 0))
        .div(100),
      6,
    ),
  }))
