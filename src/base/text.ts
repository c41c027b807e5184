/** A value as a person would write it: text and numbers as they are, nothing as nothing, structures as JSON. */
export const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return `${value}`
  return JSON.stringify(value)
}
