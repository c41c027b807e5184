type Point = readonly number[]

interface Vertex {
  readonly at: Point
  readonly value: number
}

export interface Search {
  readonly start: Point
  readonly lower: Point
  readonly upper: Point
  /** How often the function may be asked. */
  readonly evaluations?: number
  /** Ends when the values of the simplex differ by less than this part of the best. */
  readonly tolerance?: number
}

const blend = (from: Point, to: Point, part: number): Point =>
  from.map((one, index) => one + part * ((to[index] ?? 0) - one))

type Look = (at: Point) => Vertex

/** The start, and beside it a step along each axis, inwards where there is no room. */
const cornersOf = ({ start, lower, upper }: Search): Point[] => [
  start,
  ...start.map((_axis, axis) => {
    const step = ((upper[axis] ?? 1) - (lower[axis] ?? 0)) * 0.25
    return start.map((one, index) => {
      if (index !== axis) return one
      return one + step > (upper[axis] ?? one + step) ? one - step : one + step
    })
  }),
]

/** Moves the worst corner of a sorted simplex, or draws all towards the best. Answers how often the function was asked. */
const turn = (simplex: Vertex[], best: Vertex, worst: Vertex, look: Look): number => {
  const others = simplex.slice(0, -1)
  const centre = best.at.map(
    (_axis, axis) => others.reduce((total, { at }) => total + (at[axis] ?? 0), 0) / others.length,
  )
  const replace = (by: Vertex): void => void simplex.splice(-1, 1, by)
  const reflected = look(blend(centre, worst.at, -1))
  if (reflected.value < best.value) {
    const expanded = look(blend(centre, worst.at, -2))
    replace(expanded.value < reflected.value ? expanded : reflected)
    return 2
  }
  if (reflected.value < (others.at(-1)?.value ?? Number.NEGATIVE_INFINITY)) {
    replace(reflected)
    return 1
  }
  const better = reflected.value < worst.value ? reflected : worst
  const contracted = look(blend(centre, better.at, 0.5))
  if (contracted.value < better.value) {
    replace(contracted)
    return 2
  }
  for (let index = 1; index < simplex.length; index += 1) {
    simplex[index] = look(blend(best.at, simplex[index]?.at ?? best.at, 0.5))
  }
  return 1 + simplex.length
}

/**
 * The smallest value of a function inside a box by the downhill simplex (Nelder and Mead 1965, with the usual coefficients 1, 2,
 * ½, ½). What lies outside the box is as bad as can be: cut off at its side, the simplex would fall flat. Answers where it is; for a smooth function of few variables.
 */
export const minimize = (of: (at: Point) => number, search: Search): Vertex => {
  const { start, lower, upper, evaluations = 60 * start.length, tolerance = 1e-5 } = search
  const isInside = (at: Point) => at.every((one, index) => one >= (lower[index] ?? one) && one <= (upper[index] ?? one))
  const look: Look = (at) => ({ at, value: isInside(at) ? of(at) : Number.POSITIVE_INFINITY })
  const simplex = cornersOf(search).map(look)
  // A turn asks once or twice, seldom more.
  for (let asked = simplex.length; asked < evaluations;) {
    simplex.sort((one, other) => one.value - other.value)
    const [best] = simplex
    const worst = simplex.at(-1)
    if (best === undefined || worst === undefined) break
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break
    asked += turn(simplex, best, worst, look)
  }
  return simplex.reduce((one, other) => (other.value < one.value ? other : one))
}
