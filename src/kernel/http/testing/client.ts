import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Json } from '../../../base/json.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** A client with a session of its own. */
export interface TestClient {
  readonly cookie: string
  /** Asks, and says what the answer is expected to be made of where it is looked into. */
  ask<Body = Answer>(
    method: Method,
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply<Body>>
}

/** An answer that is looked into freely; each test looks at what it expects. */
export type Answer = Record<string, Json> & { readonly [key: string]: never }

export interface Reply<Body = Answer> {
  readonly status: number
  readonly headers: LightMyRequestResponse['headers']
  readonly body: Body
  readonly text: string
  readonly raw: Buffer
}

const replyOf = <Body>(response: LightMyRequestResponse): Reply<Body> => ({
  status: response.statusCode,
  headers: response.headers,
  body: String(response.headers['content-type']).includes('json') ? response.json() : JSON.parse('{}'),
  text: response.body,
  raw: response.rawPayload,
})

export const clientOf = (app: FastifyInstance, headers: Readonly<Record<string, string>>): TestClient => ({
  cookie: headers['cookie'] ?? '',
  ask: async <Body>(method: Method, url: string, body?: unknown, more: Readonly<Record<string, string>> = {}) => {
    const options: InjectOptions = {
      method,
      url,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { payload: body as object }),
    }
    return replyOf<Body>(await app.inject(options))
  },
})
