/** What happens to a bill after it was received or issued. */
export const eventKinds = {
  endorse: '背书转让',
  discount: '贴现（无追索）',
  discountRecourse: '贴现（附追索）',
  collect: '托收到账',
  dishonour: '拒付退回',
  honour: '到期兑付',
  unpaid: '到期未付',
  discharge: '到期解除',
  recourse: '被追索',
} as const
export type EventKind = keyof typeof eventKinds

/** Where a bill comes from: received, issued, or passed on by an earlier event. */
export type BillSource = 'noteReceived' | 'noteIssued' | 'noteEvent'

const possible: Readonly<Record<BillSource, readonly EventKind[]>> = {
  noteReceived: ['endorse', 'discount', 'discountRecourse', 'collect', 'dishonour'],
  noteIssued: ['honour', 'unpaid'],
  noteEvent: ['discharge', 'recourse'],
}

/** Whether this may happen to a bill from there. */
export const mayHappen = (kind: EventKind, source: string): boolean =>
  Object.hasOwn(possible, source) && possible[source as BillSource].includes(kind)

/** Events after which we still answer for the bill until it is paid (或有负债). */
export const isContingent = (kind: EventKind | null | undefined): boolean =>
  kind === 'endorse' || kind === 'discountRecourse'

/** Events by which the bill leaves before its maturity. */
export const isPassedOn = (kind: EventKind): boolean =>
  kind === 'endorse' || kind === 'discount' || kind === 'discountRecourse'

/** Events that interest is kept back of. */
export const isDiscount = (kind: EventKind | null | undefined): boolean =>
  kind === 'discount' || kind === 'discountRecourse'
