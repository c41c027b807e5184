import { useQuery } from '@tanstack/react-query'
import { api, requestJson } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import type { FormPart, StoredField } from './design-draft.ts'

export type NumberPreview = {
  readonly rule: string
  readonly next: string | null
  readonly problem: { readonly zh: string; readonly en: string } | null
}

/** What a form is designed from. */
export type FormParts = {
  readonly type: string
  readonly label: string
  readonly sort: 'entity' | 'document'
  readonly parts: readonly FormPart[]
  readonly roles: readonly { readonly name: string; readonly label: string }[]
  readonly targets: readonly { readonly name: string; readonly label: string; readonly english: string }[]
  readonly numbering: string | null
  readonly preview: NumberPreview | null
}

/** A design as it is stored; null where there is none yet. */
export type StoredForm = {
  readonly id: string
  readonly numbering: string | null
  readonly fields: readonly StoredField[]
  readonly version: number
}

export function useFormParts(type: string) {
  return useQuery({
    queryKey: ['form-parts', type],
    queryFn: ({ signal }) => requestJson<FormParts>('calls/form-parts', { query: { type }, signal }),
  })
}

export function useStoredForm(type: string) {
  return useQuery({
    queryKey: ['own-form', type],
    queryFn: ({ signal }) =>
      api.read<StoredForm>('own-form', type, signal).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null
        throw error
      }),
  })
}

/** The next number by a rule that is being written. */
export function useNumberPreview(type: string, rule: string) {
  return useQuery({
    queryKey: ['form-parts', type, rule],
    queryFn: ({ signal }) =>
      requestJson<FormParts>('calls/form-parts', { query: { type, numbering: rule }, signal }).then(
        (answer) => answer.preview,
      ),
    enabled: rule !== '',
    placeholderData: (before) => before,
  })
}

/** Keeps a design: the whole form at once, so that nobody ever sees half of one. */
export function keepForm(
  parts: FormParts,
  stored: StoredForm | null,
  body: { readonly numbering: string | null; readonly fields: readonly StoredField[] },
): Promise<StoredForm> {
  return stored === null
    ? api.create<StoredForm>('own-form', { code: parts.type, name: parts.label, ...body })
    : api.change<StoredForm>('own-form', stored.id, body, stored.version)
}
