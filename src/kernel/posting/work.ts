import type { Clock } from '../../base/clock.ts'
import type { Id } from '../../base/id.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Installed } from '../documents/installed.ts'
import type { Settings } from './proposal.ts'

/** Who acts: a person or a key, and what they may do. */
export interface Actor {
  readonly id: string
  readonly name: string
  may(right: string): boolean
}

/** One unit of work: a transaction in one company, by one actor, with the product's definitions at hand. */
export interface Work {
  readonly tx: Transaction
  readonly company: Id<'company'>
  readonly actor: Actor
  readonly clock: Clock
  readonly settings: Settings
  readonly installed: Installed
  /** Runs a short transaction of its own beside this one: numbers are taken there, so that no one waits for them. */
  apart<T>(step: (tx: Transaction) => Promise<T>): Promise<T>
}
