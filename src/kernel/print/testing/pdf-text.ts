import { inflateSync } from 'node:zlib'

interface PdfObject {
  readonly head: string
  readonly body: Buffer | undefined
}

/** The objects of a PDF as our writer makes them: one after the other, streams deflated. */
const objectsOf = (pdf: Buffer): Map<number, PdfObject> => {
  const text = pdf.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)(?:\nstream\n|\nendobj)/g)) {
    const head = match[2] ?? ''
    const length = /\/Length (\d+)/.exec(head)?.[1]
    const start = match.index + match[0].length
    const isStream = match[0].endsWith('stream\n') && length !== undefined
    const raw = isStream ? pdf.subarray(start, start + Number(length)) : undefined
    const body = raw !== undefined && head.includes('/FlateDecode') ? inflateSync(raw) : raw
    objects.set(Number(match[1]), { head, body })
  }
  return objects
}

const units = (hex: string): string[] => hex.match(/.{4}/g) ?? []
const decode = (hex: string): string => String.fromCharCode(...units(hex).map((unit) => Number.parseInt(unit, 16)))

/** What each glyph of the font stands for, from its ToUnicode map. */
const glyphsOf = (objects: ReadonlyMap<number, PdfObject>): Map<string, string> => {
  const glyphs = new Map<string, string>()
  for (const { body } of objects.values()) {
    const map = body?.toString('latin1') ?? ''
    if (!map.includes('beginbfrange')) continue
    for (const range of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
      const first = Number.parseInt(range[1] ?? '0', 16)
      for (const [at, target] of [...(range[3] ?? '').matchAll(/<([0-9a-f]+)>/g)].entries())
        glyphs.set((first + at).toString(16).padStart(4, '0'), decode(target[1] ?? ''))
    }
  }
  return glyphs
}

const linesOf = (content: string, glyphs: ReadonlyMap<string, string>): string[] =>
  [...content.matchAll(/\[([^\]]*)\] TJ/g)].map((shown) =>
    [...(shown[1] ?? '').matchAll(/<([0-9a-f]+)>/g)]
      .flatMap((part) => units(part[1] ?? ''))
      .map((glyph) => glyphs.get(glyph) ?? '?')
      .join(''),
  )

/** The text of each page of a PDF of ours: what was shown, piece by piece, in the order it was written. */
export const pdfPages = (pdf: Buffer): string[][] => {
  const objects = objectsOf(pdf)
  const glyphs = glyphsOf(objects)
  return [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b/.test(head))
    .map(({ head }) => {
      const content = objects.get(Number(/\/Contents (\d+)/.exec(head)?.[1] ?? 0))
      return linesOf(content?.body?.toString('latin1') ?? '', glyphs)
    })
}

/** Width and height of each page, in points. */
export const pdfSizes = (pdf: Buffer): (readonly [number, number])[] =>
  [...objectsOf(pdf).values()].flatMap(({ head }) => {
    const box = /\/Type \/Page\b[\s\S]*\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head)
    return box === null ? [] : [[Number(box[1]), Number(box[2])] as const]
  })
