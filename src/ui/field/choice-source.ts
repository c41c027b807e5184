import type { Choice, Reference, ReferenceSource } from './field.ts'

export function choiceAsReference(choice: Choice): Reference {
  return { id: choice.value, name: choice.label }
}

/** A choice field picks from its few values with the same picker as a reference. */
export function choiceSource(key: string, label: string, choices: readonly Choice[]): ReferenceSource {
  return {
    key,
    label,
    columns: [{ key: 'name', label }],
    search: (query) => {
      const wanted = query.trim().toLowerCase()
      const rows = choices.filter(
        (choice) => choice.label.toLowerCase().includes(wanted) || choice.value.toLowerCase().startsWith(wanted),
      )
      return Promise.resolve({ rows: rows.map(choiceAsReference) })
    },
  }
}
