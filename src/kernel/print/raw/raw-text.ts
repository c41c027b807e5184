import type { TextMark } from '../template/marks.ts'

/** Whether a character takes the width of a Chinese one on a printer's own fonts. */
const isWide = (letter: string): boolean => (letter.codePointAt(0) ?? 0) > 0xff

/** How wide a text is by the widths of a narrow and a wide character, in whatever unit those are. */
export const rawWidth = (text: string, narrow: number, wide: number): number =>
  Array.from(text).reduce((width, letter) => width + (isWide(letter) ? wide : narrow), 0)

/** Where a text of a width begins in its frame; `unit` is how many of the printer's steps a millimetre has. */
export const rawLeft = (mark: Pick<TextMark, 'x' | 'width' | 'align'>, width: number, unit: number): number => {
  const room = mark.width * unit
  const left = mark.x * unit
  if (mark.align === 'right') return Math.max(0, Math.round(left + room - width))
  return Math.max(0, Math.round(mark.align === 'center' ? left + (room - width) / 2 : left))
}

/** The text as far as its frame is wide. */
export const rawCut = (text: string, room: number, narrow: number, wide: number): string => {
  let cut = ''
  for (const letter of text) {
    if (rawWidth(cut + letter, narrow, wide) > room) break
    cut += letter
  }
  return cut
}

/** A number as two bytes, the lower first. */
export const low = (value: number): readonly [number, number] => [value % 256, Math.floor(value / 256) % 256]
