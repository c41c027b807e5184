import { Problem } from '../definition/problem.ts'
import type { Message } from '../definition/problem.ts'

/** Counts by the minute and by address, in this process; throws when one goes beyond what is allowed. */
export const rateLimit = (perMinute: number, refusal: Message) => {
  let window = 0
  let counts = new Map<string, number>()
  return (address: string): void => {
    const minute = Math.floor(Date.now() / 60_000)
    if (minute !== window) {
      window = minute
      counts = new Map()
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    if (count > perMinute) throw new Problem('tooMany', refusal)
  }
}
