import type { LeqiAccess } from '../domains/invoicing/server.ts'
import type { HubEvent } from '../kernel/jobs/event-hub.ts'

/** What the first process says to one that answers beside it; a connection comes along with `connection`. */
export type ToHelper =
  | { readonly say: 'begin'; readonly bureau: LeqiAccess }
  | { readonly say: 'connection'; readonly number: number }
  | { readonly say: 'committed'; readonly company: string }
  | { readonly say: 'told'; readonly company: string; readonly event: HubEvent }

/** What a process that answers says to the first. */
export type FromHelper =
  | { readonly say: 'ready' }
  | { readonly say: 'taken'; readonly number: number }
  | Extract<ToHelper, { readonly say: 'committed' | 'told' }>
