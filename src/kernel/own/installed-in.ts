import type { Catalogue } from '../definition/domain.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { isUnused } from '../documents/shared-records.ts'
import { lineTableOf, readRow, selectList, tableOf } from '../documents/storage.ts'
import type { Row } from '../documents/storage.ts'
import type { Installed, Work } from '../posting/work.ts'
import { companyCatalogue, ownDefinition } from './company-view.ts'
import { readDesignedField } from './design.ts'
import type { FormDesign, OwnType } from './design.ts'
import { ownDocument } from './own-document.ts'
import { ownForm } from './own-form.ts'
import { everywhere, withoutUnused } from './unused.ts'

const formTable = tableOf(ownForm)
const fieldTable = lineTableOf(ownForm, 'fields')
const documentTable = tableOf(ownDocument)

/** All designs of a company's forms. */
export const readDesigns = async (work: Work): Promise<FormDesign[]> => {
  const [forms, fields] = await Promise.all([
    work.tx.rowsIn<Row>(
      'whole',
      `select ${selectList(formTable)} from own_form where company_id = $1 and not disabled`,
      [work.company],
    ),
    work.tx.rowsIn<Row>(
      'whole',
      `select ${selectList(fieldTable)} from own_form_fields where company_id = $1 order by owner_id, line_no`,
      [work.company],
    ),
  ])
  const byForm = Map.groupBy(
    fields.map((row) => readRow(fieldTable, row)),
    (line) => String(line['owner']),
  )
  return forms.map((row) => {
    const form = readRow(formTable, row)
    const { id, code, numbering } = form
    return {
      type: String(code),
      numbering: typeof numbering === 'string' && numbering !== '' ? numbering : null,
      fields: (byForm.get(String(id)) ?? []).map(readDesignedField),
    }
  })
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The types of documents that a company has defined itself and uses. */
export const readOwnTypes = async (work: Work): Promise<OwnType[]> => {
  const rows = await work.tx.rowsIn<Row>(
    'whole',
    `select ${selectList(documentTable)} from own_document where company_id = $1 and not disabled order by code`,
    [work.company],
  )
  return rows.map((row) => {
    const { code, name, english, numbering, linesLabel } = readRow(documentTable, row)
    return {
      name: String(code),
      label: String(name),
      english: textOrNull(english),
      numbering: String(numbering),
      linesLabel: textOrNull(linesLabel),
    }
  })
}

/** A type of record as the product brings it, or as its bare self where it is the company's own; undefined where there is none. */
export const bareType = async (work: Work, name: string): Promise<AnyEntity | AnyDocument | undefined> => {
  const { entities, documents } = work.installed.product ?? work.installed.catalogue
  const found = documents.get(name) ?? entities.get(name)
  if (found !== undefined) return found
  const own = (await readOwnTypes(work)).find((type) => type.name === name)
  return own === undefined ? undefined : ownDefinition(own)
}

const shaped = async (work: Work, product: Catalogue): Promise<Installed> => {
  const [designs, types] = await Promise.all([readDesigns(work), readOwnTypes(work)])
  return { ...work.installed, catalogue: companyCatalogue(product, designs, types), product }
}

/** The product as a company has shaped it at this moment, with what this unit of work itself has changed. */
export const shapedNow = (work: Work): Promise<Installed> =>
  shaped(work, work.installed.product ?? work.installed.catalogue)

const plain = new WeakMap<Installed, Map<string, Installed>>()

/** The product as it is for a company that does not use some of what every document names: one for all of them. */
const inUse = (work: Work): Installed => {
  const product = work.installed
  const unused = everywhere(product.catalogue).filter((entity) => isUnused(work, entity))
  if (unused.length === 0) return product
  const known = plain.get(product) ?? new Map<string, Installed>()
  plain.set(product, known)
  const found = known.get(unused.join()) ?? { ...product, catalogue: withoutUnused(product.catalogue, unused) }
  known.set(unused.join(), found)
  return found
}

const mostKept = 2000
const kept = new WeakMap<Installed, Map<string, { readonly stamp: string; readonly installed: Installed }>>()

/**
 * The product as a company has shaped it: read again only when a design of the company has changed, whichever process changed
 * it. A company that never designed anything has the product as it is.
 */
export const installedIn = async (work: Work): Promise<Installed> => {
  const product = inUse(work)
  if (isUnused(work, ownForm.name) && isUnused(work, ownDocument.name)) return product
  const stamp = `${work.stamps.get(ownForm.name)}/${work.stamps.get(ownDocument.name)}`
  const byCompany = kept.get(product) ?? new Map<string, { readonly stamp: string; readonly installed: Installed }>()
  kept.set(product, byCompany)
  const found = byCompany.get(work.company)
  if (found?.stamp === stamp) return found.installed
  const installed = await shaped(work, product.catalogue)
  if (byCompany.size >= mostKept) byCompany.clear()
  byCompany.set(work.company, { stamp, installed })
  return installed
}

/** A definition as the company has designed it, whoever names it. */
export const inCompany = <Def extends AnyEntity | AnyDocument>(work: Work, definition: Def): Def => {
  const { entities, documents } = work.installed.catalogue
  const found = definition.sort === 'document' ? documents.get(definition.name) : entities.get(definition.name)
  // The view is made from the definition itself: it has all that this type says of it, and fields more.
  return (found ?? definition) as Def
}
