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

/**
 * The smallest value of a function inside a box by the downhill simplex (Nelder and Mead 1965, with the usual coefficients 1, 2,
 * ½, ½). What lies outside the box is as bad as can be: cut off at its side, the simplex would fall flat. Answers where it is; for a smooth function of few variables.
 */
export const minimize = (of: (at: Point) => number, search: Search): Vertex => {
  const { start, lower, upper, evaluations = 60 * start.length, tolerance = 1e-5 } = search
  let left = evaluations
  const isInside = (at: Point) => at.every((one, index) => one >= (lower[index] ?? one) && one <= (upper[index] ?? one))
  const look = (at: Point): Vertex => {
    left -= 1
    return { at, value: isInside(at) ? of(at) : Number.POSITIVE_INFINITY }
  }
  const step = (index: number) => ((upper[index] ?? 1) - (lower[index] ?? 0)) * 0.25
  const corners = start.map((_one, index) =>
    start.map((one, other) => {
      if (other !== index) return one
      const there = one + step(index)
      return there > (upper[index] ?? there) ? one - step(index) : there
    }),
  )
  const simplex = [look(start), ...corners.map(look)]
  const byValue = (one: Vertex, other: Vertex) => one.value - other.value
  while (left > 0) {
    simplex.sort(byValue)
    const [best] = simplex
    const worst = simplex.at(-1)
    const second = simplex.at(-2)
    if (best === undefined || worst === undefined || second === undefined) break
    if (Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + tolerance)) break
    const others = simplex.slice(0, -1)
    const centre = start.map(
      (_one, index) => others.reduce((total, vertex) => total + (vertex.at[index] ?? 0), 0) / others.length,
    )
    const reflected = look(blend(centre, worst.at, -1))
    let next = reflected
    if (reflected.value < best.value) {
      const expanded = look(blend(centre, worst.at, -2))
      if (expanded.value < reflected.value) next = expanded
    } else if (reflected.value >= second.value) {
      next = look(blend(centre, reflected.value < worst.value ? reflected.at : worst.at, 0.5))
      if (next.value >= Math.min(reflected.value, worst.value)) {
        for (let index = 1; index < simplex.length; index += 1) {
          simplex[index] = look(blend(best.at, simplex[index]?.at ?? best.at, 0.5))
        }
        continue
      }
    }
    simplex[simplex.length - 1] = next
  }
  return simplex.toSorted(byValue)[0] ?? look(start)
}
