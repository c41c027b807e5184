import { fromMicros } from '../../base/fixed-point.ts'
import { Problem, fieldProblem } from '../../kernel/definition/problem.ts'
import type { Work } from '../../kernel/posting/work.ts'
import type { ChainMovement } from './chain.ts'
import { isSpecific } from './costing/cost-method.ts'
import { standardOn } from './standards.ts'
import type { StockSession } from './stock-session.ts'
import type { StockProposal } from './stock.ts'

const oneUnit = 1_000_000n

const absolute = (value: bigint) => (value < 0n ? -value : value)

const refuse = (lineNo: number, field: 'item' | 'lot' | 'serials' | 'quantity', zh: string, en: string): never => {
  throw new Problem('invalid', { zh, en }, [fieldProblem(`lines.${Math.max(lineNo - 1, 0)}.${field}`, zh, en)])
}

/** Goods that are valued by lot or by serial number must say which they are. */
export const refuseUnnamed = (session: StockSession, m: ChainMovement, p: StockProposal): void => {
  const method = session.pools.get(m.pool)?.row.method
  if (method === undefined || !isSpecific(method) || m.quantity === 0n || p.pair === 'in') return
  const { code, name } = session.context.item(m.item)
  if (method === 'specificLot' && m.lot === null) {
    refuse(m.lineNo, 'lot', `${code} ${name} 按批次计价，请填写批号`, `${code} is costed by lot; name the lot`)
  }
  if (method === 'specificSerial' && BigInt(m.serials.length) * oneUnit !== absolute(m.quantity)) {
    const wanted = fromMicros(absolute(m.quantity)).toString()
    refuse(
      m.lineNo,
      'serials',
      `${code} ${name} 按序列号计价，需要 ${wanted} 个序列号，已填 ${m.serials.length} 个`,
      `${code} is costed by serial number: ${wanted} are needed, ${m.serials.length} are named`,
    )
  }
}

/** Goods at standard cost move once there is a standard for them. */
export const refuseUnpriced = (session: StockSession, m: ChainMovement): void => {
  const row = session.pools.get(m.pool)?.row
  if (row?.method !== 'standard' || standardOn(row.standards, m.date) !== undefined) return
  const { code, name } = session.context.item(m.item)
  refuse(
    m.lineNo,
    'item',
    `${code} ${name} 按标准成本计价，${m.date} 还没有标准成本；请先审核标准成本调整单`,
    `${code} is kept at standard cost and has no standard on ${m.date}; post a standard cost first`,
  )
}

/** A lot is short even while others are there; where stock may not fall below nothing, neither may a lot. */
export const refuseShortLots = async (
  work: Work,
  session: StockSession,
  short: readonly ChainMovement[],
): Promise<void> => {
  const [first] = short
  if (first === undefined) return
  await session.extend(
    work,
    short.map((m) => m.item),
    short.map((m) => m.warehouse),
  )
  const refused = short.find((m) => session.context.negativeStock(m.item, m.warehouse) === 'forbid')
  if (refused === undefined) return
  const { code, name } = session.context.item(refused.item)
  const which = refused.lot ?? refused.serials.join('、')
  refuse(
    refused.lineNo,
    'quantity',
    `库存不足：${code} ${name} 批号 ${which} 在 ${refused.date} 不够`,
    `Not enough stock: ${code} has not enough of ${which} on ${refused.date}`,
  )
}
