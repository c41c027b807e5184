import { useMemo, useState } from 'react'
import { useLatest } from '../../../ui/control/use-latest.ts'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import type { Reference } from '../../../ui/field/field.ts'
import { fetchLastPrices, type Deal } from './rail-data.ts'
import { documentSources } from './sources.ts'
import { useSession } from '../session/session.ts'
import type { Traits } from './traits.ts'

/** Where a document stands: its warehouse and the one that goods go to, its party, the item of the line that is written. */
export type Standing = {
  readonly warehouse: Reference | null
  readonly party: Reference | null
  readonly into?: Reference | null
  readonly item?: Reference | null
}

type Prices = Map<string, Promise<ReadonlyMap<string, Deal>>>

/**
 * The pickers of a document. They read where it stands (its warehouse, its party) when a search is made; they themselves
 * stay the same, so that a grid of three hundred lines is not drawn anew with every header field.
 */
export function useSources(traits: Traits, where: Standing): SourceOf {
  const standing = useLatest(where)
  const [prices] = useState<Prices>(() => new Map())
  const { may } = useSession()
  return useMemo(
    () =>
      documentSources({
        warehouse: () => standing.current.warehouse?.id,
        warehouseName: () => standing.current.warehouse?.name,
        into: () => (standing.current.into ?? standing.current.warehouse)?.id,
        item: () => standing.current.item?.id,
        showsStock: may('report.stockOnHand'),
        showsBins: may('report.stockPosition'),
        showsPrices: traits.party !== null && may('report.lastPrices'),
        lastPrices: () => {
          const of = standing.current.party?.id
          if (of === undefined) return Promise.resolve(new Map())
          const asked = prices.get(of) ?? fetchLastPrices(of, traits.side)
          prices.set(of, asked)
          return asked
        },
      }),
    [traits, standing, prices, may],
  )
}
