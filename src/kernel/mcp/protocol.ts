import type { Json } from '../../base/json.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'

/** Versions of the Model Context Protocol that are spoken here, the newest first. */
const versions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'] as const

/** A message of JSON-RPC 2.0 that wants an answer, or tells something. */
export interface Message {
  readonly id: string | number | undefined
  readonly method: string
  readonly params: JsonObject
}

/** What is wrong with a request, by the numbers of JSON-RPC 2.0. */
export const rpcFault = { parse: -32700, invalid: -32600, method: -32601, params: -32602 } as const

/** The message that a body holds; undefined where it is none (batches are not spoken since 2025-06-18). */
export const messageOf = (body: Json | undefined): Message | undefined => {
  if (body === undefined || !isJsonObject(body) || body['jsonrpc'] !== '2.0') return undefined
  const { id, method, params } = body
  if (typeof method !== 'string') return undefined
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') return undefined
  return { id, method, params: params !== undefined && isJsonObject(params) ? params : {} }
}

export const resultOf = (id: string | number, result: Json): JsonObject => ({ jsonrpc: '2.0', id, result })

export const faultOf = (id: string | number | null, code: number, message: string): JsonObject => ({
  jsonrpc: '2.0',
  id,
  error: { code, message },
})

/** What is answered to a client that introduces itself: a version that both speak, and what there is. */
export const introduction = (params: JsonObject, version: string): JsonObject => {
  const wanted = params['protocolVersion']
  return {
    protocolVersion: versions.find((one) => one === wanted) ?? versions[0],
    capabilities: { tools: { listChanged: false } },
    serverInfo: { name: 'suanpan', title: '算盘 Suanpan', version },
    instructions:
      'The books of one company. Begin with describe. Amounts and quantities are decimal text. You see what your caller may see. Drafts are for people to post.',
  }
}
