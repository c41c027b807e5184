/** The last lines that the program said, kept in memory for whoever has to find out what went wrong. */
export interface RecentLog {
  readonly log: (line: string) => void
  readonly lines: () => readonly string[]
}

const most = 2000

/** A program says what it says in one place, however many ask for it. */
const kept: string[] = []

/** What the program said last. */
export const recentLines = (): readonly string[] => kept

/** Passes lines on, and keeps the last of them with the moment they were said. */
export const recentLog = (log: (line: string) => void): RecentLog => {
  return {
    log: (line) => {
      kept.push(`${new Date().toISOString()} ${line}`)
      if (kept.length > most) kept.splice(0, kept.length - most)
      log(line)
    },
    lines: recentLines,
  }
}
