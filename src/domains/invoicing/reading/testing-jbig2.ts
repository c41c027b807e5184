/** One state of the estimate: Qe, the next state after the likelier and the rarer symbol, and whether the sense turns (ITU-T T.88, table E.1). */
const states =
  `5601,1,1,1 3401,2,6,0 1801,3,9,0 0AC1,4,12,0 0521,5,29,0 0221,38,33,0 5601,7,6,1 5401,8,14,0 4801,9,14,0 3801,10,14,0
3001,11,17,0 2401,12,18,0 1C01,13,20,0 1601,29,21,0 5601,15,14,1 5401,16,14,0 5101,17,15,0 4801,18,16,0 3801,19,17,0 3401,20,18,0
3001,21,19,0 2801,22,19,0 2401,23,20,0 2201,24,21,0 1C01,25,22,0 1801,26,23,0 1601,27,24,0 1401,28,25,0 1201,29,26,0 1101,30,27,0
0AC1,31,28,0 09C1,32,29,0 08A1,33,30,0 0521,34,31,0 0441,35,32,0 02A1,36,33,0 0221,37,34,0 0141,38,35,0 0111,39,36,0 0085,40,37,0
0049,41,38,0 0025,42,39,0 0015,43,40,0 0009,44,41,0 0005,45,42,0 0001,45,43,0 5601,46,46,0`
    .split(/\s+/)
    .map((one) => {
      const [qe = '0', likelier = '0', rarer = '0', turns = '0'] = one.split(',')
      return { qe: Number.parseInt(qe, 16), likelier: Number(likelier), rarer: Number(rarer), turns: turns === '1' }
    })

/** The arithmetic coder of T.88, annex E: symbols of one bit, each within a context. */
const arithmeticCoder = () => {
  const bytes: number[] = []
  const contexts = new Map<number, { state: number; likely: number }>()
  let [a, c, left, last] = [0x8000, 0, 12, -1]
  const put = (byte: number) => {
    if (last >= 0) bytes.push(last)
    last = byte
  }
  const take = (shift: number, mask: number, next: number) => {
    put(c >>> shift)
    c &= mask
    left = next
  }
  const byteOut = () => {
    if (last === 0xff) return take(20, 0xfffff, 7)
    if (c >= 0x8000000) {
      last += 1
      if (last === 0xff) {
        c &= 0x7ffffff
        return take(20, 0xfffff, 7)
      }
      c &= 0x7ffffff
    }
    return take(19, 0x7ffff, 8)
  }
  const renormalize = () => {
    do {
      a = (a << 1) & 0xffff
      c *= 2
      left -= 1
      if (left === 0) byteOut()
    } while ((a & 0x8000) === 0)
  }
  const encode = (context: number, bit: number) => {
    const known = contexts.get(context) ?? { state: 0, likely: 0 }
    contexts.set(context, known)
    const state = states[known.state]
    if (state === undefined) throw new Error('no state')
    a -= state.qe
    if (bit === known.likely) {
      if ((a & 0x8000) !== 0) {
        c += state.qe
        return
      }
      if (a < state.qe) a = state.qe
      else c += state.qe
      known.state = state.likelier
    } else {
      if (a < state.qe) c += state.qe
      else a = state.qe
      if (state.turns) known.likely = 1 - known.likely
      known.state = state.rarer
    }
    renormalize()
  }
  const end = () => {
    const top = c + a
    c = Math.floor(c / 0x10000) * 0x10000 + 0xffff
    if (c >= top) c -= 0x8000
    for (let turn = 0; turn < 2; turn += 1) {
      c *= 2 ** left
      byteOut()
    }
    put(0xff)
    put(0xac)
    put(0)
    return Buffer.from(bytes)
  }
  return { encode, end }
}

// The neighbours that a pixel is told by: generic region, template 0 with its usual adaptive pixels.
const rows = [
  { dy: -2, from: -2, to: 2 },
  { dy: -1, from: -3, to: 3 },
  { dy: 0, from: -4, to: -1 },
]
const neighbours = rows.flatMap(({ dy, from, to }) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ dx: from + index, dy })),
)

const segment = (number: number, type: number, data: Buffer): Buffer => {
  const head = Buffer.alloc(11)
  head.writeUInt32BE(number, 0)
  head.writeUInt8(type, 4)
  head.writeUInt8(1, 6)
  head.writeUInt32BE(data.length, 7)
  return Buffer.concat([head, data])
}

const sizes = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return head
}

/** A picture of one bit a pixel as JBIG2 keeps it within a PDF: the page, and one lossless region. */
export const jbig2Of = (width: number, height: number, isBlack: (x: number, y: number) => boolean): Buffer => {
  const coder = arithmeticCoder()
  const at = (x: number, y: number) => (x >= 0 && y >= 0 && x < width && isBlack(x, y) ? 1 : 0)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      coder.encode(
        neighbours.reduce((context, { dx, dy }) => context * 2 + at(x + dx, y + dy), 0),
        at(x, y),
      )
  const adaptive = Buffer.from([3, -1, -3, -1, 2, -2, -2, -2].map((each) => each & 0xff))
  const size = sizes(width, height)
  return Buffer.concat([
    segment(0, 48, Buffer.concat([size, Buffer.alloc(11)])),
    segment(1, 38, Buffer.concat([size, Buffer.alloc(10), adaptive, coder.end()])),
  ])
}
