import type { StartAuthenticationOpts, StartRegistrationOpts } from '@simplewebauthn/browser'
import { requestJson } from '../../../ui/api/client.ts'
import { t } from '../../../ui/language.ts'
import { sessionOf } from './session.ts'
import type { Session, SessionAnswer } from './session.ts'

type CreationOptions = StartRegistrationOpts['optionsJSON']
type RequestOptions = StartAuthenticationOpts['optionsJSON']

/** Whether this browser has passkeys here: over plain HTTP none has, but on this machine itself; an address in figures never. */
export function canUsePasskeys(): boolean {
  const isFigures = /^[\d.]+$|:/.test(globalThis.location.hostname)
  return globalThis.isSecureContext && 'PublicKeyCredential' in globalThis && !isFigures
}

/** What the device says when it is told no, or knows no passkey of this site, in words. */
function inWords(error: unknown): Error {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return new Error(t('passkeys.already'))
  if (name === 'NotAllowedError' || name === 'AbortError') return new Error(t('passkeys.stopped'))
  return error instanceof Error ? error : new Error(String(error))
}

/** Makes a passkey on this device, or on one that it is connected to, and tells the server of it. */
export async function makePasskey(password: string, name: string): Promise<void> {
  const optionsJSON = await requestJson<CreationOptions>('session/passkeys/options', {
    method: 'POST',
    body: { password },
  })
  const { startRegistration } = await import('@simplewebauthn/browser')
  const response = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    throw inWords(error)
  })
  await requestJson('session/passkeys', { method: 'POST', body: { name, response } })
}

/** Lets the person sign the server's question with one of their passkeys. */
export async function signWithPasskey(): Promise<object> {
  const optionsJSON = await requestJson<RequestOptions>('sign-in/passkey/options', { method: 'POST', body: {} })
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return startAuthentication({ optionsJSON }).catch((error: unknown) => {
    throw inWords(error)
  })
}

/** Signs in by a passkey, without name or password. */
export async function signInByPasskey(): Promise<Session> {
  const response = await signWithPasskey()
  return sessionOf(await requestJson<SessionAnswer>('sign-in/passkey', { method: 'POST', body: { response } }))
}
