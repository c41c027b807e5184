/** One line of the table that a run prints. Rates are documents a second, times are milliseconds. */
export interface Result {
  readonly id: string
  readonly what: string
  readonly unit: 'documents/s' | 'ms' | 'waits'
  readonly ours: number
  /** What the machine gives without business rules, in the same run and unit. */
  readonly floor?: number
  /** The target, scaled by the floor of this run where it is one in seconds. */
  readonly target: number
  /** Milliseconds of a processor a document: of the program, and of PostgreSQL. */
  readonly cpu?: number
  readonly databaseCpu?: number
  readonly waits?: number
  readonly note?: string
}

export const isReached = (result: Result): boolean =>
  result.unit === 'documents/s' ? result.ours >= result.target : result.ours <= result.target

const figure = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

const cells = (r: Result): string[] => [
  r.id,
  r.what,
  `${figure(r.ours)} ${r.unit}`,
  figure(r.floor),
  r.floor === undefined || r.floor === 0 ? '' : figure(r.ours / r.floor),
  figure(r.target),
  isReached(r) ? 'yes' : 'NO',
  figure(r.cpu),
  figure(r.databaseCpu),
  figure(r.waits),
  r.note ?? '',
]

const head = ['id', 'what', 'ours', 'floor', 'ratio', 'target', 'reached', 'cpu ms', 'pg cpu ms', 'waits', 'note']

/** The results as a table in Markdown. */
export const tableOf = (results: readonly Result[]): string =>
  [head, head.map(() => '---'), ...results.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** The value that a share of the sorted values is at most. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Runs something several times and gives the median of the milliseconds, the first (cold) run left out. */
export const timed = async (step: () => Promise<unknown>, times = 7): Promise<number> => {
  await step()
  const took: number[] = []
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now()
    await step()
    took.push(performance.now() - begun)
  }
  return median(took)
}

const factor = Number(process.env['SUANPAN_BENCH_SCALE'] ?? 1)

/** A size of data, shrunk by SUANPAN_BENCH_SCALE. */
export const scaled = (size: number): number => Math.max(1, Math.round(size * factor))

/** Seconds that each slice of a measurement lasts. */
export const sliceSeconds = Math.max(1, 4 * Math.min(1, factor * 2))
