import { sliceSeconds } from './result.ts'

export interface Rate {
  readonly count: number
  readonly seconds: number
  readonly took: readonly number[]
}

/** As many clients as said, each doing one thing after the other for some seconds. */
export const drive = async (
  clients: number,
  step: (client: number, n: number) => Promise<unknown>,
  seconds = sliceSeconds,
): Promise<Rate> => {
  const took: number[] = []
  const begun = performance.now()
  const until = begun + seconds * 1000
  const client = async (number: number) => {
    for (let n = 0; performance.now() < until; n += 1) {
      const at = performance.now()
      await step(number, n)
      took.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  return { count: took.length, seconds: (performance.now() - begun) / 1000, took }
}

/** Several slices as one. */
export const together = (slices: readonly Rate[]): Rate & { perSecond: number } => {
  const count = slices.reduce((sum, one) => sum + one.count, 0)
  const seconds = slices.reduce((sum, one) => sum + one.seconds, 0)
  return { count, seconds, took: slices.flatMap((one) => one.took), perSecond: count / seconds }
}
