import { breakLines, cutTo } from '../text-width.ts'
import type { TextStyle } from './layout.ts'
import type { TextMark } from './marks.ts'
import { pointInMm } from './marks.ts'

/** From one line to the next, as a part of the size. */
const leading = 1.25

export const lineStep = (size: number): number => size * leading * pointInMm

interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const mark = (text: string, at: Omit<Frame, 'height'>, style: TextStyle, red: boolean): TextMark => ({
  kind: 'text',
  text,
  ...at,
  height: style.size * pointInMm,
  size: style.size,
  align: style.align,
  bold: style.bold,
  red,
})

/** A text in a frame: as many lines as its height holds, one at least; what is longer ends with `…`. `middle` centres it upright. */
export const placeText = (
  text: string,
  { x, y, width, height }: Frame,
  style: TextStyle,
  { red = false, middle = false }: { readonly red?: boolean; readonly middle?: boolean } = {},
): TextMark[] => {
  if (text === '') return []
  const step = lineStep(style.size)
  const most = Math.max(1, Math.floor((height + 0.2) / step))
  const points = width / pointInMm
  const broken = breakLines(text, points, style.size)
  const lines =
    broken.length <= most
      ? broken
      : [...broken.slice(0, most - 1), cutTo(`${broken.slice(most - 1).join('')}…`, 1, points, style.size)]
  const room = lines.length * step
  const top = middle ? y + Math.max(0, (height - room) / 2) : y
  const inset = (step - style.size * pointInMm) / 2
  return lines.flatMap((line, at) =>
    line === '' ? [] : [mark(line, { x, y: top + at * step + inset, width }, style, red)],
  )
}
