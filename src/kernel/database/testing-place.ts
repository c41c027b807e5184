import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const memory = '/dev/shm'
const plenty = 4 * 2 ** 30

/**
 * Where tests keep databases: in memory where there is plenty of it. Most test files copy the whole migrated database or begin a
 * server of their own, and both are many times slower on a disk.
 */
export const testingPlace = (): string => {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize > plenty ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}
