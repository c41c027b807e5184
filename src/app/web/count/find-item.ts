import { api } from '../../../ui/api/client.ts'
import type { JsonRow } from '../../../ui/derive/values.ts'
import { rowText } from '../catalogue/row-text.ts'

/** The item of a code that the sheet does not know; null where nothing bears exactly this code. */
export async function findItem(code: string): Promise<{ readonly id: string; readonly name: string } | null> {
  const found = await api.list<JsonRow>('item', { q: code, limit: 5 }).catch(() => null)
  const row = found?.rows.find((one) => [rowText(one, 'code'), rowText(one, 'barcode')].includes(code))
  return row === undefined ? null : { id: rowText(row, 'id'), name: rowText(row, 'name') }
}
