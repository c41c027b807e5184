import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Socket } from 'node:net'
import { resolve } from 'node:path'
import type { LeqiAccess } from '../domains/invoicing/server.ts'
import type { ProcessLink } from '../kernel/http/open-context.ts'
import type { FromHelper, ToHelper } from './process-messages.ts'

/** The processes beside this one that answer requests. */
export interface AnsweringProcesses {
  /** Starts them, one after the other: this process answers meanwhile. */
  start(bureau: LeqiAccess, hear: ProcessLink): void
  /** Serves a connection here, or has it served by the next process in turn. */
  serve(connection: Socket): void
  /** Passes on what this process has to say. */
  readonly link: ProcessLink
  close(): Promise<void>
}

/** A process that answers, and the connections it was given and has not taken yet. */
interface Helper {
  readonly child: ChildProcess
  readonly given: Map<number, Socket>
}

const program = resolve(import.meta.dirname, 'cli.ts')
/** A process that ended is started again after so long, and twice as long each time that it did not come up. */
const restartMilliseconds = 1000
const longestPause = 60_000

/**
 * Opens the processes that answer beside this one: so many. One that ends is started again; what it had not begun to serve is
 * served here.
 */
export const openAnsweringProcesses = (
  count: number,
  serveHere: (connection: Socket) => void,
  log: (line: string) => void,
): AnsweringProcesses => {
  const ready: Helper[] = []
  const alive = new Set<ChildProcess>()
  const timers = new Set<NodeJS.Timeout>()
  let [turn, number, isClosing] = [0, 0, false]

  const tell = (message: ToHelper, except?: ChildProcess): void => {
    for (const { child } of ready) if (child !== except && child.connected) child.send(message, () => {})
  }

  const leave = (helper: Helper): void => {
    const at = ready.indexOf(helper)
    if (at >= 0) ready.splice(at, 1)
    const left = [...helper.given.values()]
    helper.given.clear()
    for (const connection of left) serveHere(connection)
  }

  const startOne = (bureau: LeqiAccess, hear: ProcessLink, isUp: () => void, pause = restartMilliseconds): void => {
    const child = fork(program, ['help-answering'], { stdio: 'inherit' })
    const helper: Helper = { child, given: new Map() }
    let [next, goOn] = [Math.min(pause * 2, longestPause), isUp]
    alive.add(child)
    child.send({ say: 'begin', bureau } satisfies ToHelper, () => {})
    child.on('message', (message: FromHelper) => {
      if (message.say === 'ready') {
        ready.push(helper)
        goOn()
        // Started again, it has nobody to be followed by.
        ;[next, goOn] = [restartMilliseconds, () => {}]
      } else if (message.say === 'taken') {
        // The other process has it: what is closed here is only our end of the hand-over.
        helper.given.get(message.number)?.destroy()
        helper.given.delete(message.number)
      } else {
        tell(message, child)
        if (message.say === 'committed') hear.committed(message.company)
        else hear.told(message.company, message.event)
      }
    })
    child.once('error', (error) => log(`a process that answers failed: ${error.message}`))
    child.once('disconnect', () => leave(helper))
    child.once('exit', () => {
      alive.delete(child)
      leave(helper)
      if (isClosing) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        startOne(bureau, hear, goOn, next)
      }, pause)
      timers.add(timer)
    })
  }

  const startUpTo = (left: number, bureau: LeqiAccess, hear: ProcessLink): void => {
    if (left > 0 && !isClosing) startOne(bureau, hear, () => startUpTo(left - 1, bureau, hear))
  }

  return {
    start: (bureau, hear) => startUpTo(count, bureau, hear),
    serve: (connection) => {
      turn = (turn + 1) % (ready.length + 1)
      const helper = ready[turn]
      if (helper === undefined || !helper.child.connected) {
        serveHere(connection)
        return
      }
      number += 1
      helper.given.set(number, connection)
      const message: ToHelper = { say: 'connection', number }
      helper.child.send(message, connection, { keepOpen: true }, (error) => {
        if (error !== null) leave(helper)
      })
    },
    link: {
      committed: (company) => tell({ say: 'committed', company }),
      told: (company, event) => tell({ say: 'told', company, event }),
    },
    close: async () => {
      isClosing = true
      for (const timer of timers) clearTimeout(timer)
      const ended = [...alive].map((child) => new Promise<void>((done) => child.once('exit', () => done())))
      for (const child of alive) child.kill('SIGTERM')
      await Promise.all(ended)
    },
  }
}
