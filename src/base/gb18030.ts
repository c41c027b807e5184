import { encodeGbk } from './gbk.ts'

/** Four-byte codes of the characters below U+10000 that GBK lacks, in the order of the standard. */
const fourByteCount = 39_420
const lastOfPlane = 0xffff
const firstBeyond = 0x10000
/** Where the characters beyond the first plane begin in the order of four-byte codes (0x90308130). */
const beyondAt = 189_000

const bytesAt = (index: number): [number, number, number, number] => [
  0x81 + Math.floor(index / 12_600),
  0x30 + (Math.floor(index / 1260) % 10),
  0x81 + (Math.floor(index / 10) % 126),
  0x30 + (index % 10),
]

let places: ReadonlyMap<string, number> | undefined

/** The places of four-byte characters, turned round from the decoder that every runtime has. */
const placesOf = (): ReadonlyMap<string, number> => {
  if (places !== undefined) return places
  const all = Uint8Array.from(Array.from({ length: fourByteCount }, (_one, index) => bytesAt(index)).flat())
  const letters = new TextDecoder('gb18030').decode(all)
  places = new Map(Array.from(letters, (letter, index) => [letter, index]))
  return places
}

const bytesOf = (letter: string): readonly number[] => {
  const point = letter.codePointAt(0) ?? 0
  if (point > lastOfPlane) return bytesAt(beyondAt + point - firstBeyond)
  const short = encodeGbk(letter)
  if (short.length === 2 || point < 0x80) return [...short]
  const index = placesOf().get(letter)
  return index === undefined ? [0x3f] : bytesAt(index)
}

/** Writes text in GB 18030, which has a code for every character: what printers sold in China understand. */
export const encodeGb18030 = (text: string): number[] => Array.from(text, bytesOf).flat()
