const separators = /[\s,;，；、]+/u

/** Serial numbers out of text as people paste or scan it: parted by spaces, new lines, commas or 、; in order, doubles kept. */
export const serialNumbers = (text: string | null | undefined): string[] =>
  text === null || text === undefined ? [] : text.split(separators).filter((one) => one !== '')

/** Those that occur more than once, each once, in the order of their second coming. */
export const repeatedSerials = (serials: readonly string[]): string[] => {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const serial of serials) {
    if (seen.has(serial)) repeated.add(serial)
    seen.add(serial)
  }
  return [...repeated]
}

/** As they are stored in a line: one space between two. */
export const serialText = (serials: readonly string[]): string => serials.join(' ')
