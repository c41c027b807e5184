import { requestJson } from '../../../ui/api/client.ts'
import { t } from '../../../ui/language.ts'
import type { RecordType } from '../catalogue/catalogue.ts'

export type Mend = { readonly value: string; readonly label: string }

export type Missing = { readonly type: string; readonly label: string; readonly name: string }

export type CellError = {
  readonly row: number
  readonly column: string | null
  readonly at: number | null
  readonly value: string
  readonly message: string
  readonly mends: readonly Mend[]
  readonly create: Missing | null
  readonly conflict?: boolean
}

export type FileColumn = {
  readonly at: number
  readonly head: string
  readonly target: string | null
  readonly label: string | null
  readonly by: 'name' | 'synonym' | 'pinyin' | 'part' | 'content' | 'chosen' | 'remembered' | null
  readonly confidence: number
  readonly valueKey: string | null
  readonly sample: readonly string[]
}

export type ImportOutcome = {
  readonly rows: number
  readonly records: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly refusedRows: number
  readonly errors: readonly CellError[]
  readonly errorCount: number
  readonly totals: readonly {
    readonly column: string
    readonly at: number
    readonly sum: string
    readonly stated: string | null
  }[]
  readonly headRow: number
  readonly columns: readonly FileColumn[]
  readonly skipped: readonly { readonly row: number; readonly why: 'total' | 'subtotal' | 'head' | 'note' }[]
  readonly changes: readonly {
    readonly row: number
    readonly at: number
    readonly before: string
    readonly after: string
    readonly base: string | null
    readonly conflict: boolean
  }[]
  readonly changeCount: number
  readonly grid: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly asksDateOrder: boolean
  readonly sheets?: readonly string[]
  readonly batch: string | null
}

/** What a person says of a file; the server's own shape of it. */
export type Plan = {
  readonly sheet?: string
  readonly columns?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly header?: Readonly<Record<string, string>>
  readonly fixes?: Readonly<Record<string, string>>
  readonly drop?: readonly number[]
  readonly dateOrder?: 'dayFirst' | 'monthFirst'
  readonly create?: readonly { readonly type: string; readonly name: string }[]
  readonly skipBad?: boolean
  readonly conflicts?: Readonly<Record<string, 'ours' | 'theirs'>>
}

export type Options = { readonly update: boolean; readonly post: boolean; readonly plan: Plan }

export type Target = {
  readonly target: string
  readonly label: string
  readonly required: boolean
  readonly kind: string
}

export type PastImport = {
  readonly id: string
  readonly fileName: string
  readonly created: number
  readonly updated: number
  readonly finished: boolean
  readonly createdAt: string
  readonly createdBy: string
  readonly undoneAt: string | null
}

export type ImportKnown = { readonly rows: readonly PastImport[]; readonly targets: readonly Target[] }

export const cellKey = (row: number, at: number): string => `${row}:${at}`

export function isOutcome(value: unknown): value is ImportOutcome {
  return typeof value === 'object' && value !== null && 'records' in value && 'columns' in value
}

/** Sends the file with what was said of it; a refusal that lists what is wrong with which cell is an answer too. */
export async function sendImport(
  type: RecordType,
  file: File,
  options: Options,
  dryRun: boolean,
): Promise<{ readonly job: string } | ImportOutcome> {
  const query = new URLSearchParams()
  if (dryRun) query.set('dry_run', '1')
  if (options.update) query.set('update', '1')
  if (options.post) query.set('then', 'post')
  const body = new FormData()
  // Before the file, so that it is read before it.
  body.append('plan', JSON.stringify(options.plan))
  body.append('file', file, file.name)
  const response = await fetch(`/api/imports/${type.address}?${query.toString()}`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'accept-language': document.documentElement.lang },
  })
  const answer: unknown = await response.json()
  if (isOutcome(answer)) return answer
  if (response.ok && typeof answer === 'object' && answer !== null && 'job' in answer)
    return { job: String(answer.job) }
  const detail = typeof answer === 'object' && answer !== null && 'detail' in answer ? String(answer.detail) : ''
  throw new Error(detail === '' ? t('api.unexpected', { status: response.status }) : detail)
}

export const readKnown = (type: RecordType): Promise<ImportKnown> => requestJson<ImportKnown>(`imports/${type.address}`)

export const undoBatch = (type: RecordType, batch: string): Promise<{ readonly deleted: number }> =>
  requestJson<{ deleted: number }>(`imports/${type.address}/${batch}/undo`, { method: 'POST', body: {} })
