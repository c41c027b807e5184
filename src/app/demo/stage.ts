import { addDays, weekdayOf } from '../../base/calendar-date.ts'
import type { CalendarDate } from '../../base/calendar-date.ts'
import { movableClock } from '../../base/clock.ts'
import type { MovableClock } from '../../base/clock.ts'
import type { Id } from '../../base/id.ts'
import type { AnyDocument } from '../../kernel/definition/record.ts'
import { actOn } from '../../kernel/documents/actions.ts'
import { convertDocument } from '../../kernel/documents/convert.ts'
import { createDocument, findDocument } from '../../kernel/documents/documents.ts'
import type { JsonObject } from '../../kernel/documents/draft.ts'
import type { DocumentAction } from '../../kernel/documents/lifecycle.ts'
import type { LoadedRecord } from '../../kernel/documents/load.ts'
import { inWork } from '../../kernel/http/work.ts'
import type { WorkSource } from '../../kernel/http/work.ts'
import type { Work } from '../../kernel/posting/work.ts'

/** What a scene is told of a line before it is written: what the flow proposes. */
export type DraftLine = Readonly<Record<string, unknown>>

/** One day on the stage: documents are written and posted through the product, one after another, as the hours pass. */
export interface Scene {
  readonly day: CalendarDate
  /** Whether it is the last day, of which much is left as it is. */
  readonly isLast: boolean
  readonly work: Work
  write(by: string, type: AnyDocument, input: JsonObject): Promise<LoadedRecord>
  post(by: string, type: AnyDocument, input: JsonObject): Promise<LoadedRecord>
  act(by: string, type: AnyDocument, record: LoadedRecord, action: DocumentAction): Promise<LoadedRecord>
  /** 下推; `choose` says which of the proposed lines, and how much of them. Answers undefined when none are chosen. */
  grow(
    by: string,
    from: AnyDocument,
    record: LoadedRecord,
    to: AnyDocument,
    more: JsonObject,
    choose?: (lines: readonly DraftLine[]) => readonly DraftLine[],
  ): Promise<LoadedRecord | undefined>
  /** Runs a process within the day's transaction. */
  run(by: string, process: string, parameters: Readonly<Record<string, string | boolean>>): Promise<void>
}

export type Task = (scene: Scene) => Promise<void>

/** The days of the history, and what has been arranged for each of them. */
export interface Agenda {
  readonly first: CalendarDate
  readonly last: CalendarDate
  /** Arranges something for so many days after, on a working day; what falls behind the last day never happens. */
  later(from: CalendarDate, days: number, task: Task): void
  on(day: CalendarDate): readonly Task[]
}

export const openAgenda = (first: CalendarDate, last: CalendarDate): Agenda => {
  const tasks = new Map<CalendarDate, Task[]>()
  return {
    first,
    last,
    later: (from, days, task) => {
      const wanted = addDays(from, Math.max(days, 1))
      const day = weekdayOf(wanted) === 7 ? addDays(wanted, 1) : wanted
      tasks.set(day, [...(tasks.get(day) ?? []), task])
    },
    on: (day) => tasks.get(day) ?? [],
  }
}

export interface Stage {
  /** Plays one day in one transaction. */
  play(day: CalendarDate, isLast: boolean, task: Task): Promise<void>
  /** How many documents have been written so far. */
  written(): number
}

const silent = { report: async () => {}, cancelled: async () => false }

const json = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject

const sceneOn = (work: Work, day: CalendarDate, isLast: boolean, speak: (by: string) => void): Scene => {
  const write: Scene['write'] = (by, type, input) => {
    speak(by)
    return createDocument(work, type, { date: day, ...input })
  }
  const post: Scene['post'] = async (by, type, input) => actOn(work, type, await write(by, type, input), 'post', {})
  return {
    day,
    isLast,
    work,
    write,
    post,
    act: async (by, type, record, action) => {
      speak(by)
      const found = await findDocument(work, type, String(record.header['id']), { lock: true })
      return actOn(work, type, found, action, {})
    },
    grow: async (by, from, record, to, more, choose = (lines) => lines) => {
      const { draft } = await convertDocument(work, from, String(record.header['id']), to.name)
      const lines = choose(draft.lines)
      return lines.length === 0 ? undefined : post(by, to, { ...json({ ...draft, lines }), ...more })
    },
    run: async (by, process, parameters) => {
      speak(by)
      await work.installed.processes.get(process)?.run(parameters, (step) => step(work), silent)
    },
  }
}

/** Opens the stage on a company. Hands are told by name, so that documents say who wrote them. */
export const openStage = (source: Omit<WorkSource, 'clock' | 'committed'>, company: Id<'company'>): Stage => {
  const clock: MovableClock = movableClock(new Date(0))
  const hand = { id: 'demo', name: '', may: () => true }
  const quiet = { ...source, clock, committed: () => {} }
  let written = 0
  const speak = (by: string) => {
    hand.name = by
    written += 1
    clock.advance(97_000)
  }
  return {
    written: () => written,
    play: (day, isLast, task) => {
      clock.moveTo(day)
      return inWork(quiet, { company, actor: hand }, (work) => task(sceneOn(work, day, isLast, speak)))
    },
  }
}
