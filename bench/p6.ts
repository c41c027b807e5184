import { cycle, deliveredOf, openCycle, plenty } from './kit/cycle.ts'
import { fillItems, fillLines, fillStock } from './kit/fill.ts'
import type { Bench } from './kit/product.ts'
import { drive, together } from './kit/rate.ts'
import type { Rate } from './kit/rate.ts'
import { median, scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** One client that writes the cycle over HTTP in a company of its own, warmed up. */
const openWriter = async (bench: Bench, code: string, entries: number) => {
  const company = await bench.company(code)
  if (entries > 0) {
    await fillItems(company, Math.max(Math.round(entries / 100), 10))
    await fillStock(company, entries)
    await fillLines(company, entries)
    await bench.product.database.owner.query('vacuum analyze')
  }
  const ask = await bench.signIn(company.id)
  await ask('/api/purchase-receipt?then=post', plenty)
  const write = openCycle(async (kind, body) => deliveredOf(await ask(`${kind.path}?then=post`, body)))
  let n = 0
  const next = async () => {
    await write(n)
    n += 1
  }
  for (let first = 0; first < 4 * cycle.length; first += 1) await next()
  return next
}

/** P6: the cycle on books of a million entries of stock and as many of the ledger, between slices of it on empty ones. */
export const cycleOnFullBooks = async (bench: Bench): Promise<Result[]> => {
  const entries = scaled(1_000_000)
  const full = await openWriter(bench, 'P6F', entries)
  const empty = await openWriter(bench, 'P6E', 0)
  const onFull: Rate[] = []
  const onEmpty: Rate[] = []
  for (let slice = 0; slice < 4; slice += 1) {
    onEmpty.push(await drive(1, empty))
    onFull.push(await drive(1, full))
  }
  const [ours, floor] = [onFull, onEmpty].map((slices) => median(together(slices).took))
  return [
    {
      id: 'P6',
      what: `a document on books of ${entries} entries of stock and of the ledger`,
      unit: 'ms',
      ours: ours ?? 0,
      floor: floor ?? 0,
      target: 1.15 * (floor ?? 0),
      note: 'the floor is the same on empty books',
    },
  ]
}
