/** An account of a chart as data: what a company's own accounts are made from. */
export interface ChartAccount {
  readonly code: string
  readonly name: string
  readonly category: 'asset' | 'liability' | 'equity' | 'cost' | 'profitLoss' | 'common'
  readonly side: 'debit' | 'credit'
  readonly parent?: string
  readonly control?: 'stock' | 'party' | 'cash' | 'asset'
  /** Kept under 企业会计准则 alone: 小企业 make no provisions (小企业会计准则 第六条). */
  readonly standard?: 'enterprise'
  /** Lines of the cash flow statement that money from and to this account belongs to. */
  readonly cashFlow?: readonly [inflow: string, outflow: string]
}
