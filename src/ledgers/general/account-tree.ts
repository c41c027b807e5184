import type { Work } from '../../kernel/posting/work.ts'

type AccountCategory = 'asset' | 'liability' | 'equity' | 'cost' | 'profitLoss' | 'common'

export interface AccountNode {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly category: AccountCategory
  readonly side: 'debit' | 'credit'
  readonly control: 'stock' | 'party' | 'cash' | 'asset' | null
  readonly cashFlowIn: string | null
  readonly cashFlowOut: string | null
  /** 1 for an account of the standard's own level. */
  readonly level: number
  /** 应交税费/应交增值税/进项税额. */
  readonly path: string
  readonly isDetail: boolean
}

/** The chart of a company, as a tree. */
export interface AccountTree {
  /** All accounts by code. */
  readonly nodes: readonly AccountNode[]
  byId(id: string): AccountNode | undefined
  byCode(code: string): AccountNode | undefined
  /** The account and everything below it. */
  within(id: string): readonly AccountNode[]
  /** The account and those above it, itself first. */
  upwards(id: string): readonly AccountNode[]
}

interface AccountRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly category: AccountCategory
  readonly side: 'debit' | 'credit'
  readonly control: 'stock' | 'party' | 'cash' | 'asset' | null
  readonly cash_flow_in: string | null
  readonly cash_flow_out: string | null
}

/** Puts accounts together as a tree. */
const accountTree = (rows: readonly AccountRow[]): AccountTree => {
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  const parents = new Set(rows.flatMap((row) => row.parent ?? []))
  const chain = (row: AccountRow): AccountRow[] => {
    const above = row.parent === null ? undefined : rowsById.get(row.parent)
    return above === undefined ? [row] : [row, ...chain(above)]
  }
  const nodes = rows.map((row): AccountNode => {
    const line = chain(row)
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      parent: row.parent,
      category: row.category,
      side: row.side,
      control: row.control,
      cashFlowIn: row.cash_flow_in,
      cashFlowOut: row.cash_flow_out,
      level: line.length,
      path: line
        .map((each) => each.name)
        .reverse()
        .join('/'),
      isDetail: !parents.has(row.id),
    }
  })
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const children = Map.groupBy(nodes, (node) => node.parent ?? '')
  const within = (id: string): AccountNode[] => {
    const own = byId.get(id)
    return own === undefined ? [] : [own, ...(children.get(id) ?? []).flatMap((child) => within(child.id))]
  }
  return {
    nodes: nodes.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    byId: (id) => byId.get(id),
    byCode: (code) => byCode.get(code),
    within,
    upwards: (id) => {
      const row = rowsById.get(id)
      return row === undefined ? [] : chain(row).flatMap((each) => byId.get(each.id) ?? [])
    },
  }
}

/** Reads the company's chart. */
export const readAccounts = async (work: Work): Promise<AccountTree> =>
  accountTree(
    await work.tx.rows<AccountRow>(
      `select id, code, name, parent, category, side, control, cash_flow_in, cash_flow_out from account
       where company_id = $1 order by code`,
      [work.company],
    ),
  )
