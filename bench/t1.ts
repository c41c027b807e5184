import { fillLots, fillSerials } from './kit/fill-tracked.ts'
import type { Bench } from './kit/product.ts'
import { scaled, timed } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** T1: the tree of a lot and its recall list beside a million movements, and the history of one unit among three million. */
export const tracedGoods = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('T1')
  const entries = scaled(1_000_000)
  const units = scaled(3_000_000)
  const lot = await fillLots(company, entries)
  const serial = await fillSerials(company, units)
  await bench.product.database.owner.query(
    'vacuum analyze lot, stock_entry, stock_lot_balance, stock_serial, stock_entry_serial',
  )
  const ask = await bench.signIn(company.id)
  const result = async (what: string, path: string, target: number): Promise<Result> => ({
    id: 'T1',
    what,
    unit: 'ms',
    ours: await timed(() => ask(path)),
    target,
  })
  return [
    await result(`lot tree down, ${entries} entries`, `/api/reports/lot-trace?lot=${lot}&direction=to`, 1000),
    await result('lot tree up', `/api/reports/lot-trace?lot=${lot}&direction=from`, 1000),
    await result('recall list', `/api/reports/recall-list?lot=${lot}`, 1000),
    await result('lots on hand of an item', `/api/reports/lot-stock?item=I0`, 1000),
    await result(`history of a unit, ${units} units`, `/api/reports/serial-history?serialNumber=${serial}`, 50),
  ]
}
