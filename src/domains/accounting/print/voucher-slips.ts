/** A line of a voucher on paper, in cents. */
export interface SlipLine {
  readonly summary: string
  readonly account: string
  readonly debit: bigint
  readonly credit: bigint
}

/** One form (一联) of a voucher: its lines, and what it carries over. */
export interface Slip {
  readonly lines: readonly SlipLine[]
  /** What the forms before it came to (承前页); absent on the first. */
  readonly brought?: { readonly debit: bigint; readonly credit: bigint }
  /** The sums so far: 过次页, or 合计 on the last. */
  readonly sums: { readonly debit: bigint; readonly credit: bigint }
  /** 1/2. */
  readonly place: number
  readonly of: number
}

const sumOf = (lines: readonly SlipLine[], before: Slip['sums']): Slip['sums'] =>
  lines.reduce((sum, line) => ({ debit: sum.debit + line.debit, credit: sum.credit + line.credit }), before)

/**
 * A voucher on forms of so many rows: what does not fit goes over to the next (过次页), which begins with what was before it (承前页)
 * in a row of its own.
 */
export const slipsOf = (lines: readonly SlipLine[], rows: number): Slip[] => {
  const later = Math.max(1, rows - 1)
  const of = lines.length <= rows ? 1 : 1 + Math.ceil((lines.length - rows) / later)
  const slips: Slip[] = []
  let before = { debit: 0n, credit: 0n }
  for (let place = 1; place <= of; place += 1) {
    const from = place === 1 ? 0 : rows + (place - 2) * later
    const own = lines.slice(from, place === 1 ? rows : from + later)
    const sums = sumOf(own, before)
    slips.push({ lines: own, ...(place === 1 ? {} : { brought: before }), sums, place, of })
    before = sums
  }
  return slips
}
