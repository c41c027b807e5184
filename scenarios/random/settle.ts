import type { World } from './world.ts'
import { actOn } from '../../src/kernel/documents/actions.ts'
import { createDocument } from '../../src/kernel/documents/documents.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import { decimals, remember } from './operation.ts'
import type { Operation } from './operation.ts'

interface OpenItem {
  readonly id: string
  readonly kind: string
  readonly party: string
  readonly open: string
}

const centsOf = (cents: number) => decimals(Math.floor(cents / 100), cents % 100)

/** Money for items that are open: a part of them, at times with a discount or more than is due. */
export const settle = (world: World): Operation => {
  const { chance, books } = world
  const incoming = chance.happens(50)
  const share = chance.happens(50) ? 100 : chance.between(10, 90)
  const extra = chance.happens(20) ? 1234 : 0
  const skip = chance.between(0, 5)
  const date = world.day()
  const type = world.type(incoming ? 'collection' : 'payment')
  return {
    name: `settle by ${type.name} ${share}% on ${date}`,
    run: async () => {
      const record = await books.inWork(async (work) => {
        const rows = await work.tx.rows<OpenItem>(
          `select id, kind, party, abs(open) as open from party_item where company_id = $1 and kind = $2 and ${incoming ? 'open > 0' : 'open < 0'} order by id limit 20`,
          [work.company, incoming ? 'receivable' : 'payable'],
        )
        const [first, ...rest] = rows.slice(Math.min(skip, Math.max(rows.length - 1, 0)))
        if (first === undefined) return undefined
        const items = [first, ...rest.filter((row) => row.party === first.party)].slice(0, 3)
        const parts = items.map((one) => Math.max(1, Math.round(Number(one.open) * share)))
        const total = parts.reduce((sum, one) => sum + one, extra)
        const settlements = items.map((one, index) => ({
          openItem: one.id,
          kind: one.kind,
          amount: centsOf(parts[index] ?? 0),
        }))
        const who: JsonObject = incoming ? { customer: first.party } : { supplier: first.party }
        const input = { ...who, date, lines: [{ cashAccount: 'BANK', amount: centsOf(total) }], settlements }
        return actOn(work, type, await createDocument(work, type, input), 'post', {})
      })
      if (record !== undefined) remember(world, type, record)
    },
  }
}
