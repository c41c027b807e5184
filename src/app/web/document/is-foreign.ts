import type { Id } from '../../../base/id.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { foreignOf } from '../../../ledgers/document-currency.ts'
import { isReference } from '../../../ui/field/field.ts'
import type { RuleWorld } from './draft-state.ts'
import type { Values } from './draft-values.ts'

const idIn = <Name extends string>(header: Values, name: string): Id<Name> | null => {
  const value = header[name]
  return isReference(value) ? (value.id as Id<Name>) : null
}

/** Whether a document is written in a foreign currency; without rules it is told by what was stored. */
export function isForeign(definition: AnyDocument, header: Values, world: RuleWorld | null): boolean {
  if (definition.header['totalCurrency'] === undefined) return false
  if (world === null) return typeof header['rate'] === 'string' && header['rate'] !== ''
  const said = {
    currency: idIn<'currency'>(header, 'currency'),
    customer: idIn<'party'>(header, 'customer'),
    supplier: idIn<'party'>(header, 'supplier'),
  }
  return foreignOf({ header: said, settings: world.settings, lookup: world.lookup }) !== undefined
}
