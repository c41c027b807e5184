import type { Language } from '../http/language.ts'
import type { Work } from '../posting/work.ts'
import { defaultTemplate, layoutOf, templateNamed, templatesOf } from './choose-template.ts'
import type { StoredTemplate } from './choose-template.ts'
import { gatherPrintData } from './gather-print-data.ts'
import { paperWords } from './paper-words.ts'
import { printedRecords } from './printed-records.ts'
import type { PrintedRecord } from './printed-records.ts'
import type { Layout } from './template/layout.ts'
import type { PlacedPage } from './template/marks.ts'
import { placeRecord } from './template/place.ts'
import { sheetsOf } from './template/print-layout.ts'
import type { AnyRecord } from './template/print-names.ts'

/** What is asked of a printing. */
export interface PrintAsked {
  /** The id or code of a template; the default of each record where nothing is said. */
  readonly template?: string | undefined
  readonly language: Language
  /** The form it goes out in, for the trail: pdf, escp … */
  readonly form: string
  /** 续打: lines that stand on the paper already. */
  readonly printedLines?: number
  readonly copies?: number
  /** A look at it, which counts as no printing. */
  readonly isPreview?: boolean
}

/** Records as they stand on their pages. */
export interface PlacedPrinting {
  readonly pages: readonly PlacedPage[]
  readonly layout: Layout
  readonly template: StoredTemplate
}

/** Places one record by a layout. */
export const placePrinted = async (
  work: Work,
  definition: AnyRecord,
  layout: Layout,
  printed: PrintedRecord,
  asked: Pick<PrintAsked, 'language' | 'printedLines'>,
): Promise<PlacedPage[]> => {
  const data = await gatherPrintData(work, definition, printed, asked.language)
  const words = paperWords[asked.language]
  return placeRecord(layout, data, { words, printedLines: asked.printedLines ?? 0 })
}

/** The templates that records are printed by; undefined where one of them has none and goes on standard paper, all with it. */
const templatesFor = async (
  work: Work,
  definition: AnyRecord,
  ids: readonly string[],
  asked: PrintAsked,
): Promise<readonly StoredTemplate[] | undefined> => {
  const templates = await templatesOf(work, definition)
  if (asked.template !== undefined) {
    const named = templateNamed(templates, asked.template)
    return ids.map(() => named)
  }
  if (!templates.some((template) => template.isDefault)) return undefined
  const looked = await printedRecords(work, definition, ids, undefined)
  const chosen = looked.map(({ record }) => defaultTemplate(templates, record, work.actor))
  return chosen.every((one) => one !== undefined) ? chosen : undefined
}

/** Prints records by their templates; undefined where they have none. */
export const printWithTemplate = async (
  work: Work,
  definition: AnyRecord,
  ids: readonly string[],
  asked: PrintAsked,
): Promise<PlacedPrinting | undefined> => {
  const templates = await templatesFor(work, definition, ids, asked)
  const [first] = templates ?? []
  if (templates === undefined || first === undefined) return undefined
  const printed = await printedRecords(
    work,
    definition,
    ids,
    asked.isPreview === true ? undefined : { template: first.name, form: asked.form },
  )
  const layouts = new Map(
    [...new Set(templates)].map((template) => [template, layoutOf(work, definition, template.layout)]),
  )
  const layout = layouts.get(first)
  if (layout === undefined) return undefined
  const placed = await Promise.all(
    printed.map((one, at) => placePrinted(work, definition, layouts.get(templates[at] ?? first) ?? layout, one, asked)),
  )
  const copies = Math.max(1, asked.copies ?? 1)
  const pages = placed.flatMap((own) => Array.from({ length: copies }, () => own).flat())
  return { pages: sheetsOf(layout, pages), layout, template: first }
}
