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
type TraceAnswer = { readonly upstream: readonly Linked[]; readonly downstream: readonly Linked[] }

export type LinkedVoucher = { readonly id: string; readonly number: string; readonly date: string }

type VoucherRows = { readonly rows: readonly Readonly<Record<string, string | null>>[] }

/** The vouchers a document made, its corrections among them. Who may not read the books sees none. */
export async function fetchVouchers(
  document: { readonly id: string; readonly number: string; readonly date: string },
  signal?: AbortSignal,
): Promise<readonly LinkedVoucher[]> {
  try {
    const { rows } = await requestJson<VoucherRows>('reports/voucher-list', {
      query: { q: document.number, from: document.date, to: '2999-12-31' },
      signal,
    })
    return rows
      .filter((row) => row.documentId === document.id)
      .map((row) => ({ id: row.voucher ?? '', number: row.number ?? '', date: row.date ?? '' }))
  } catch (error) {
    if (signal?.aborted) throw error
    return []
  }
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
      const [trace, vouchers] = await Promise.all([
        requestJson<TraceAnswer>(`${address}/${document.id}/trace`, { signal }),
        fetchVouchers(document, signal),
      ])
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
          ...vouchers.map((one) => ({
            key: one.id,
            type: t('document.voucher'),
            number: one.number,
            path: `/voucher/${one.id}`,
          })),
        ],
        vouchers,
      }
    },
    enabled: document !== null,
    placeholderData: (was) => was,
  })
  return data ?? nothing
}
