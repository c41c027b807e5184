import { useQuery } from '@tanstack/react-query'
import type { Layout, TemplateKind } from '../../../kernel/print/template/layout.ts'
import type { PrintData, PrintName } from '../../../kernel/print/template/print-data.ts'
import { requestJson } from '../../../ui/api/client.ts'

export type PrintedType = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly sort: 'document' | 'entity'
}

/** A template as it is stored. */
export type StoredTemplate = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly recordType: string
  readonly kind: TemplateKind
  readonly layout: Layout | null
  readonly isDefault: boolean
  readonly role: string | null
  readonly forRecord: string | null
  readonly forName: string | null
  readonly disabled: boolean
  readonly version: number
}

export type ShippedLayout = {
  readonly paper: string
  readonly kind: TemplateKind
  readonly label: string
  readonly english: string
  readonly layout: Layout
}

export type PrintNames = {
  readonly names: readonly PrintName[]
  readonly tables: readonly { readonly name: string; readonly label: string }[]
  readonly layouts: readonly ShippedLayout[]
}

export type PrintSample = {
  readonly record: { readonly id: string; readonly number: string } | null
  readonly data: PrintData | null
}

export function usePrintedTypes() {
  return useQuery({
    queryKey: ['printing-types'],
    queryFn: ({ signal }) => requestJson<{ rows: readonly PrintedType[] }>('printing/types', { signal }),
    select: (answer) => answer.rows,
  })
}

export function usePrintNames(type: string) {
  return useQuery({
    queryKey: ['printing-names', type],
    queryFn: ({ signal }) => requestJson<PrintNames>('printing/names', { query: { type }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** The values that the designer shows: of the record that was asked for, else the newest. */
export function usePrintSample(type: string, record: string) {
  return useQuery({
    queryKey: ['printing-data', type, record],
    queryFn: ({ signal }) => requestJson<PrintSample>('printing/data', { query: { type, record }, signal }),
  })
}

export const templatesKey = (type: string): readonly string[] => ['print-templates', type]

export function useStoredTemplates(type: string) {
  return useQuery({
    queryKey: templatesKey(type),
    queryFn: ({ signal }) => {
      const filter = JSON.stringify([{ field: 'recordType', op: 'eq', value: type }])
      return requestJson<{ rows: readonly StoredTemplate[] }>('print-template', {
        query: { filter, sort: 'code', limit: 200 },
        signal,
      })
    },
    select: (answer) => answer.rows,
  })
}
