import { createContext, use } from 'react'
import { requestJson } from '../../../ui/api/client.ts'
import { isOff } from '../../../kernel/access/off-rights.ts'
import { rightsOf, type May } from '../../../kernel/access/rights.ts'

export type SessionCompany = { readonly id: string; readonly code: string; readonly name: string }

/** Who is signed in, where they act and what they may do, as the API answers it. */
export type SessionAnswer = {
  readonly user: { readonly id: string; readonly username: string; readonly name: string }
  readonly company: SessionCompany | null
  readonly companies: readonly SessionCompany[]
  readonly rights: readonly string[]
  /** Names of what belongs to modules that the company has off. */
  readonly off: readonly string[]
  readonly language: 'zh' | 'en'
  /** Who looks with this person's eyes, and can change nothing so. */
  readonly previewedBy: string | null
  /** Those this person stands in for today. */
  readonly standsFor: readonly { readonly id: string; readonly name: string }[]
  /** The company's day, which tests and the demo may fix. */
  readonly today: string
  /** What this person still owes of the second factor that the company asks for, and until when. */
  readonly factorDuty: { readonly until: string; readonly overdue: boolean } | null
}

export type Session = SessionAnswer & { readonly may: May; readonly seesCost: boolean }

export function sessionOf(answer: SessionAnswer): Session {
  const held = rightsOf(answer.rights)
  const off = new Set(answer.off)
  const may: May = (right) => !isOff(off, right) && held(right)
  return { ...answer, may, seesCost: may('cost.see') }
}

export async function fetchSession(signal?: AbortSignal): Promise<Session> {
  return sessionOf(await requestJson<SessionAnswer>('session', { signal }))
}

/** Signs in by name and password, with what is asked beside them: a code, or a passkey's signature. */
export async function signIn(
  username: string,
  password: string,
  beside: { readonly code?: string; readonly passkey?: object } = {},
): Promise<Session> {
  const body = { username, password, ...beside }
  return sessionOf(await requestJson<SessionAnswer>('session', { method: 'POST', body }))
}

/** Signs out, and goes on to where the identity provider signs out whom it let in. */
export async function signOut(): Promise<void> {
  const left = await requestJson<{ readonly next?: string } | null>('session', { method: 'DELETE' }).catch(() => null)
  globalThis.location.assign(left?.next ?? '/')
}

export async function enterCompany(company: string): Promise<Session> {
  return sessionOf(await requestJson<SessionAnswer>('session/company', { method: 'POST', body: { company } }))
}

/** Looks at the product with someone else's eyes. */
export async function beginPreview(user: string): Promise<Session> {
  return sessionOf(await requestJson<SessionAnswer>('session/preview', { method: 'POST', body: { user } }))
}

export async function endPreview(): Promise<Session> {
  return sessionOf(await requestJson<SessionAnswer>('session/preview', { method: 'DELETE' }))
}

export const SessionContext = createContext<Session | null>(null)

/** The session of the signed-in person. Pages are drawn only inside one. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (session === null) throw new Error('there is no session here')
  return session
}
