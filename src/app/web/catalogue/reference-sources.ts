import { kebab } from '../../../kernel/definition/define.ts'
import { entitySource } from '../../../ui/derive/reference-source.ts'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import type { PickerColumn, ReferenceSource } from '../../../ui/field/field.ts'
import { typeNamed, type Catalogue } from './catalogue.ts'

/** Text and amount fields that help to tell one record of a type from another, at most two. */
function pickerColumns(catalogue: Catalogue, address: string): PickerColumn[] {
  const type = catalogue.types.get(address)
  if (type === undefined) return []
  return type.list
    .flatMap((name): PickerColumn[] => {
      const field = type.fields[name]
      if (field === undefined || (field.kind !== 'text' && field.kind !== 'price')) return []
      return [
        field.kind === 'price'
          ? { key: name, label: labelOf(field, name), align: 'end', format: { min: 2, max: 6 } }
          : { key: name, label: labelOf(field, name), tone: 'faint' },
      ]
    })
    .slice(0, 2)
}

/** Where references are found: the list of what they point at, in the role that is meant. One source an address. */
export function referenceSources(catalogue: Catalogue): SourceOf {
  const made = new Map<string, ReferenceSource>()
  return (_name, field) => {
    const target = field.facet ?? field.target?.name
    if (target === undefined) return undefined
    const address = kebab(target)
    const type = typeNamed(catalogue, address)
    if (type === undefined) return undefined
    const known = made.get(address)
    if (known !== undefined) return known
    const source = entitySource({
      address,
      label: definitionLabel(type),
      columns: pickerColumns(catalogue, address),
    })
    made.set(address, source)
    return source
  }
}
