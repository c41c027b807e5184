import { Problem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { Progress, Work } from '../posting/work.ts'
import type { ExportedRecord } from './difference.ts'
import { addPart, finishBatch, lockBatch, recordsOfBatch } from './import-batch.ts'
import type { CellProblem, ImportOutcome } from './import-outcome.ts'
import type { ImportOptions } from './import-plan.ts'
import { prepareImport } from './prepare-import.ts'
import type { PreparedImport } from './prepare-import.ts'
import type { TableRow } from './read-table.ts'
import { isStopped, keptOf, madeOf, outcomeOf, together, writeSome } from './run-import.ts'
import type { Problems } from './run-import.ts'
import { takeBack } from './undo-import.ts'
import type { ToWrite } from './write-records.ts'

/** A long import as a job carries it out, a transaction a step. */
export interface LongImport {
  readonly definition: AnyEntity | AnyDocument
  readonly batch: string
  readonly rows: readonly TableRow[]
  readonly options: ImportOptions
  readonly exported: ReadonlyMap<string, ExportedRecord>
}

type InSteps = <T>(step: (work: Work) => Promise<T>) => Promise<T>

/** Carries what a trial found out of the transaction that it rolls back. */
class Looked extends Error {
  readonly problems: Problems

  constructor(problems: Problems) {
    super('looked at')
    this.problems = problems
  }
}

const refusal = (errors: readonly CellProblem[]): Problem =>
  new Problem(
    'invalid',
    {
      zh: `${errors.length} 处有误，没有保存任何内容`,
      en: `${errors.length} mistakes; nothing was kept`,
    },
    errors.slice(0, 500).map((error) => ({
      path: `${error.sheet}!${error.row} ${error.column ?? ''}`,
      message: error.message,
    })),
  )

/** Takes back what earlier steps wrote, so that all of it is kept or nothing. */
const takeAllBack = (inSteps: InSteps, batch: string): Promise<unknown> =>
  inSteps(async (work) => {
    await takeBack(work, batch)
    await work.tx.query(`update import_batch set undone_at = $3, finished = true where company_id = $1 and id = $2`, [
      work.company,
      batch,
      work.clock.now(),
    ])
  })

/** How many mistakes of rows that were left out are kept with the job, for whoever mends them afterwards. */
const mostKeptErrors = 20_000
/** How many documents are posted in one transaction: others wait for the goods that they hold. */
const postedTogether = 100

/** The records in steps, by their place in the file, so that a program that goes on after another divides them alike. */
const stepsOf = (prepared: PreparedImport, size: number): ToWrite[][] => {
  const sound = new Map(prepared.toWrite.map((each) => [each.record, each]))
  const steps: ToWrite[][] = []
  for (let at = 0; at < prepared.records.length; at += size) {
    const some = prepared.records.slice(at, at + size)
    steps.push(some.flatMap((record) => sound.get(record) ?? []))
  }
  return steps
}

/** Looks at all records without keeping any, so that a mistake in the last is told before the first is written. */
const lookThrough = async (
  inSteps: InSteps,
  long: LongImport,
  prepared: PreparedImport,
  progress: Progress,
): Promise<Problems> => {
  const problems: Problems = new Map(prepared.problems)
  const trial = { ...long.options, trial: true, post: false }
  for (const [index, some] of stepsOf(prepared, together).entries()) {
    await refuseIfCancelled(progress)
    const found = await inSteps(async (work) => {
      const own: Problems = new Map()
      await writeSome(work, prepared, some, trial, own)
      throw new Looked(own)
    }).catch((error: unknown) => {
      if (error instanceof Looked) return error.problems
      throw error
    })
    for (const [record, errors] of found) problems.set(record, errors)
    await progress.report(Math.min((index + 1) * together, prepared.records.length), prepared.records.length, '检查')
  }
  return problems
}

const cancelled = () =>
  new Problem('conflict', { zh: '导入已取消，没有保存任何内容', en: 'Cancelled; nothing was kept' })

const refuseIfCancelled = async (progress: Progress): Promise<void> => {
  if (await progress.cancelled()) throw cancelled()
}

/** A step whose documents could not all be posted: it is done again without those. */
class StepRefused extends Error {
  readonly problems: Problems

  constructor(problems: Problems) {
    super('a step was refused')
    this.problems = problems
  }
}

/** One step in one transaction with the memory of it. A step that was done before the program ended is passed over. */
const doStep = (inSteps: InSteps, long: LongImport, prepared: PreparedImport, part: number, some: readonly ToWrite[]) =>
  inSteps(async (work) => {
    // A table that grows while it is asked needs plans made for its size; postings ask the same for every document.
    work.tx.send(`set local plan_cache_mode = ${long.options.post ? 'auto' : 'force_custom_plan'}`)
    const batch = await lockBatch(work, long.batch)
    if (batch === undefined) throw cancelled()
    if (batch.parts > part) return
    const problems: Problems = new Map()
    const written = await writeSome(work, prepared, some, long.options, problems)
    if (problems.size > 0) throw new StepRefused(problems)
    const kept = keptOf(prepared, written, long.options.post)
    const created = kept.filter((record) => record.isNew).length
    await addPart(work, long.batch, part, kept, { created, updated: kept.length - created })
  })

/** As {@link doStep}; where rows with mistakes are left out, those that are refused are left out and the step is done again. */
const doStepLeavingOut = async (
  inSteps: InSteps,
  long: LongImport,
  prepared: PreparedImport,
  part: number,
  some: readonly ToWrite[],
  problems: Problems,
): Promise<void> => {
  let left = some
  for (;;) {
    try {
      await doStep(inSteps, long, prepared, part, left)
      return
    } catch (error) {
      if (!(error instanceof StepRefused)) throw error
      for (const [record, errors] of error.problems) problems.set(record, errors)
      if (isStopped(long.options, problems)) throw refusal([...problems.values()].flat())
      left = left.filter((each) => !problems.has(each.record))
    }
  }
}

/** What the file names and a person said is missing is made first, with the memory of it. */
const prepareLong = (inSteps: InSteps, long: LongImport): Promise<PreparedImport> =>
  inSteps(async (work) => {
    const batch = await lockBatch(work, long.batch)
    const own = new Set((await recordsOfBatch(work, long.batch)).map((record) => record.id))
    const prepared = await prepareImport(work, long.definition, long.rows, long.options, long.exported, own)
    if (batch?.parts === 0) await addPart(work, long.batch, 0, madeOf(prepared), { created: 0, updated: 0 })
    return prepared
  })

/**
 * Carries a long import out in steps, each in a transaction of its own with the memory of having done it: when the program ends
 * in the middle, the next one goes on with the step that is missing. Everything is looked at before anything is written; a
 * mistake that only posting finds, or cancelling, takes all of it back.
 */
export const runLongImport = async (inSteps: InSteps, progress: Progress, long: LongImport): Promise<ImportOutcome> => {
  const { options } = long
  const begun = await inSteps((work) => lockBatch(work, long.batch))
  try {
    const prepared = await prepareLong(inSteps, long)
    // What was written before the program ended was looked at then.
    const problems =
      (begun?.parts ?? 0) > 1 ? new Map(prepared.problems) : await lookThrough(inSteps, long, prepared, progress)
    if (isStopped(options, problems)) throw refusal([...problems.values()].flat())
    let done = 0
    const size = options.post && long.definition.sort === 'document' ? postedTogether : together
    for (const [index, some] of stepsOf(prepared, size).entries()) {
      await refuseIfCancelled(progress)
      const sound = some.filter((each) => !problems.has(each.record))
      await doStepLeavingOut(inSteps, long, prepared, index + 1, sound, problems)
      done = Math.min(done + size, prepared.records.length)
      await progress.report(done, prepared.records.length)
    }
    const batch = await inSteps(async (work) => {
      await finishBatch(work, long.batch)
      return lockBatch(work, long.batch)
    })
    const { created = 0, updated = 0 } = batch ?? {}
    return outcomeOf(prepared, problems, { created, updated, batch: long.batch }, mostKeptErrors)
  } catch (error) {
    if (error instanceof Problem) await takeAllBack(inSteps, long.batch)
    throw error
  }
}
