import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'

/** 成本项目: what a product's cost is made up of. */
export const costElements = { material: '直接材料', labour: '直接人工', overhead: '制造费用' } as const

export type CostElement = keyof typeof costElements
export type Elements = Readonly<Record<CostElement, Decimal>>

export const noCost: Elements = { material: zero, labour: zero, overhead: zero }

/** The same thing done to each element. */
export const byElement = (make: (element: CostElement) => Decimal): Elements => ({
  material: make('material'),
  labour: make('labour'),
  overhead: make('overhead'),
})

export const totalOfElements = ({ material, labour, overhead }: Elements): Decimal =>
  material.plus(labour).plus(overhead)

export const plus = (one: Elements, other: Elements): Elements =>
  byElement((element) => one[element].plus(other[element]))

export const minus = (one: Elements, other: Elements): Elements =>
  byElement((element) => one[element].minus(other[element]))
