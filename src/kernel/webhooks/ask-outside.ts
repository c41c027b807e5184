import { lookup as lookupName } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address.ts'

/** What another server answered: its status and its text, or the beginning of it. */
export interface OutsideAnswer {
  readonly status: number
  readonly text: string
}

export interface OutsideQuestion {
  readonly method: 'GET' | 'POST'
  readonly body?: string
  readonly headers: Readonly<Record<string, string>>
  /** How much of the answer is read; 2000 characters unless told. */
  readonly longestAnswer?: number
}

const patience = 15_000
const usualAnswer = 2000

const refused = (host: string) => new Error(`${host} is an address of this machine or its network`)

/** Looks a name up and refuses it where any of its addresses is private, at the moment of connecting: not only before. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) callback(error, '', 0)
    else if (addresses.some(({ address }) => isPrivateAddress(address))) callback(refused(hostname), '', 0)
    else if (options.all === true) callback(null, addresses)
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  })
}

/**
 * Asks a server outside. Redirections are not followed. Throws where there is no answer in 15 seconds, or where the address
 * lies in a private network and that is not allowed.
 */
export const askOutside = (
  address: string,
  { method, body, headers, longestAnswer = usualAnswer }: OutsideQuestion,
  allowPrivate: boolean,
): Promise<OutsideAnswer> =>
  new Promise((resolve, reject) => {
    const url = new URL(address)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) {
      reject(refused(host))
      return
    }
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(
      url,
      {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        signal: AbortSignal.timeout(patience),
        ...(allowPrivate ? {} : { lookup: lookupOutside }),
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          if (text.length < longestAnswer) text += piece
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: text.slice(0, longestAnswer) }))
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
