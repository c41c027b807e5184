import { useEffect, useMemo, useRef } from 'react'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import type { Reference } from '../../../ui/field/field.ts'
import { fetchLastPrices, type Deal } from './rail-data.ts'
import { documentSources } from './sources.ts'
import type { Traits } from './traits.ts'

type Prices = { readonly party: string; readonly rows: Promise<ReadonlyMap<string, Deal>> }

/**
 * The pickers of a document. They read where it stands (its warehouse, its party) when a search is made; they themselves
 * stay the same, so that a grid of three hundred lines is not drawn anew with every header field.
 */
export function useSources(traits: Traits, warehouse: Reference | null, party: Reference | null): SourceOf {
  const standing = useRef({ warehouse, party })
  const prices = useRef<Prices | null>(null)
  useEffect(() => {
    standing.current = { warehouse, party }
  }, [warehouse, party])
  return useMemo(
    () =>
      documentSources({
        warehouse: () => standing.current.warehouse?.id,
        warehouseName: () => standing.current.warehouse?.name,
        showsPrices: traits.party !== null,
        lastPrices: () => {
          const of = standing.current.party?.id
          if (of === undefined) return Promise.resolve(new Map())
          if (prices.current?.party !== of) prices.current = { party: of, rows: fetchLastPrices(of, traits.side) }
          return prices.current.rows
        },
      }),
    [traits],
  )
}
