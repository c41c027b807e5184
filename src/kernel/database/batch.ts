import { Query, type Connection, type QueryResultRow } from 'pg'
import { valueTypes } from './pool.ts'

/** A statement as the driver takes it. */
export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values?: unknown[]
}

/** What a statement came to. */
export interface Answer {
  readonly rows: QueryResultRow[]
  readonly rowCount: number | null
  readonly command: string
}

/** Names and types of the columns that a question answers. */
interface Described {
  readonly fields: readonly unknown[]
}

/** What the driver's questions know beside what its types tell. */
interface Asked {
  readonly name?: string
  readonly text?: string
  callback?: (error: Error | null | undefined, answer: Answer) => void
  submit(connection: Connection): void
  prepare(connection: object): void
  handleRowDescription(message: Described): void
  handleDataRow(message: object): void
  handleCommandComplete(message: object, connection: Connection): void
  handleEmptyQuery(connection: Connection): void
  handleError(error: Error, connection: Connection): void
  handleReadyForQuery(connection: Connection): void
}
type Question = Query & Asked

/** Which statements a connection's server has read, and which are on their way to it, as the driver remembers them. */
interface Remembering extends Connection {
  readonly parsedStatements: Record<string, string>
  readonly submittedNamedStatements: Record<string, string>
}

interface Member {
  readonly question: Question
  readonly wantsRows: boolean
}

/** What named statements answer, by connection: what the server has described once it need not describe again. */
const descriptions = new WeakMap<Connection, Map<string, Described>>()

const describedOn = (connection: Connection): Map<string, Described> => {
  const known = descriptions.get(connection) ?? new Map<string, Described>()
  descriptions.set(connection, known)
  return known
}

const nothing = (): void => {}

/** A statement as the driver would send it, without what stands once behind all; answers whether it could be written. */
const write = (connection: Remembering, { question, wantsRows }: Member): boolean => {
  const known = question.name === undefined ? undefined : describedOn(connection).get(question.name)
  if (wantsRows && known !== undefined) question.handleRowDescription(known)
  let isWritten = true
  question.prepare({
    parsedStatements: connection.parsedStatements,
    submittedNamedStatements: connection.submittedNamedStatements,
    parse: connection.parse.bind(connection),
    bind: connection.bind.bind(connection),
    describe: wantsRows && known === undefined ? connection.describe.bind(connection) : nothing,
    execute: connection.execute.bind(connection),
    sync: nothing,
    // What the driver does with a statement whose values cannot be written.
    close: () => (isWritten = false),
  })
  return isWritten
}

/** Statements that go to the server together. */
export interface Batch {
  /** Adds one, and gives its answer. Rows that nobody wants are neither described nor read. */
  add(statement: Statement, wantsRows: boolean): Promise<Answer>
  /** For the driver, as one question. */
  readonly query: Query
}

/**
 * Opens a batch: its statements are bound and executed one after the other, with one end of the message behind all of them, where
 * the driver puts one behind each. The first that fails fails all that follow, as in any transaction.
 */
export function openBatch(): Batch {
  const members: Member[] = []
  let at = 0
  let open: Connection | undefined
  const current = (): Member | undefined => members[at]

  const finish = (connection: Connection): void => {
    const member = current()
    at += 1
    member?.question.handleReadyForQuery(connection)
  }
  const fail = (error: Error, connection: Connection): void => {
    const [first, ...others] = members.slice(at)
    at = members.length
    first?.question.handleError(error, connection)
    for (const { question } of others) {
      // The server has not read it.
      if (question.name !== undefined)
        Reflect.deleteProperty((connection as Remembering).submittedNamedStatements, question.name)
      question.handleError(new Error('an earlier statement failed', { cause: error }), connection)
    }
  }
  const query: Question = Object.assign(new Query('') as Question, {
    submit: (connection: Connection): null => {
      open = connection
      connection.stream.cork()
      const written = members.splice(0).filter((member, index, all) => {
        const isWritten = write(connection as Remembering, member)
        // Whoever waits for rows need not wait for what is written behind them.
        if (member.wantsRows && all[index + 1]?.wantsRows === false) connection.flush()
        return isWritten
      })
      members.push(...written)
      connection.sync()
      connection.stream.uncork()
      return null
    },
    handleRowDescription: (message: Described): void => {
      const question = current()?.question
      if (question?.name !== undefined && open !== undefined) describedOn(open).set(question.name, message)
      question?.handleRowDescription(message)
    },
    handleDataRow: (message: object): void => {
      const member = current()
      if (member?.wantsRows === true) member.question.handleDataRow(message)
    },
    handleCommandComplete: (message: object, connection: Connection): void => {
      current()?.question.handleCommandComplete(message, connection)
      finish(connection)
    },
    handleEmptyQuery: finish,
    handleError: fail,
    handleReadyForQuery: nothing,
  })
  // By these the driver notes which statement the server has read: the one whose turn it is.
  Object.defineProperties(query, {
    name: { get: () => current()?.question.name },
    text: { get: () => current()?.question.text },
  })
  return {
    add: (statement, wantsRows) =>
      new Promise<Answer>((done, refuse) => {
        const question = new Query({ ...statement, types: valueTypes }) as Question
        question.callback = (error, answer) => (error ? refuse(error) : done(answer))
        members.push({ question, wantsRows })
      }),
    query,
  }
}
