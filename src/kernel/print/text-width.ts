/** Widths of characters in ems, a little more than the font's own, so that what is measured to fit does fit. */
const emsOf = (letter: string): number => {
  if (letter > '\u02ff') return 1
  if (/[\d$+<=>~-]/.test(letter)) return 0.57
  if (/[.,:;'!|()[\]ijl ]/.test(letter)) return 0.36
  if (/[mwMW@%]/.test(letter)) return 0.95
  return /[A-Z&#]/.test(letter) ? 0.7 : 0.6
}

/** How wide a text is in points at a size of type. */
export const textWidth = (text: string, size: number): number => {
  let ems = 0
  for (const letter of text) ems += emsOf(letter)
  return ems * size
}

/** How many lines a text takes in a width; a line break of its own begins another. */
export const linesIn = (text: string, width: number, size: number): number =>
  text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part, size) / width)), 0)

/** The text as far as it fits into so many lines of a width, with `…` where something was left out. */
export const cutTo = (text: string, lines: number, width: number, size: number): string => {
  if (linesIn(text, width, size) <= lines) return text
  const flat = text.replaceAll(/\s+/g, ' ')
  const room = width * lines - 1.5 * size
  let cut = ''
  let used = 0
  for (const letter of flat) {
    used += emsOf(letter) * size
    if (used > room) break
    cut += letter
  }
  return `${cut}…`
}

/** The text in lines of a width: broken where it has breaks of its own, after words where it can, else anywhere. */
export const breakLines = (text: string, width: number, size: number): string[] =>
  text.split('\n').flatMap((part) => {
    const lines: string[] = []
    let line = ''
    let used = 0
    for (const piece of part.match(/[!-~]+ ?|[^!-~]/gu) ?? []) {
      const needs = textWidth(piece.trimEnd(), size)
      if (line !== '' && used + needs > width) {
        lines.push(line.trimEnd())
        line = ''
        used = 0
      }
      // A word longer than a line has no better place to be broken.
      for (const letter of needs > width ? piece : [piece]) {
        const wide = textWidth(letter, size)
        if (line !== '' && used + wide > width && needs > width) {
          lines.push(line)
          line = ''
          used = 0
        }
        line += letter
        used += wide
      }
    }
    return [...lines, line.trimEnd()]
  })
