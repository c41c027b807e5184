import type { CalendarDate } from '../../../base/calendar-date.ts'
import { fromMicros, toMicros } from '../../../base/fixed-point.ts'
import { conflict } from '../../../kernel/definition/problem.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { pooledPlacesSql } from '../../dimensions/place.ts'
import type { PoolWork } from '../fold-chain.ts'
import type { Holding, PoolsOf } from './holdings.ts'
import type { PlaceKind } from '../../dimensions/place.ts'

interface Asked {
  readonly item: string
  readonly day: CalendarDate
  readonly pools: ReadonlyMap<string, Pick<PoolWork, 'row'>>
  readonly holdings: readonly Holding[]
  readonly poolsOf: PoolsOf
}

interface UnitRow {
  readonly number: string
  readonly warehouse: string
  readonly place: PlaceKind
  readonly lot: string | null
}

const keyOf = (pool: string, lot: string | null) => `${pool}/${lot ?? ''}`

/**
 * The units that goods on hand are, by serial number: what costing by serial number goes on with, each with its part of what
 * they cost together. Refused where not all of them have a number, or where some have moved since the day, for the register
 * says what is there now.
 */
export const unitsHeld = async (
  work: Work,
  { item, day, pools, holdings, poolsOf }: Asked,
): Promise<(holding: Holding) => readonly string[]> => {
  const rows = await work.tx.rows<UnitRow>(
    `select number, warehouse, place, lot from stock_serial
     where company_id = $1 and item = $2 and place in (${pooledPlacesSql}) order by number`,
    [work.company, item],
  )
  const units = new Map(
    [...Map.groupBy(rows, (row) => keyOf(poolsOf(row.warehouse, row.place).into, row.lot))].map(([key, own]) => [
      key,
      own.map((row) => row.number),
    ]),
  )
  const unitsOf = (holding: Holding) => units.get(keyOf(holding.into, holding.lot)) ?? []
  for (const holding of holdings) {
    const last = pools.get(holding.pool)?.row.lastDate
    if (last !== null && last !== undefined && last >= day) {
      throw conflict(
        `改为按序列号计价时，${day} 以后不能已有出入库；请把变更日期定在下一个期间的第一天`,
        `Goods have moved since ${day}; date the change on the first day of the next period`,
      )
    }
    const count = unitsOf(holding).length
    if (toMicros(String(count)) !== holding.quantity) {
      const quantity = fromMicros(holding.quantity).toString()
      throw conflict(
        `库存 ${quantity} 件，登记了序列号的有 ${count} 件，不能改为按序列号计价；请先把商品设为按序列号管理，再按序列号入库`,
        `${quantity} are on hand and ${count} have a serial number; track the item by serial number and receive them with their numbers first`,
      )
    }
  }
  return unitsOf
}
