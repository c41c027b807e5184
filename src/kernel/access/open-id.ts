import { createHash, randomBytes } from 'node:crypto'
import type { JWK } from 'jose'
import type { Json } from '../../base/json.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'
import { askOutside } from '../webhooks/ask-outside.ts'
import type { Provider } from './identity-providers.ts'

/** Why what a provider said is not believed; the page says it in words. */
export type OpenIdFault = 'unreachable' | 'untrusted'

/** What a provider said was not to be had, or is not to be believed. */
export class OpenIdError extends Error {
  readonly fault: OpenIdFault

  constructor(fault: OpenIdFault, detail: string) {
    super(detail)
    this.name = 'OpenIdError'
    this.fault = fault
  }
}

/** Where a provider answers what (OpenID Connect Discovery 1.0). */
export interface ProviderAddresses {
  readonly issuer: string
  readonly authorization: string
  readonly token: string
  readonly keys: string
  readonly endSession: string | undefined
  /** Whether it says who it is in its answers (RFC 9207). */
  readonly namesItself: boolean
  /** Whether the secret travels in the body, where the header is not taken. */
  readonly secretInBody: boolean
}

const longest = 200_000
/** Signed by a key that only the provider has; `none` and shared secrets are not believed. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']

const askJson = async (
  address: string,
  reachesInside: boolean,
  form?: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
): Promise<JsonObject> => {
  const headers = { accept: 'application/json', ...form?.headers }
  const method = form === undefined ? 'GET' : 'POST'
  const answer = await askOutside(
    address,
    { method, headers, longestAnswer: longest, ...(form === undefined ? {} : { body: form.body }) },
    reachesInside,
  ).catch((error: unknown) => {
    throw new OpenIdError('unreachable', `${new URL(address).host}: ${String(error)}`)
  })
  try {
    const said = JSON.parse(answer.text) as Json
    if (answer.status === 200 && isJsonObject(said)) return said
  } catch {
    // Told below, together with answers of other statuses.
  }
  throw new OpenIdError('untrusted', `${new URL(address).host} answered ${answer.status}: ${answer.text.slice(0, 200)}`)
}

const textIn = (said: JsonObject, name: string): string => {
  const value = said[name]
  return typeof value === 'string' ? value : ''
}

const listIn = (said: JsonObject, name: string): readonly string[] => {
  const value = said[name]
  return Array.isArray(value) ? value.map(String) : []
}

const keysIn = (said: JsonObject): JWK[] => {
  const list = said['keys']
  return Array.isArray(list)
    ? list.filter(isJsonObject).map((key) => Object.fromEntries(Object.entries(key)) as JWK)
    : []
}

/** Asks a provider where it answers what. Throws an OpenIdError where it does not answer, or says it is another. */
export const discover = async (issuer: string, reachesInside: boolean): Promise<ProviderAddresses> => {
  const said = await askJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, reachesInside)
  if (textIn(said, 'issuer') !== issuer)
    throw new OpenIdError('untrusted', `it calls itself ${textIn(said, 'issuer')}, not ${issuer}`)
  const methods = listIn(said, 'token_endpoint_auth_methods_supported')
  const found: ProviderAddresses = {
    issuer,
    authorization: textIn(said, 'authorization_endpoint'),
    token: textIn(said, 'token_endpoint'),
    keys: textIn(said, 'jwks_uri'),
    endSession: textIn(said, 'end_session_endpoint') || undefined,
    namesItself: said['authorization_response_iss_parameter_supported'] === true,
    secretInBody: methods.length > 0 && !methods.includes('client_secret_basic'),
  }
  const plainHttp = new URL(issuer).protocol === 'http:'
  for (const address of [found.authorization, found.token, found.keys])
    if (!URL.canParse(address) || (!plainHttp && new URL(address).protocol !== 'https:'))
      throw new OpenIdError('untrusted', `it names ${address} as one of its addresses`)
  return found
}

/** What is kept until the provider has answered. */
export interface PendingSignIn {
  readonly nonce: string
  readonly verifier: string
  readonly redirect: string
}

export const newPending = (redirect: string): PendingSignIn => ({
  nonce: randomBytes(24).toString('base64url'),
  verifier: randomBytes(48).toString('base64url'),
  redirect,
})

/** Where the browser is sent to: the authorization code flow with PKCE. */
export const authorizationUrl = (
  provider: Provider,
  addresses: ProviderAddresses,
  pending: PendingSignIn,
  state: string,
): string => {
  const url = new URL(addresses.authorization)
  const parameters = {
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: pending.redirect,
    scope: ['openid', ...provider.scopes.filter((scope) => scope !== 'openid')].join(' '),
    state,
    nonce: pending.nonce,
    code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** Names and secrets are form-encoded before they go into the header (RFC 6749, 2.3.1). */
const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1)

const idTokenFor = async (
  provider: Provider,
  addresses: ProviderAddresses,
  pending: PendingSignIn,
  code: string,
  reachesInside: boolean,
): Promise<string> => {
  const { clientId, clientSecret } = provider
  const inBody = addresses.secretInBody || clientSecret === ''
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: pending.redirect,
    code_verifier: pending.verifier,
    ...(inBody ? { client_id: clientId } : {}),
    ...(inBody && clientSecret !== '' ? { client_secret: clientSecret } : {}),
  }).toString()
  const basic = Buffer.from(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`).toString('base64')
  const said = await askJson(addresses.token, reachesInside, {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(inBody ? {} : { authorization: `Basic ${basic}` }),
    },
  })
  return textIn(said, 'id_token')
}

/** What a provider says of someone. */
export interface IdentityClaims {
  readonly subject: string
  readonly claims: JsonObject
}

/**
 * Trades the code for what the provider says of its person, and believes it only where it is signed by one of the provider's
 * keys, made for this client, not expired, and the answer to this question (OpenID Connect Core 1.0, 3.1.3.7).
 */
export const redeemCode = async (
  provider: Provider,
  addresses: ProviderAddresses,
  pending: PendingSignIn,
  code: string,
  reachesInside: boolean,
): Promise<IdentityClaims> => {
  const token = await idTokenFor(provider, addresses, pending, code, reachesInside)
  const keys = await askJson(addresses.keys, reachesInside)
  const { createLocalJWKSet, jwtVerify } = await import('jose')
  const verified = await jwtVerify(token, createLocalJWKSet({ keys: keysIn(keys) }), {
    issuer: addresses.issuer,
    audience: provider.clientId,
    algorithms,
    requiredClaims: ['sub', 'exp', 'iat'],
    clockTolerance: 60,
    maxTokenAge: '1h',
  }).catch((error: unknown) => {
    throw new OpenIdError('untrusted', `its token is not believed: ${String(error)}`)
  })
  const claims = JSON.parse(JSON.stringify(verified.payload)) as JsonObject
  const party = claims['azp']
  if (claims['nonce'] !== pending.nonce) throw new OpenIdError('untrusted', 'its token answers another question')
  if (party !== undefined && party !== provider.clientId)
    throw new OpenIdError('untrusted', 'its token was made for another client')
  return { subject: textIn(claims, 'sub'), claims }
}

/** Where a browser is sent to be signed out at the provider too; undefined where it has no such place. */
export const endSessionUrl = (provider: Provider, addresses: ProviderAddresses, back: string): string | undefined => {
  if (addresses.endSession === undefined) return undefined
  const url = new URL(addresses.endSession)
  url.searchParams.set('client_id', provider.clientId)
  url.searchParams.set('post_logout_redirect_uri', back)
  return url.href
}
