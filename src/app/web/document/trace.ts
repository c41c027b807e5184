import { useQuery } from '@tanstack/react-query'
import { requestJson } from '../../../ui/api/client.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import type { TraceLink } from '../../../ui/document/trace-strip.tsx'
import { t } from '../../../ui/language.ts'
import { typeNamed, type Catalogue } from '../catalogue/catalogue.ts'

type Linked = {
  readonly type: string
  readonly id: string
  readonly number: string
  readonly label: string
  readonly address: string
  readonly state: string
  readonly relation: string
  readonly distance: number
}
export type LinkedVoucher = { readonly id: string; readonly number: string; readonly date: string }

type TraceAnswer = {
  readonly upstream: readonly Linked[]
  readonly downstream: readonly Linked[]
  readonly vouchers: readonly LinkedVoucher[]
}

/** The vouchers a document made, its corrections among them. Who may not read the books sees none. */
export async function fetchVouchers(address: string, id: string): Promise<readonly LinkedVoucher[]> {
  return (await requestJson<TraceAnswer>(`${address}/${id}/trace`)).vouchers
}

export type Trace = {
  readonly up: readonly TraceLink[]
  readonly down: readonly TraceLink[]
  readonly vouchers: readonly LinkedVoucher[]
}

const nothing: Trace = { up: [], down: [], vouchers: [] }

/** Where a document came from and what became of it, the nearest last above and first below. */
export function useTrace(
  catalogue: Catalogue,
  address: string,
  document: { readonly id: string; readonly number: string; readonly date: string; readonly version: number } | null,
): Trace {
  const { data } = useQuery({
    queryKey: ['record', address, document?.id, 'trace', document?.version],
    queryFn: async ({ signal }) => {
      if (document === null) return nothing
      const trace = await requestJson<TraceAnswer>(`${address}/${document.id}/trace`, { signal })
      const link = (one: Linked): TraceLink => {
        const type = typeNamed(catalogue, one.address)
        return {
          key: one.id,
          type: type === undefined ? one.label : definitionLabel(type),
          number: one.number,
          path: `/doc/${one.address}/${one.id}`,
        }
      }
      return {
        up: trace.upstream.toReversed().map(link),
        down: [
          ...trace.downstream.map(link),
          ...trace.vouchers.map((one) => ({
            key: one.id,
            type: t('document.voucher'),
            number: one.number,
            path: `/voucher/${one.id}`,
          })),
        ],
        vouchers: trace.vouchers,
      }
    },
    enabled: document !== null,
    placeholderData: (was) => was,
  })
  return data ?? nothing
}
