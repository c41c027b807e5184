import { currentLanguage, t } from '../language.ts'
import { reportConnection } from './connection.ts'
import { ApiProblem, type FieldProblem } from './problem.ts'

export type ListQuery = {
  readonly q?: string
  readonly filter?: string
  readonly sort?: string
  readonly cursor?: string
  readonly limit?: number
  readonly totals?: boolean
  readonly [name: string]: string | number | boolean | undefined
}

export type ListPage<Row> = {
  readonly rows: readonly Row[]
  readonly next: string | null
  readonly totals?: Readonly<Record<string, string>>
  /** Codes and names of what the rows refer to, by entity and id. */
  readonly references?: Readonly<
    Record<string, Readonly<Record<string, { readonly code: string; readonly name: string }>>>
  >
}

export type RequestOptions = {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly query?: ListQuery
  readonly signal?: AbortSignal
  /** The version that was read; a newer one on the server makes this a conflict instead of a lost update. */
  readonly version?: string | number
  /** Makes a POST safe to repeat; one is made for each call unless the caller keeps its own over retries. */
  readonly idempotencyKey?: string
  /** Not sent again by itself when the connection is lost: the body says how long ago something was. */
  readonly once?: boolean
}

const retryPauses = [400, 1200, 3000] as const

function address(path: string, query: ListQuery | undefined): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== '' && value !== false) asked.set(name, value === true ? '1' : String(value))
  const text = asked.toString()
  return text === '' ? `/api/${path}` : `/api/${path}?${text}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function fieldProblems(value: unknown): readonly FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) =>
    isRecord(one) && typeof one.message === 'string' ? [{ path: textOf(one.path) ?? '', message: one.message }] : [],
  )
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const reference = response.headers.get('x-request-id') ?? undefined
  const unexpected = { title: t('api.unexpected', { status: response.status }), status: response.status, reference }
  const body: unknown = await response.json().catch(() => null)
  if (!isRecord(body)) return new ApiProblem(unexpected)
  return new ApiProblem({
    type: textOf(body.type),
    title: textOf(body.title) ?? unexpected.title,
    status: response.status,
    detail: textOf(body.detail),
    errors: fieldProblems(body.errors),
    reference: textOf(body.instance) ?? reference,
  })
}

function headersOf(options: RequestOptions, method: string): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() }
  if (options.body !== undefined && !(options.body instanceof FormData)) headers['content-type'] = 'application/json'
  if (method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID()
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`
  return headers
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError'))
    })
  })
}

/**
 * Sends once more, with the same key, when the connection is lost: what is repeated cannot happen twice, because reading
 * changes nothing, POST carries its key and PATCH its version.
 */
async function sendWithRetry(
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  repeatable: boolean,
): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await fetch(url, { ...init, signal })
      reportConnection(true)
      return response
    } catch (error) {
      if (signal?.aborted) throw error
      reportConnection(false)
      const wait = repeatable ? retryPauses[attempt] : undefined
      if (wait === undefined) throw new ApiProblem({ title: t('api.offline'), status: 0 })
      await pause(wait, signal)
    }
  }
}

/** One call of the API. Throws ApiProblem for everything that is not a success, AbortError when the caller gave up. */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const method = options.method ?? 'GET'
  const body =
    options.body === undefined
      ? undefined
      : options.body instanceof FormData
        ? options.body
        : JSON.stringify(options.body)
  const init: RequestInit = { method, headers: headersOf(options, method), body, credentials: 'same-origin' }
  const isSafe = method === 'GET' || method === 'POST' || options.version !== undefined
  const repeatable = isSafe && options.once !== true
  const response = await sendWithRetry(address(path, options.query), init, options.signal, repeatable)
  if (!response.ok) throw await problemOf(response)
  return response
}

/** A call that answers with JSON. The caller names the type, which the definitions give; it is not checked again here. */
export async function requestJson<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await request(path, options)
  return (response.status === 204 ? null : await response.json()) as Answer
}

export const api = {
  list: <Row>(type: string, query: ListQuery, signal?: AbortSignal) =>
    requestJson<ListPage<Row>>(type, { query, signal }),
  read: <Row>(type: string, id: string, signal?: AbortSignal) =>
    requestJson<Row>(`${type}/${encodeURIComponent(id)}`, { signal }),
  create: <Row>(type: string, body: unknown, options: { step?: string; idempotencyKey?: string } = {}) =>
    requestJson<Row>(options.step === undefined ? type : `${type}?then=${options.step}`, {
      method: 'POST',
      body,
      idempotencyKey: options.idempotencyKey,
    }),
  /** `draft` keeps it a draft where the company posts as it saves. */
  change: <Row>(type: string, id: string, body: unknown, version: string | number, step?: 'draft') =>
    requestJson<Row>(`${type}/${encodeURIComponent(id)}${step === undefined ? '' : `?then=${step}`}`, {
      method: 'PATCH',
      body,
      version,
    }),
  remove: (type: string, id: string, version?: string | number) =>
    request(`${type}/${encodeURIComponent(id)}`, { method: 'DELETE', version }),
  act: <Row>(
    type: string,
    id: string,
    action: string,
    body: unknown = {},
    options: { version?: string | number; idempotencyKey?: string } = {},
  ) => requestJson<Row>(`${type}/${encodeURIComponent(id)}/${action}`, { method: 'POST', body, ...options }),
  /** What a document leads on to; `flow` says which way, where several lead there. */
  convert: <Row>(type: string, id: string, target: string, flow?: string) =>
    requestJson<Row>(`${type}/${encodeURIComponent(id)}/convert/${target}`, {
      method: 'POST',
      body: {},
      query: flow === undefined ? {} : { flow },
    }),
  report: <Answer>(report: string, query: ListQuery, signal?: AbortSignal) =>
    requestJson<Answer>(`reports/${report}`, { query, signal }),
} as const
