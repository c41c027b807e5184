/** How many backups are kept: the newest of so many days, weeks and months. */
export interface RotationRule {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

const dayMilliseconds = 86_400_000

const pattern = /^suanpan-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.suanpan$/

/** The name of a backup's file, by the moment it was taken. */
export const backupName = (at: Date): string => `suanpan-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.suanpan`

/** The moment in a backup's name; undefined where the file is none that the schedule made. */
export const momentOf = (name: string): Date | undefined => {
  const parts = pattern.exec(name)?.slice(1).map(Number)
  if (parts === undefined) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
const monthOf = (at: Date): string => at.toISOString().slice(0, 7)
/** Weeks begin on Mondays; the first of January 1970 was a Thursday. */
const weekOf = (at: Date): string => String(Math.floor((at.getTime() / dayMilliseconds + 3) / 7))

const newestOfEach = (backups: readonly Backup[], spanOf: (at: Date) => string, count: number): Backup[] => {
  const newest = new Map<string, Backup>()
  for (const backup of backups) if (!newest.has(spanOf(backup.at))) newest.set(spanOf(backup.at), backup)
  return [...newest.values()].slice(0, count)
}

interface Backup {
  readonly name: string
  readonly at: Date
}

/**
 * Which files of a folder may go: those that are neither the newest of one of the last days, nor of the last weeks, nor of the
 * last months that have any. The newest of all stays, and files of other names are never named.
 */
export const expired = (names: readonly string[], rule: RotationRule): string[] => {
  const backups = names
    .flatMap((name) => {
      const at = momentOf(name)
      return at === undefined ? [] : [{ name, at }]
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const kept = new Set([
    ...backups.slice(0, 1),
    ...newestOfEach(backups, dayOf, rule.daily),
    ...newestOfEach(backups, weekOf, rule.weekly),
    ...newestOfEach(backups, monthOf, rule.monthly),
  ])
  return backups.filter((backup) => !kept.has(backup)).map((backup) => backup.name)
}
