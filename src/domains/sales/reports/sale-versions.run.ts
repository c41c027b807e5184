import { textOf } from '../../../base/text.ts'
import type { ReportRow } from '../../../kernel/definition/report.ts'
import { findDocument, idIn } from '../../../kernel/documents/documents.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { quotation } from '../documents/quotation.ts'
import { salesContract } from '../documents/sales-contract.ts'
import { compareLines } from '../rules/compare-versions.ts'
import type { VersionLine } from '../rules/compare-versions.ts'
import { saleVersions } from './sale-versions.ts'

interface Kept {
  readonly header?: Readonly<Record<string, unknown>>
  readonly tables?: { readonly lines?: readonly Readonly<Record<string, unknown>>[] }
}

interface TrailRow {
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly after: Kept | null
}

interface Version {
  readonly at: Date
  readonly by: string
  readonly content: Kept
}

/** Each posting and each amendment is a version: what the document held then, from its trail. */
const versionsOf = (rows: readonly TrailRow[]): Version[] => {
  const versions: Version[] = []
  let content: Kept | undefined
  for (const { at, actor, action, after } of rows) {
    if (after?.tables !== undefined) content = after
    if ((action === 'post' || action === 'amend') && content !== undefined) versions.push({ at, by: actor, content })
  }
  return versions
}

const linesOf = (version: Version | undefined): readonly VersionLine[] =>
  (version?.content.tables?.lines ?? []).map((line) => ({
    id: textOf(line['id']),
    item: textOf(line['item']),
    quantity: textOf(line['quantity']),
    price: textOf(line['price']),
    discount: textOf(line['discount']),
    gross: textOf(line['gross']),
  }))

const namesOf = async (work: Work, versions: readonly Version[]): Promise<ReadonlyMap<string, string>> => {
  const ids = versions.flatMap((version) => linesOf(version).map((line) => line.item))
  const rows = await work.tx.rows<{ id: string; name: string }>(
    `select id, code || ' ' || name as name from item where company_id = $1 and id = any($2::uuid[])`,
    [work.company, ids],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const runSaleVersions = defineReportRun(saleVersions, async (parameters, work) => {
  const definition = parameters.type === 'salesContract' ? salesContract : quotation
  if (!work.actor.may(`${definition.name}.read`)) return { rows: [] }
  const found = await findDocument(work, definition, parameters.number ?? '')
  const trail = await work.tx.rows<TrailRow>(
    `select at, actor, action, after from audit where company_id = $1 and record_id = $2 order by at, id`,
    [work.company, idIn(found)],
  )
  const versions = versionsOf(trail)
  const names = await namesOf(work, versions)
  const rows = versions.flatMap((version, index): ReportRow[] => {
    const head: ReportRow = {
      version: `V${index + 1}`,
      at: version.at.toISOString().slice(0, 16).replace('T', ' '),
      by: version.by,
      item: '合计',
      quantity: null,
      price: null,
      gross: textOf(version.content.header?.['totalGross']),
      change: index === 0 ? '首版' : '',
    }
    const compared = compareLines(linesOf(versions[index - 1]), linesOf(version), index > 0)
    return [
      head,
      ...compared.map(({ line, change }) => ({
        version: `V${index + 1}`,
        at: null,
        by: null,
        item: names.get(line.item) ?? '',
        quantity: line.quantity,
        price: line.price,
        gross: line.gross,
        change,
      })),
    ]
  })
  return { rows, notes: [`${definition.label} ${textOf(found.header['number'])}，共 ${versions.length} 版`] }
})
