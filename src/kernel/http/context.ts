import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import type { Id } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import type { Accounts } from '../access/accounts.ts'
import { actorOf } from '../access/caller.ts'
import type { Caller } from '../access/caller.ts'
import type { BackupWatch } from '../backup/backup-watch.ts'
import { Problem } from '../definition/problem.ts'
import type { JsonObject } from '../documents/draft.ts'
import type { LoadedRecord } from '../documents/load.ts'
import type { OpenedLink } from '../public-links/public-links.ts'
import type { EventHub } from '../jobs/event-hub.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { Work } from '../posting/work.ts'
import { claim, keep, keptAnswer, readKey, requestHash } from './idempotency.ts'
import type { KeptAnswer, Repeatable } from './idempotency.ts'
import { acceptedLanguage } from './language.ts'
import type { Language } from './language.ts'
import { inWork } from './work.ts'
import type { Acting, WorkSource } from './work.ts'

/** Everything that routes work with. */
export interface ServerContext extends WorkSource {
  readonly pool: Pool
  readonly accounts: Accounts
  readonly version: string
  /** Says a line to whoever keeps the program alive. */
  readonly log: (line: string) => void
  /** The last lines that were said. */
  readonly recentLines: () => readonly string[]
  /** Where browsers find the product, where a proxy in front makes it another address than the one that is asked here. */
  readonly publicUrl?: string | undefined
  /** Whether it may ask servers of private networks: where all systems stand in one house. */
  readonly reachesInside: boolean
  readonly jobs: JobRunner
  readonly events: EventHub
  /** Takes backups; not there where nothing but questions is answered. */
  readonly backups?: BackupWatch | undefined
  /** Writes what a new set of books begins with; the unit of work acts in the new company already. */
  createCompany(work: Work, input: JsonObject): Promise<LoadedRecord>
}

/**
 * The right a route needs: one, or any one of several; `public` and `session` need none, `link` a link's token. Where the
 * address names a type that only the company knows, the rights follow from the request.
 */
export type RouteRight = string | readonly string[] | ((request: FastifyRequest) => readonly string[])

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined
    /** The link that a visitor came by. */
    link: OpenedLink | undefined
    /** A body of JSON as it was written, where numbers have more digits than a number keeps. */
    rawText: string | undefined
  }
  interface FastifyContextConfig {
    right?: RouteRight
    /** Whether what it changes is one record or document, by statements that are always the same. */
    changesOne?: boolean
  }
}

/** Who calls. The gate has let them in, so there is one. */
export const callerOf = (request: FastifyRequest): Caller => {
  if (request.caller === undefined) throw new Problem('unauthenticated', { zh: '请先登录', en: 'Sign in first' })
  return request.caller
}

export const companyOf = (caller: Caller): Id<'company'> => {
  if (caller.company === undefined) {
    throw new Problem('forbidden', { zh: '您还不属于任何公司', en: 'You do not belong to a company yet' })
  }
  return caller.company
}

export const actingOf = (request: FastifyRequest): Acting => {
  const caller = callerOf(request)
  return { company: companyOf(caller), actor: actorOf(caller) }
}

export const languageOf = (request: FastifyRequest): Language =>
  request.caller?.language ?? acceptedLanguage(request.headers['accept-language'])

/** Answers a question: a transaction that promises to write nothing. */
export const answer = <Result>(
  context: ServerContext,
  request: FastifyRequest,
  step: (work: Work) => Promise<Result>,
): Promise<Result> => inWork(context, actingOf(request), step, { readOnly: true })

const repeatableOf = (request: FastifyRequest, acting: Acting, content: unknown): Repeatable | undefined => {
  const key = request.method === 'POST' ? readKey(request.headers['idempotency-key']) : undefined
  if (key === undefined) return undefined
  return {
    company: acting.company,
    actor: acting.actor.id,
    key,
    hash: requestHash(request.method, request.url, content),
  }
}

const put = (reply: FastifyReply, kept: KeptAnswer) => {
  if (kept.version !== undefined) reply.header('etag', `"${kept.version}"`)
  if (kept.location !== undefined) reply.header('location', kept.location)
  return reply.code(kept.status).send(kept.status === 204 ? undefined : kept.body)
}

/**
 * Does something once, in one transaction with the memory of having done it, and answers. `content` is what is asked where the
 * body is not: a file that was uploaded, a body without its password.
 */
export const change = async (
  context: ServerContext,
  request: FastifyRequest,
  reply: FastifyReply,
  step: (work: Work) => Promise<KeptAnswer & { readonly secret?: { readonly [name: string]: Json } }>,
  content: unknown = request.body,
): Promise<FastifyReply> => {
  const acting = actingOf(request)
  const repeatable = repeatableOf(request, acting, content)
  let isFirst = true
  const done = await inWork(
    context,
    acting,
    async (work) => {
      if (repeatable !== undefined && !isFirst) return keptAnswer(work.tx, repeatable)
      const { secret, ...kept } = await step(work)
      if (repeatable !== undefined) keep(work.tx, repeatable, kept)
      // What is shown once is answered to the first request and never kept.
      return secret === undefined ? kept : { ...kept, body: { ...Object(kept.body), ...secret } as Json }
    },
    {
      keepsPlans: request.routeOptions.config.changesOne,
      ...(repeatable === undefined
        ? {}
        : {
            together: async (tx) => {
              isFirst = await claim(tx, repeatable)
            },
          }),
    },
  )
  return put(reply, done)
}

/** The version a client saw: `If-Match`, or `version` in the body. */
export const expectedVersion = (request: FastifyRequest): number | undefined => {
  const header = request.headers['if-match']
  const body = request.body
  const inBody = typeof body === 'object' && body !== null && 'version' in body ? body.version : undefined
  const text = header === undefined ? inBody : header.replace(/^W\//, '').replaceAll('"', '')
  if (text === undefined || text === null || text === '*') return undefined
  const version = Number(text)
  if (!Number.isSafeInteger(version))
    throw new Problem('malformed', { zh: '版本号应为整数', en: 'The version must be a whole number' })
  return version
}
