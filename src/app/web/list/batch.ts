import { api, type ListQuery } from '../../../ui/api/client.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import type { BatchOutcome } from '../../../ui/list/list-foot.tsx'
import { isSelected, type Selection } from '../../../ui/list/selection.ts'

/** So many documents are acted on at once; the server orders those that touch the same goods. */
const lanes = 3
const pageRows = 500

function textOf(value: JsonRow[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function nameOfRow(row: JsonRow): string {
  return textOf(row['number']) || textOf(row['code'])
}

/** The selected rows: those loaded, or the whole result less what was taken out. */
export async function selectedRows(
  address: string,
  query: ListQuery,
  loaded: readonly JsonRow[],
  selection: Selection,
): Promise<readonly JsonRow[]> {
  if (!selection.all) return loaded.filter((row) => selection.ids.has(textOf(row['id'])))
  const rows: JsonRow[] = []
  let cursor: string | undefined
  do {
    const page = await api.list<JsonRow>(address, { ...query, totals: undefined, limit: pageRows, cursor })
    rows.push(...page.rows)
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return rows.filter((row) => isSelected(selection, textOf(row['id'])))
}

/** Does something with each row, a few at a time, and tells what became of each, in the order of the rows. */
export async function runBatch(
  rows: readonly JsonRow[],
  act: (row: JsonRow) => Promise<unknown>,
  onProgress: (done: number) => void,
): Promise<readonly BatchOutcome[]> {
  const outcomes: BatchOutcome[] = Array.from({ length: rows.length })
  let next = 0
  let done = 0
  const lane = async (): Promise<void> => {
    for (let at = next++; at < rows.length; at = next++) {
      const row = rows[at]
      if (row === undefined) continue
      const id = textOf(row['id'])
      outcomes[at] = await act(row).then(
        () => ({ id, name: nameOfRow(row), ok: true }),
        (error: unknown) => ({
          id,
          name: nameOfRow(row),
          ok: false,
          message: error instanceof Error ? error.message : String(error),
        }),
      )
      done += 1
      onProgress(done)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return outcomes
}
