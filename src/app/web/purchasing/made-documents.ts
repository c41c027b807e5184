/** A document that a process says it wrote. */
export type Made = { readonly id: string; readonly number: string; readonly address: string }

const textAt = (value: unknown, name: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'string' ? found : ''
}

/** The documents in a process's answer, to be opened at an address. */
export function madeDocuments(answer: unknown, address: string): readonly Made[] {
  const documents: unknown =
    typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'documents') : undefined
  return Array.isArray(documents)
    ? documents.map((one: unknown) => ({ id: textAt(one, 'id'), number: textAt(one, 'number'), address }))
    : []
}
