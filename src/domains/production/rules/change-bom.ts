import type { Decimal } from '../../../base/decimal.ts'
import type { changeActions } from '../documents/engineering-change.ts'

/** One line of a change. */
export interface BomChange {
  readonly action: keyof typeof changeActions
  readonly component: string
  readonly replacement: string | null
  readonly quantity: Decimal | null
  readonly unit: string | null
  readonly lossPercent: Decimal | null
}

interface Part {
  readonly component: string
  readonly quantity: Decimal
  readonly unit: string | null
  readonly lossPercent: Decimal | null
  readonly substitute: string | null
  readonly ratio: Decimal
}

const changed = <P extends Part>(part: P, change: BomChange): Part[] => {
  if (change.action === 'remove') return []
  const base = change.action === 'replace' ? { ...part, component: change.replacement ?? part.component } : part
  const isOther = change.quantity !== null
  return [
    {
      ...base,
      quantity: change.quantity ?? part.quantity,
      unit: isOther || change.unit !== null ? change.unit : part.unit,
      lossPercent: change.lossPercent ?? part.lossPercent,
      substitute: base.substitute === base.component ? null : base.substitute,
    },
  ]
}

/** The components of the next version, in their order, what is new at the end. */
export const changeBom = (parts: readonly Part[], changes: readonly BomChange[]): Part[] => [
  ...parts.flatMap((part) => {
    const change = changes.find((one) => one.action !== 'add' && one.component === part.component)
    return change === undefined ? [part] : changed(part, change)
  }),
  ...changes.flatMap(({ action, component, quantity, unit, lossPercent }) =>
    action === 'add' && quantity !== null
      ? [{ component, quantity, unit, lossPercent, substitute: null, ratio: quantity.div(quantity) }]
      : [],
  ),
]
