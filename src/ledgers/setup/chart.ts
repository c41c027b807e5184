import { cashFlowItems } from './cash-flow-items.ts'
import type { CashFlowItem } from './cash-flow-items.ts'

/** The accounting standards that a company may keep its books by. */
export type AccountingStandard = 'smallBusiness' | 'enterprise'

type Category = 'asset' | 'liability' | 'equity' | 'cost' | 'profitLoss' | 'common'
type Side = 'debit' | 'credit'
type Control = 'stock' | 'party' | 'cash' | 'asset'

/** An account of a chart as data: what a company's own accounts are made from. */
export interface ChartAccount {
  readonly code: string
  readonly name: string
  readonly category: Category
  readonly side: Side
  readonly parent?: string
  readonly control?: Control
  /** Lines of the cash flow statement that money from and to this account belongs to. */
  readonly cashFlow?: readonly [inflow: string, outflow: string]
}

/** Category and normal side of an account in one word; contra accounts stand on the other side of their category. */
const kinds = {
  asset: ['asset', 'debit'],
  contraAsset: ['asset', 'credit'],
  liability: ['liability', 'credit'],
  contraLiability: ['liability', 'debit'],
  equity: ['equity', 'credit'],
  contraEquity: ['equity', 'debit'],
  cost: ['cost', 'debit'],
  income: ['profitLoss', 'credit'],
  expense: ['profitLoss', 'debit'],
  common: ['common', 'debit'],
} as const satisfies Record<string, readonly [Category, Side]>

interface More {
  readonly control?: Control
  /** What money from and to the account is for: one item both ways, or one for each way. */
  readonly flow?: CashFlowItem | readonly [inflow: CashFlowItem, outflow: CashFlowItem]
}

/** A row of a chart. Codes are written 4-2-2: the account above is the one whose code is shorter by two. */
export type ChartRow = readonly [code: string, name: string, kind: keyof typeof kinds, more?: More]

const flowLines = (flow: NonNullable<More['flow']>, standard: AccountingStandard): [string, string] => {
  const [inflow, outflow] = typeof flow === 'string' ? [flow, flow] : flow
  return [cashFlowItems[inflow][standard], cashFlowItems[outflow][standard]]
}

/** The accounts that rows stand for, under a standard. */
export const chartOf = (standard: AccountingStandard, rows: readonly ChartRow[]): ChartAccount[] =>
  rows.map(([code, name, kind, more]) => {
    const [category, side] = kinds[kind]
    return {
      code,
      name,
      category,
      side,
      ...(code.length > 4 ? { parent: code.slice(0, -2) } : {}),
      ...(more?.control === undefined ? {} : { control: more.control }),
      ...(more?.flow === undefined ? {} : { cashFlow: flowLines(more.flow, standard) }),
    }
  })
