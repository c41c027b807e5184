import type { SensitiveGroup } from '../../../kernel/definition/field.ts'
import type { OwnKind } from '../../../kernel/own/own-form.ts'

/** A field as the product brings it. */
export type PartField = {
  readonly name: string
  readonly label: string
  readonly english: string
  readonly kind: string
  readonly required: boolean
  readonly computed: boolean
  readonly hidden: boolean
  readonly help: string | null
}
export type FormPart = { readonly name: string; readonly label: string; readonly fields: readonly PartField[] }

/** A line of a design as it is stored. */
export type StoredField = {
  readonly part: string
  readonly name: string
  readonly label?: string | null
  readonly english?: string | null
  readonly kind?: OwnKind | null
  readonly choices?: Readonly<Record<string, string>> | null
  readonly target?: string | null
  readonly scale?: number | null
  readonly help?: string | null
  readonly start?: string | null
  readonly formula?: string | null
  readonly section?: string | null
  readonly wide?: boolean | null
  readonly mandatory?: boolean | null
  readonly concealed?: boolean | null
  readonly listed?: boolean | null
  readonly findable?: boolean | null
  readonly secrecy?: SensitiveGroup | null
  readonly hiddenFrom?: readonly string[] | null
  readonly archived?: boolean | null
}

/** A field on the form that is being designed: one of the product's with what is said of it, or an own one. */
export type DesignField = {
  readonly name: string
  /** As the product has it; null of an own field. */
  readonly product: PartField | null
  readonly said: StoredField
}
export type DesignPart = { readonly name: string; readonly label: string; readonly fields: readonly DesignField[] }
export type Design = readonly DesignPart[]

const placed = (part: FormPart, stored: readonly StoredField[]): readonly DesignField[] => {
  const products = new Map(part.fields.map((field) => [field.name, field]))
  const own = stored.filter((one) => one.part === part.name)
  const names = new Set(own.map((one) => one.name))
  return [
    ...own.flatMap((said): DesignField[] => {
      const product = products.get(said.name) ?? null
      return product === null && !said.name.startsWith('x_') ? [] : [{ name: said.name, product, said }]
    }),
    ...part.fields
      .filter((field) => !names.has(field.name))
      .map((product): DesignField => ({
        name: product.name,
        product,
        said: { part: part.name, name: product.name },
      })),
  ]
}

/** The form as it stands: the product's fields with what was said of them, and the company's own among them. */
export const designOf = (parts: readonly FormPart[], stored: readonly StoredField[]): Design =>
  parts.map((part) => ({ name: part.name, label: part.label, fields: placed(part, stored) }))

const isPlain = ({ product, said }: DesignField): boolean =>
  product !== null &&
  Object.entries(said).every(
    ([key, value]) =>
      key === 'part' ||
      key === 'name' ||
      value === null ||
      value === undefined ||
      value === '' ||
      value === false ||
      (Array.isArray(value) && value.length === 0),
  )

/** What is kept of a design: nothing of a part that stands as the product brings it. */
export const storedOf = (design: Design, parts: readonly FormPart[]): StoredField[] =>
  design.flatMap((part) => {
    const before = parts.find((one) => one.name === part.name)?.fields.map((field) => field.name) ?? []
    const same = part.fields.length === before.length && part.fields.every((one, at) => one.name === before[at])
    return same && part.fields.every(isPlain) ? [] : part.fields.map((field) => field.said)
  })

const within = (
  design: Design,
  part: string,
  step: (fields: readonly DesignField[]) => readonly DesignField[],
): Design => design.map((one) => (one.name === part ? { ...one, fields: step(one.fields) } : one))

/** A free name for a field: x_ and what of the title fits, else the kind, with a number where it is taken. */
export const nameFor = (design: Design, kind: OwnKind): string => {
  const taken = new Set(design.flatMap((part) => part.fields.map((field) => field.name)))
  const base = `x_${kind.toLowerCase()}`
  for (let at = 1; ; at += 1) {
    const name = `${base}_${at}`
    if (!taken.has(name)) return name
  }
}

/** Puts a new own field before the one of a name, or last. */
export const addField = (design: Design, part: string, said: StoredField, before?: string): Design =>
  within(design, part, (fields) => {
    const at = fields.findIndex((one) => one.name === before)
    const added: DesignField = { name: said.name, product: null, said }
    return at < 0 ? [...fields, added] : fields.toSpliced(at, 0, added)
  })

/** Moves a field before another of its part, or to its end. */
export const moveBefore = (design: Design, part: string, name: string, before?: string): Design =>
  within(design, part, (fields) => {
    const moved = fields.find((one) => one.name === name)
    if (moved === undefined || name === before) return fields
    const rest = fields.filter((one) => one.name !== name)
    const at = rest.findIndex((one) => one.name === before)
    return at < 0 ? [...rest, moved] : rest.toSpliced(at, 0, moved)
  })

/** Moves a field by some places. */
export const shift = (design: Design, part: string, name: string, by: number): Design =>
  within(design, part, (fields) => {
    const at = fields.findIndex((one) => one.name === name)
    const to = at + by
    const moved = fields[at]
    if (moved === undefined || to < 0 || to >= fields.length) return fields
    return fields.toSpliced(at, 1).toSpliced(to, 0, moved)
  })

export const changeField = (design: Design, part: string, name: string, more: Partial<StoredField>): Design =>
  within(design, part, (fields) =>
    fields.map((one) =>
      one.name === name ? { ...one, name: more.name ?? one.name, said: { ...one.said, ...more } } : one,
    ),
  )

export const removeField = (design: Design, part: string, name: string): Design =>
  within(design, part, (fields) => fields.filter((one) => one.name !== name))

/**
 * Choices as they are written: one a line; a line that was there keeps its key, so that what was chosen stays, and one that stands
 * where another stood is that one by a new name.
 */
export const choicesFrom = (
  text: string,
  before: Readonly<Record<string, string>> | null | undefined,
): Record<string, string> => {
  const keys = new Map(Object.entries(before ?? {}).map(([key, label]) => [label, key]))
  const labels = [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')
  const used = new Set(keys.values())
  const stood = Object.entries(before ?? {})
  const renamed = (at: number): string | undefined => {
    const [key, label] = stood[at] ?? []
    return key !== undefined && label !== undefined && !labels.includes(label) ? key : undefined
  }
  const fresh = (): string => {
    for (let at = 1; ; at += 1) if (!used.has(`o${at}`)) return `o${at}`
  }
  return Object.fromEntries(
    labels.map((label, at) => {
      const key = keys.get(label) ?? renamed(at) ?? fresh()
      used.add(key)
      return [key, label]
    }),
  )
}
