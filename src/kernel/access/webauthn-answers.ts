import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Json } from '../../base/json.ts'
import { isJsonObject } from '../documents/draft.ts'
import type { JsonObject } from '../documents/draft.ts'

const inner = (given: Json | undefined, name: string): JsonObject => {
  const value = given !== undefined && isJsonObject(given) ? given[name] : undefined
  return value !== undefined && isJsonObject(value) ? value : {}
}

const textIn = (given: Json | undefined, name: string): string => {
  const value = given !== undefined && isJsonObject(given) ? given[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** What every answer of an authenticator has; nothing of it is trusted yet. */
const commonOf = (given: Json | undefined) => ({
  id: textIn(given, 'id'),
  rawId: textIn(given, 'rawId'),
  type: 'public-key' as const,
  clientExtensionResults: {},
})

/** A browser's answer to being asked for a new passkey, of the right shape whatever was sent. */
export const registrationOf = (given: Json | undefined): RegistrationResponseJSON => {
  const response = inner(given, 'response')
  const transports = response['transports']
  return {
    ...commonOf(given),
    response: {
      clientDataJSON: textIn(response, 'clientDataJSON'),
      attestationObject: textIn(response, 'attestationObject'),
      transports: Array.isArray(transports) ? transports.slice(0, 10).map((one) => String(one).slice(0, 20)) : [],
    },
  }
}

/** A browser's answer to being asked to sign with a passkey, of the right shape whatever was sent. */
export const authenticationOf = (given: Json | undefined): AuthenticationResponseJSON => {
  const response = inner(given, 'response')
  return {
    ...commonOf(given),
    response: {
      clientDataJSON: textIn(response, 'clientDataJSON'),
      authenticatorData: textIn(response, 'authenticatorData'),
      signature: textIn(response, 'signature'),
    },
  }
}

/** The question that an answer says it answers. */
export const challengeOf = (answer: { readonly response: { readonly clientDataJSON: string } }): string => {
  try {
    const said = JSON.parse(Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8')) as Json
    return textIn(said, 'challenge')
  } catch {
    return ''
  }
}
