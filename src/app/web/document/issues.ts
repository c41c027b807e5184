import { decimal } from '../../../base/decimal.ts'
import type { AnyDocument } from '../../../kernel/definition/record.ts'
import { labelOf } from '../../../ui/derive/label.ts'
import { isReference, type Issue } from '../../../ui/field/field.ts'
import { t } from '../../../ui/language.ts'
import type { LineIssues } from '../../../ui/lines/line.ts'
import type { Placed } from './document-body.ts'
import type { Derived, Draft } from './draft-state.ts'
import type { StockRow } from './rail-data.ts'
import { quantityText } from './sources.ts'
import type { Traits } from './traits.ts'

export type SheetIssues = {
  readonly fields: Readonly<Record<string, Issue>>
  readonly cells: Readonly<Record<string, LineIssues>>
  readonly rest: readonly string[]
}

/** Lines that together take more of an item than there is: the line that goes over is warned, and by how much. */
function stockWarnings(derived: Derived, stock: ReadonlyMap<string, StockRow>): LineIssues {
  const warnings = new Map<string, ReadonlyMap<string, Issue>>()
  const taken = new Map<string, string>()
  for (const [index, line] of (derived.tables['lines'] ?? []).entries()) {
    const { item, unit, baseQuantity } = line.values
    if (!isReference(item) || typeof baseQuantity !== 'string') continue
    const there = stock.get(item.id)
    if (there === undefined) continue
    const total = decimal(taken.get(item.id) ?? '0').plus(decimal(baseQuantity))
    taken.set(item.id, total.toString())
    const over = total.minus(decimal(there.quantity))
    if (!over.gt(0)) continue
    const message = t('document.overStock', {
      row: index + 1,
      over: ` ${quantityText(over.toString())} `,
      unit: isReference(unit) ? unit.name : '',
    })
    warnings.set(line.key, new Map([['quantity', { level: 'warning', message }]]))
  }
  return warnings
}

function merged(parts: readonly (LineIssues | undefined)[]): LineIssues {
  const all = new Map<string, ReadonlyMap<string, Issue>>()
  for (const part of parts)
    for (const [key, fields] of part ?? []) all.set(key, new Map([...(all.get(key) ?? []), ...fields]))
  return all
}

/** Everything that is wrong or doubtful: what the server said wins over what the rules say here, and that over warnings. */
export function mergeIssues(
  live: Placed,
  answered: Placed,
  definition: AnyDocument,
  derived: Derived,
  traits: Traits,
  stock: ReadonlyMap<string, StockRow> | null,
): SheetIssues {
  const warnings = stock !== null && traits.takesStock ? stockWarnings(derived, stock) : undefined
  return {
    fields: { ...live.fields, ...answered.fields },
    cells: Object.fromEntries(
      Object.keys(definition.tables).map((name) => [
        name,
        merged([name === 'lines' ? warnings : undefined, live.cells[name], answered.cells[name]]),
      ]),
    ),
    rest: [...live.rest, ...answered.rest],
  }
}

export type FirstIssue = { readonly issue: Issue; readonly table?: string }

/** What the status line says: errors before warnings, naming the row where a message does not. */
export function firstIssue(
  issues: SheetIssues,
  draft: Draft,
  definition: AnyDocument,
  table: string,
): FirstIssue | null {
  const found: FirstIssue[] = []
  for (const message of issues.rest) found.push({ issue: { level: 'error', message } })
  for (const [name, issue] of Object.entries(issues.fields)) {
    const field = definition.header[name]
    const named = field === undefined || issue.message.includes(field.label)
    found.push({ issue: named ? issue : { ...issue, message: `${labelOf(field, name)}：${issue.message}` } })
  }
  for (const [name, byLine] of Object.entries(issues.cells)) {
    if (byLine.size === 0) continue
    const rows = new Map((draft.tables[name] ?? []).map((line, index) => [line.key, index + 1]))
    for (const [key, fields] of byLine)
      for (const [fieldName, issue] of fields) {
        const row = rows.get(key)
        if (row === undefined) continue
        const field = definition.tables[name]?.fields[fieldName]
        const label = field === undefined || issue.message.includes(field.label) ? '' : `${labelOf(field, fieldName)}：`
        const text = `${label}${issue.message}`
        const said = issue.message.startsWith(t('document.row', { row, text: '' }).trim())
        const word = name === table ? 'document.row' : 'document.tableRow'
        const tableLabel = definition.tables[name]?.label ?? ''
        found.push({
          issue: said ? issue : { ...issue, message: t(word, { row, text, table: tableLabel }) },
          table: name,
        })
      }
  }
  return found.find((one) => one.issue.level === 'error') ?? found[0] ?? null
}
