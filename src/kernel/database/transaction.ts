import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { escapeLiteral, type Pool, type PoolClient, type QueryResultRow } from 'pg'
import type { Answer, Statement } from './batch.ts'
import { heldBack, type HeldBack } from './held-back.ts'
import { noteWait, openWire, sqlState, type Wire } from './wire.ts'
import { traitsOf, type PoolTraits } from './pool.ts'
import { applicationRole, scopedRole } from './schema-sql.ts'

export type TransactionOptions = {
  /** The company whose rows are seen and written; none for the few tables without one. */
  company?: string
  /** Promises that nothing is written. The end of such a transaction costs no wait. */
  readOnly?: boolean
  /** Default is read committed; a report that asks several questions of one moment takes repeatable read. */
  isolation?: 'read committed' | 'repeatable read' | 'serializable'
  /** Statements that say which rows the reader may see. Where nothing is written, all questions are asked so. */
  scope?: readonly string[] | undefined
  /**
   * Keeps the plan of every prepared statement, whatever its values: for the few statements that are sent again and again, each
   * led by its keys. A plan made anew for its values costs more than they are worth. What is asked unnamed is planned anew still.
   */
  keepsPlans?: boolean | undefined
}

/** In whose sight a question is asked: all that the company has, or what is in the reader's scope. */
export type Sight = 'whole' | 'scope'

export type Rows<Row> = { rows: Row[]; rowCount: number }

/** A value as the driver takes it: decimals and dates as strings, arrays for `unnest`, plain objects for jsonb. */
export type SqlValue = unknown

export type Transaction = {
  readonly company: string | undefined
  /** How questions are asked unless told: in the reader's scope where there is one and nothing is written. */
  readonly sight: Sight
  /** Asks in a sight of its own, whatever the transaction's is. */
  rowsIn<Row>(sight: Sight, text: string, values?: readonly SqlValue[]): Promise<Row[]>
  /**
   * Asks, and gives the answer. Questions asked without awaiting the earlier ones go to the server together, in order.
   * The text is prepared once a connection and named after itself; say `named: false` for text made up as one goes.
   */
  query<Row extends QueryResultRow = QueryResultRow>(
    text: string,
    values?: readonly SqlValue[],
    options?: { named?: boolean },
  ): Promise<Rows<Row>>
  /** Asks, and gives the rows alone. */
  rows<Row>(text: string, values?: readonly SqlValue[], options?: { named?: boolean }): Promise<Row[]>
  /** Writes without an answer. What goes wrong with it fails the transaction, at the latest when it commits. */
  send(text: string, values?: readonly SqlValue[]): void
  /** Something that must come true before the transaction commits, and need not be waited for until then. */
  mustHold(fact: Promise<unknown>): void
  /** Waits for what must hold so far, for whoever has to tell which of several things it was that did not. */
  held(): Promise<void>
  /** Keeps back what may still change of these tables: sent before a statement names one, before the commit, or by `letGo`. */
  holdBack(tables: readonly string[], send: () => void): void
  letGo(): void
  /** Sends what is gathered over the transaction, just before it commits. */
  beforeCommit(send: () => void): void
  /** Does something once the transaction is committed; not waited for, and its failure can't undo anything. */
  afterCommit(work: () => void | Promise<void>): void
  /** What earlier attempts of the same work found out that they need, to be locked in its place by this one. */
  readonly needs: ReadonlySet<string>
  /**
   * Gives this attempt up, to begin again with more in `needs`: for locks that are found to be needed out of their order and
   * that someone holds. To wait for them here could be to wait for each other.
   */
  beginAgain(needs: readonly string[]): never
  /** How often the server had to be waited for so far; statements sent together count once. */
  readonly waits: number
}

/** Thrown by `beginAgain`. */
class NeedsMore extends Error {}

/** Deadlock, serialisation failure, lock not available: the same work may well succeed a moment later. */
const passing = new Set(['40001', '40P01', '55P03'])
const attempts = 8

/**
 * Runs work in one transaction and gives its result. When the server says that it collided with another one, all of
 * the work is done again, up to eight times with random pauses, so it must not change anything outside the database
 * (that is what `afterCommit` is for). Any other error rolls back and is thrown on.
 */
export async function inTransaction<Result>(
  pool: Pool,
  options: TransactionOptions,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const needs = new Set<string>()
  for (let attempt = 1; ; attempt += 1) {
    const known = needs.size
    try {
      return await attemptTransaction(pool, options, work, needs)
    } catch (error) {
      // Whoever begins again for something new comes nearer to its end, however often.
      if (error instanceof NeedsMore && needs.size > known) {
        attempt -= 1
        continue
      }
      if (attempt === attempts || !isPassing(error)) throw error
      await sleep(Math.random() * Math.min(10 * 2 ** attempt, 500))
    }
  }
}

/**
 * Asks one question outside the companies, and gives the rows: a transaction of its own only where the role must be taken
 * in one.
 */
export async function askOnce<Row extends QueryResultRow>(
  pool: Pool,
  text: string,
  values: readonly SqlValue[],
): Promise<Row[]> {
  const traits = traitsOf(pool)
  if (traits.role !== undefined) return inTransaction(pool, { readOnly: true }, (tx) => tx.rows<Row>(text, values))
  const name = traits.prepare ? statementName(text) : undefined
  noteWait()
  const { rows } = await pool.query<Row>({ ...(name === undefined ? {} : { name }), text, values: [...values] })
  return rows
}

/**
 * What opens a transaction, as one message: the transaction, the role where a connection can't keep one, the company
 * for row-level security. Nothing of it outlives the transaction, so it holds behind a transaction pooler too.
 */
export function transactionPrelude(options: TransactionOptions, role?: string): string {
  const statements = ['begin']
  if (options.isolation !== undefined) statements[0] += ` isolation level ${options.isolation}`
  if (options.readOnly === true) statements[0] += ' read only'
  if (role !== undefined) statements.push(`set local role ${role}`)
  if (options.company !== undefined) {
    statements.push(`set local suanpan.company = ${escapeLiteral(options.company)}`)
  }
  if (options.keepsPlans === true) statements.push('set local plan_cache_mode = force_generic_plan')
  statements.push(...(options.scope ?? []))
  if (sightOf(options) === 'scope') statements.push(`set local role ${scopedRole}`)
  return statements.join('; ')
}

const sightOf = (options: TransactionOptions): Sight =>
  options.scope !== undefined && options.readOnly === true ? 'scope' : 'whole'

function isPassing(error: unknown): boolean {
  return error instanceof NeedsMore || passing.has(sqlState(error) ?? '')
}

async function attemptTransaction<Result>(
  pool: Pool,
  options: TransactionOptions,
  work: (transaction: Transaction) => Promise<Result>,
  needs: Set<string>,
): Promise<Result> {
  const client = await pool.connect()
  const traits = traitsOf(pool)
  const wire = openWire(client)
  const hooks: Hooks = { facts: [], before: [], after: [], held: heldBack() }
  let result: Result
  try {
    // Where nothing is prepared there is no plan to keep.
    const told = { ...options, keepsPlans: options.keepsPlans === true && traits.prepare }
    wire.open(transactionPrelude(told, traits.role))
    result = await work(transactionOn(wire, traits, told, { ...hooks, needs }))
    hooks.held.letGo()
    await allHold(hooks.facts)
    for (const send of hooks.before) send()
    await commit(wire, options, traits)
  } catch (error) {
    await giveBack(wire, client)
    throw wire.firstError() ?? error
  }
  client.release()
  for (const each of hooks.after) runAfterwards(each)
  return result
}

type Hooks = {
  readonly facts: Promise<unknown>[]
  readonly before: (() => void)[]
  readonly after: (() => void | Promise<void>)[]
  readonly held: HeldBack
}

/** Waits for facts, and for those that come up meanwhile; each is waited for once. */
async function allHold(facts: Promise<unknown>[]): Promise<void> {
  while (facts.length > 0) await Promise.all(facts.splice(0))
}

function transactionOn(
  wire: Wire,
  traits: PoolTraits,
  options: TransactionOptions,
  hooks: Hooks & { readonly needs: Set<string> },
): Transaction {
  const statement = (text: string, values: readonly SqlValue[] = [], named = true): Statement => {
    const name = named && traits.prepare ? statementName(text) : undefined
    return { ...(name === undefined ? {} : { name }), text, values: [...values] }
  }
  const turnPlans = (mode: string, waitedFor: boolean): void => {
    wire.issue({ text: `set local plan_cache_mode = ${mode}` }, { waitedFor, wantsRows: false }).catch(() => {})
  }
  /** Sent in one go with what turns to new plans and back, so that no other question comes between. */
  const ask = (text: string, values: readonly SqlValue[] | undefined, named: boolean): Promise<Answer> => {
    const isAnew = options.keepsPlans === true && !named
    hooks.held.letGo(text)
    if (isAnew) turnPlans('auto', true)
    const answer = wire.issue(statement(text, values, named))
    if (isAnew) turnPlans('force_generic_plan', false)
    return answer
  }
  const sight = sightOf(options)
  const take = (other: Sight): void => {
    const role = other === 'scope' ? scopedRole : applicationRole
    wire.issue({ text: `set local role ${role}` }, { waitedFor: false }).catch(() => {})
  }
  return {
    company: options.company,
    sight,
    // Sent in one go, so that no other question comes between: they are answered in the order they are sent.
    rowsIn: async <Row>(asked: Sight, text: string, values?: readonly SqlValue[]) => {
      const turns = asked !== sight && options.scope !== undefined
      hooks.held.letGo(text)
      if (turns) take(asked)
      const answer = ask(text, values, false)
      if (turns) take(sight)
      return (await answer).rows as Row[]
    },
    query: async <Row extends QueryResultRow>(
      text: string,
      values?: readonly SqlValue[],
      { named = true }: { named?: boolean } = {},
    ) => {
      const { rows, rowCount } = await ask(text, values, named)
      return { rows: rows as Row[], rowCount: rowCount ?? 0 }
    },
    rows: async <Row>(text: string, values?: readonly SqlValue[], { named = true }: { named?: boolean } = {}) => {
      const { rows } = await ask(text, values, named)
      return rows as Row[]
    },
    send: (text, values) => {
      hooks.held.letGo(text)
      wire.issue(statement(text, values), { wantsRows: false }).catch(() => {})
    },
    mustHold: (fact) => {
      // Waited for later; until then a refusal must not count as unheard.
      fact.catch(() => {})
      hooks.facts.push(fact)
    },
    held: () => allHold(hooks.facts),
    holdBack: (tables, send) => hooks.held.hold(tables, send),
    letGo: () => hooks.held.letGo(),
    beforeCommit: (send) => void hooks.before.push(send),
    afterCommit: (work) => void hooks.after.push(work),
    needs: new Set(hooks.needs),
    beginAgain: (needs) => {
      for (const need of needs) hooks.needs.add(need)
      throw new NeedsMore('this transaction begins again')
    },
    get waits() {
      return wire.waits()
    },
  }
}

const nextTick = (): Promise<void> => new Promise((tick) => process.nextTick(tick))

/** Waits until what was issued is sent, which is done on the next tick, and until who follows it has heard, which takes one more. */
async function untilSent(): Promise<void> {
  await nextTick()
  await nextTick()
}

async function commit(wire: Wire, options: TransactionOptions, traits: PoolTraits): Promise<void> {
  // A statement that could not even be written fails as it is sent: look before committing. To wait for a whole turn of the event
  // loop would be to do others' work while what is locked here stays locked.
  if (wire.waiting()) await untilSent()
  const broken = wire.localError()
  if (broken !== undefined) throw broken
  const nothingToLose = options.readOnly === true && traits.prepare && !wire.waiting()
  const answer = wire.issue({ text: 'commit' }, { waitedFor: !nothingToLose, wantsRows: false })
  wire.close()
  // The next user of this connection is served after the commit; a pooler in between could part the two.
  if (nothingToLose) return
  // A transaction in which something failed answers COMMIT with ROLLBACK, and that is not success.
  if ((await answer).command !== 'COMMIT') throw wire.firstError() ?? new Error('the transaction was rolled back')
}

/** Rolls back and gives the connection to the next user, or throws it away when it no longer answers. */
async function giveBack(wire: Wire, client: PoolClient): Promise<void> {
  wire.close()
  try {
    await client.query('rollback')
    client.release()
  } catch {
    client.release(true)
  }
}

function runAfterwards(work: () => void | Promise<void>): void {
  // In a promise, so that neither kind of failure reaches the caller, whose transaction is committed.
  Promise.resolve()
    .then(work)
    .catch((error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)))
}

const names = new Map<string, string>()
/** Each prepared text costs memory on every connection; whoever makes up more than this goes on unprepared. */
const mostNames = 2000

function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNames) return undefined
  const name = `s_${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  names.set(text, name)
  return name
}
