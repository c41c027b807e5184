import type { FieldValue } from '../../../ui/field/field.ts'
import type { CatalogueProcess } from '../catalogue/catalogue.ts'

/** What a process is asked unless told otherwise. */
export function initialValues(process: CatalogueProcess, today: string): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    Object.entries(process.parameters).map(([name, field]): [string, FieldValue] => {
      if (name === 'period') return [name, today.slice(0, 7)]
      return [name, field.initial === 'today' ? today : (field.initial ?? null)]
    }),
  )
}
