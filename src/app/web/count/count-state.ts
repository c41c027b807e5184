import { decimal } from '../../../base/decimal.ts'

/** A line of the sheet as it is counted: goods, and what was counted of them by all who count. */
export type CountLine = {
  readonly item: string
  readonly lot: string | null
  /** The bin it lies in, where the warehouse keeps bins; null is what is not put away. */
  readonly bin: string | null
  readonly binCode: string | null
  readonly binName: string | null
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly unit: string
  readonly barcodes: readonly { readonly code: string; readonly times: string }[]
  readonly counter: string | null
  /** What should be there; null on a blind sheet. */
  readonly book: string | null
  readonly typed: string | null
  readonly counted: string | null
  readonly by: string | null
  readonly outside: boolean
}

export type Sheet = {
  readonly id: string
  readonly number: string
  readonly stage: 'counting' | 'recounting' | 'compared'
  readonly isBlind: boolean
  readonly scope: string | null
  readonly counters: readonly { readonly id: string; readonly name: string }[]
  readonly lines: readonly CountLine[]
  /** What this person recorded last, to take it back. */
  readonly last: {
    readonly id: string
    readonly item: string
    readonly lot: string | null
    readonly bin: string | null
    readonly quantity: string
  } | null
}

/** What was scanned or typed here and is not known to have arrived. */
export type PendingEntry = {
  readonly id: string
  readonly item: string
  readonly lot: string | null
  readonly bin: string | null
  readonly kind: 'add' | 'set'
  readonly quantity: string
  /** By this device's clock; the server is told how long ago that is. */
  readonly at: number
  /** What was recorded here before it: the order of a device's entries is kept, however long each travels. */
  readonly after: string | null
  /** It was sent, and whether it arrived is not known. */
  readonly tried?: true
  /** Taken back after it was sent: the server is told so. */
  readonly undone?: true
}

/** What is counted in one piece: goods of a lot in a bin. */
export type Goods = Pick<CountLine, 'item' | 'lot' | 'bin'>

export const sameGoods = (one: Goods, other: Goods): boolean =>
  one.item === other.item && one.lot === other.lot && one.bin === other.bin

export type SheetBin = { readonly id: string; readonly code: string; readonly name: string }

/** The bins of a sheet, in its order: the way through the warehouse. */
export const binsOf = (lines: readonly CountLine[]): readonly SheetBin[] => [
  ...new Map(
    lines.flatMap(({ bin, binCode, binName }) =>
      bin === null ? [] : [[bin, { id: bin, code: binCode ?? '', name: binName ?? '' }] as const],
    ),
  ).values(),
]

/** What stands of a line with what was recorded here since the sheet came; null while nobody counted it. */
export function countOf(
  line: CountLine,
  pending: readonly Pick<PendingEntry, 'item' | 'lot' | 'bin' | 'kind' | 'quantity' | 'undone'>[],
): string | null {
  const begun = line.counted ?? line.typed
  const own = pending.filter((entry) => sameGoods(entry, line) && entry.undone !== true)
  if (own.length === 0) return begun
  return own
    .reduce(
      (sum, entry) => (entry.kind === 'set' ? decimal(entry.quantity) : sum.plus(entry.quantity)),
      decimal(begun ?? '0'),
    )
    .toString()
}

/** The lines that a scanned code means, each with how many base units it stands for; several where an item has lots. */
export function linesScanned(
  lines: readonly CountLine[],
  code: string,
): readonly { readonly line: CountLine; readonly times: string }[] {
  const wanted = code.trim().toLowerCase()
  if (wanted === '') return []
  const byBarcode = lines.flatMap((line) => {
    const found = line.barcodes.find((barcode) => barcode.code.toLowerCase() === wanted)
    return found === undefined ? [] : [{ line, times: found.times }]
  })
  if (byBarcode.length > 0) return byBarcode
  return lines
    .filter((line) => line.code.toLowerCase() === wanted || line.lot?.toLowerCase() === wanted)
    .map((line) => ({ line, times: '1' }))
}

/** What the storekeeper hears: more than the books say is told where they may be seen. */
export type Verdict = 'right' | 'over' | 'wrong'

export function verdictOf(line: CountLine, counted: string): Verdict {
  return line.book !== null && decimal(counted).gt(line.book) ? 'over' : 'right'
}

/** How the keys change a figure that is being typed. */
export function typeKey(typed: string, key: string): string {
  if (key === 'back') return typed.slice(0, -1)
  if (key === '.' && (typed.includes('.') || typed === '')) return typed === '' ? '0.' : typed
  const next = typed === '0' && key !== '.' ? key : typed + key
  return /^\d{0,12}(\.\d{0,6})?$/.test(next) ? next : typed
}
