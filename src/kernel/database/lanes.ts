import { availableParallelism } from 'node:os'
import type { Pool } from 'pg'

/** After so long a unit of work counts as long, and someone else may begin beside it. */
const longAfter = 250

/**
 * A processor does one thing at a time: more units of work at once than that only wait for each other's locks, and every
 * connection in use plans every statement for itself. One more keeps the processors busy while another waits for the disk.
 */
const lanesAtOnce = Math.min(Math.max(availableParallelism(), 2), 8)

/** Lets a few units of work run at once, first come, first served. */
export interface Lanes {
  /** Runs a step as soon as there is room. */
  take<Result>(step: () => Promise<Result>): Promise<Result>
}

/** Opens lanes: so many, and further ones beside units of work that have been at it for long. */
export function openLanes(atOnce = lanesAtOnce, tooLong = longAfter): Lanes {
  const waiting: (() => void)[] = []
  let taken = 0

  /** Hands the lane on, or gives it back. */
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) taken -= 1
    else next()
  }
  /** Answers how the lane is left: once, whether by the end of the work or because that is far away. */
  const enter = (): (() => void) => {
    let isHeld = true
    const leaveOnce = (): void => {
      if (!isHeld) return
      isHeld = false
      clearTimeout(timer)
      leave()
    }
    const timer = setTimeout(leaveOnce, tooLong)
    timer.unref()
    return leaveOnce
  }
  return {
    take: async (step) => {
      if (taken < atOnce) taken += 1
      else await new Promise<void>((turn) => waiting.push(turn))
      const leaveLane = enter()
      try {
        return await step()
      } finally {
        leaveLane()
      }
    },
  }
}

const lanesOf = new WeakMap<Pool, Lanes>()

/** The lanes of those who write over a pool. */
export function lanesOn(pool: Pool): Lanes {
  const known = lanesOf.get(pool)
  if (known !== undefined) return known
  const lanes = openLanes()
  lanesOf.set(pool, lanes)
  return lanes
}
