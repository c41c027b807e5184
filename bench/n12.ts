import { openingBalance } from '../src/domains/accounting/index.ts'
import type { AnyDocument, AnyEntity } from '../src/kernel/definition/record.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { dirtyBalances, dirtyCustomers, dirtyFile, dirtyItems } from '../scenarios/kit/dirty-rows.ts'
import type { DirtyFile } from '../scenarios/kit/dirty-rows.ts'
import { migrateDirty } from '../scenarios/kit/migrate-dirty.ts'
import type { Bench } from './kit/product.ts'
import { scaled } from './kit/result.ts'
import type { Result } from './kit/result.ts'

/** N12: a hundred thousand dirty rows of goods, customers and balances, each held against what it should become. */
export const dirtyMigration = async (bench: Bench): Promise<Result[]> => {
  const company = await bench.company('N12')
  const customers = dirtyFile(dirtyCustomers, scaled(40_000), 8)
  const known = customers.rows.filter((row) => row.values !== null).map((row) => row.code)
  const files: readonly (readonly [AnyEntity | AnyDocument, DirtyFile, Readonly<Record<string, boolean>>])[] = [
    [item, dirtyFile(dirtyItems, scaled(50_000), 7), {}],
    [party, customers, { isCustomer: true }],
    [openingBalance, dirtyFile(dirtyBalances(known), scaled(10_000), 9), {}],
  ]
  const begun = performance.now()
  const sum = { valid: 0, right: 0, bad: 0, refused: 0 }
  for (const [definition, file, defaults] of files) {
    const score = await migrateDirty(company.work, definition, file, defaults)
    for (const name of ['valid', 'right', 'bad', 'refused'] as const) sum[name] += score[name]
    if (score.right < score.valid * 0.999 || score.refused < score.bad)
      throw new Error(`${definition.name}: ${score.wrong.slice(0, 5).join('; ')}`)
  }
  return [
    {
      id: 'N12',
      what: `migration of ${sum.valid + sum.bad} dirty rows`,
      unit: 'ms',
      ours: performance.now() - begun,
      target: 3_600_000,
      note: `${sum.right} of ${sum.valid} valid rows right, ${sum.refused} of ${sum.bad} bad rows refused with their cell`,
    },
  ]
}
