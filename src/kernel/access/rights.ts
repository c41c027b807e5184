/** Whether someone has a right. */
export type May = (right: string) => boolean

const matcher = (pattern: string): May => {
  if (pattern === '*') return () => true
  if (pattern.startsWith('*.')) return (right) => right.endsWith(pattern.slice(1))
  if (pattern.endsWith('.*')) return (right) => right.startsWith(pattern.slice(0, -1))
  return (right) => right === pattern
}

/** Rights as a list of names with wildcards: `salesDelivery.post`, `salesDelivery.*`, `*.read`, `report.*`, `*`. */
export const rightsOf = (patterns: readonly string[]): May => {
  const matchers = patterns.map(matcher)
  const known = new Map<string, boolean>()
  return (right) => {
    let answer = known.get(right)
    if (answer === undefined) {
      answer = matchers.some((matches) => matches(right))
      known.set(right, answer)
    }
    return answer
  }
}

/** A key's rights: what its scopes say, as far as its owner has them. */
export const narrowed = (owner: May, scopes: readonly string[]): May => {
  const scoped = rightsOf(scopes)
  return (right) => owner(right) && scoped(right)
}

const rightPattern = /^(\*|\*\.[a-zA-Z]+|[a-z][a-zA-Z0-9]*\.(\*|[a-zA-Z]+(\.[a-zA-Z]+)?))$/

/** Whether a text can stand in a list of rights. */
export const isRightPattern = (text: string): boolean => rightPattern.test(text)
