import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Json } from '../../../base/json.ts'

/** A client with a session of its own. */
export interface TestClient {
  readonly cookie: string
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply>
}

export interface Reply {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  // Answers are looked into freely by tests; each looks at what it expects.
  readonly body: Record<string, Json> & { readonly [key: string]: never }
  readonly text: string
  readonly raw: Buffer
}

const replyOf = (response: LightMyRequestResponse): Reply => ({
  status: response.statusCode,
  headers: response.headers,
  body: String(response.headers['content-type']).includes('json') ? response.json() : {},
  text: response.body,
  raw: response.rawPayload,
})

export const clientOf = (app: FastifyInstance, headers: Readonly<Record<string, string>>): TestClient => ({
  cookie: headers['cookie'] ?? '',
  ask: async (method, url, body, more = {}) => {
    const options: InjectOptions = {
      method,
      url,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { payload: body as object }),
    }
    return replyOf(await app.inject(options))
  },
})
