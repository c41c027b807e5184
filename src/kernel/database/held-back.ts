/** Rows that may still change before they are written: kept back until someone asks for their tables, or the commit. */
export interface HeldBack {
  /** Keeps back what `send` writes to these tables. */
  hold(tables: readonly string[], send: () => void): void
  /** Lets all go, in the order they were kept back: where a statement names one of their tables, or in any case where none is given. */
  letGo(text?: string): void
}

interface Held {
  readonly tables: readonly string[]
  readonly send: () => void
}

/** Begins with nothing kept back. */
export function heldBack(): HeldBack {
  let held: Held[] = []
  return {
    hold: (tables, send) => {
      held.push({ tables, send })
    },
    letGo: (text) => {
      if (held.length === 0) return
      if (text !== undefined && !held.some(({ tables }) => tables.some((table) => text.includes(table)))) return
      const going = held
      // Nothing is kept back while they go: each names its own table.
      held = []
      for (const { send } of going) send()
    },
  }
}
