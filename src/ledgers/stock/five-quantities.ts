/** What is counted before it is known what may be used. In millionths of the base unit, as all here. */
export interface StockParts {
  /** 现存: our goods in the warehouse, whatever their state. */
  readonly onHand: bigint
  /** 冻结: what of it may not be used: to be inspected, found bad, or of a lot that is frozen or recalled. */
  readonly frozen: bigint
  /** 在途: ordered of suppliers or owed by them, and our own on the way between warehouses. */
  readonly onWay: bigint
  /** 待发: promised to customers by approved documents, and not delivered. */
  readonly toDeliver: bigint
}

/** The five quantities of an item, of one warehouse or of all. */
export interface FiveQuantities extends StockParts {
  /** 可用: what may still be promised of what is there. */
  readonly available: bigint
}

export const noStock: StockParts = { onHand: 0n, frozen: 0n, onWay: 0n, toDeliver: 0n }

/** 可用 = 现存 − 冻结 − 待发: the one place where this is said. */
export const fiveOf = (parts: StockParts): FiveQuantities => ({
  ...parts,
  available: parts.onHand - parts.frozen - parts.toDeliver,
})

export const addParts = (one: StockParts, other: StockParts): StockParts => ({
  onHand: one.onHand + other.onHand,
  frozen: one.frozen + other.frozen,
  onWay: one.onWay + other.onWay,
  toDeliver: one.toDeliver + other.toDeliver,
})

/** Parts of several warehouses in one. */
export const wholeOf = (places: Iterable<StockParts>): StockParts => {
  let whole = noStock
  for (const parts of places) whole = addParts(whole, parts)
  return whole
}
