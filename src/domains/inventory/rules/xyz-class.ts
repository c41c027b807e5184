/** X: demand that hardly varies; Y: that varies; Z: that cannot be foreseen. */
export const xyzClasses = { X: 'X 稳定', Y: 'Y 波动', Z: 'Z 难测' } as const
export type XyzClass = keyof typeof xyzClasses

/** Up to which coefficient of variation demand is X, and Y. */
const limits = { x: 0.5, y: 1 } as const

/**
 * How much the demand of periods varies: standard deviation over mean (of the whole population); null where nothing was asked
 * for. A figure to sort by, so a plain number.
 */
export const variationOf = (demands: readonly number[]): number | null => {
  const mean = demands.reduce((sum, demand) => sum + demand, 0) / demands.length
  if (demands.length === 0 || mean <= 0) return null
  const variance = demands.reduce((sum, demand) => sum + (demand - mean) ** 2, 0) / demands.length
  return Math.sqrt(variance) / mean
}

export const xyzClass = (variation: number | null): XyzClass =>
  variation === null || variation > limits.y ? 'Z' : variation > limits.x ? 'Y' : 'X'
