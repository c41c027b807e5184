import { decimal, isDecimalString } from '../../../base/decimal.ts'
import { isUuid } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'

/** An entry as a device sends it. */
export interface SentEntry {
  /** Made by the device, so that what is sent twice is one entry. */
  readonly id: string
  readonly item: string
  readonly lot: string | null
  readonly bin: string | null
  readonly kind: 'add' | 'set'
  readonly quantity: string
  /** How long ago it was scanned, in milliseconds: the device's clock may be wrong, the time that passed on it is not. */
  readonly ago: number
  /** What the device recorded before it: however slowly either travelled, this one came later. */
  readonly after: string | null
  /** Taken back on the device, which does not know whether it had arrived. */
  readonly undone: boolean
}

const most = 500
const longestAgo = 7 * 86_400_000

const readQuantity = (value: Json | undefined) => {
  const written = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (!isDecimalString(written)) return undefined
  const quantity = decimal(written)
  return quantity.decimalPlaces() <= 6 && quantity.abs().lt('1e12') ? quantity : undefined
}

const readOne = (value: JsonObject, path: string, problems: FieldProblem[]): SentEntry | undefined => {
  const { id, item, lot, bin, kind, after = null } = value
  const quantity = readQuantity(value['quantity'])
  const ago = value['ago'] ?? 0
  const wrong: FieldProblem[] = []
  if (typeof id !== 'string' || !isUuid(id)) wrong.push(fieldProblem(`${path}.id`, '应为 UUID', 'must be a UUID'))
  if (typeof item !== 'string' || !isUuid(item)) wrong.push(fieldProblem(`${path}.item`, '请给出商品', 'needs an item'))
  if (after !== null && (typeof after !== 'string' || !isUuid(after)))
    wrong.push(fieldProblem(`${path}.after`, '应为 UUID', 'must be a UUID'))
  if (typeof bin === 'string' && bin !== '' && !isUuid(bin))
    wrong.push(fieldProblem(`${path}.bin`, '货位有误', 'is not a bin'))
  if (kind !== undefined && kind !== 'add' && kind !== 'set')
    wrong.push(fieldProblem(`${path}.kind`, '应为 add 或 set', 'must be add or set'))
  if (quantity === undefined || (kind === 'set' && quantity.isNegative()))
    wrong.push(fieldProblem(`${path}.quantity`, '数量有误', 'is not a quantity'))
  if (typeof ago !== 'number' || !(ago >= 0 && ago <= longestAgo))
    wrong.push(fieldProblem(`${path}.ago`, '应为 7 天内的毫秒数', 'must be milliseconds within 7 days'))
  problems.push(...wrong)
  if (wrong.length > 0 || quantity === undefined || typeof id !== 'string' || typeof item !== 'string') return undefined
  return {
    id,
    item,
    bin: typeof bin === 'string' && bin !== '' ? bin : null,
    lot: typeof lot === 'string' && lot !== '' ? lot.slice(0, 60) : null,
    kind: kind === 'set' ? 'set' : 'add',
    quantity: quantity.toString(),
    ago: Number(ago),
    after: typeof after === 'string' ? after : null,
    undone: value['undone'] === true,
  }
}

/** The entries of a message, or a Problem that names what is wrong with them; nothing of it is recorded then. */
export const readEntries = (value: Json | null | undefined): SentEntry[] => {
  if (!Array.isArray(value) || value.length > most || !value.every(isJsonObject)) {
    throw invalid('实盘记录有误', 'The entries are not valid', [
      fieldProblem('entries', `应为最多 ${most} 条记录的列表`, `must be a list of ${most} entries at most`),
    ])
  }
  const problems: FieldProblem[] = []
  const entries = value
    .filter(isJsonObject)
    .map((one, index) => readOne(one, `entries.${index}`, problems))
    .filter((one) => one !== undefined)
  if (problems.length > 0) throw invalid('实盘记录有误', 'The entries are not valid', problems)
  return entries
}
