import type { Decimal } from '../../../base/decimal.ts'
import { toBase } from '../../../base/unit-ratio.ts'
import { money, quantity, ref } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { item, ratioOf, unit } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { trackedLine } from '../../../ledgers/tracked-lines.ts'

/** The goods that a document puts together or takes apart, and what that costs. */
export const assembledHead = {
  item: ref(item, { label: '商品', required: true, indexed: true }),
  quantity: quantity({ label: '数量', required: true }),
  unit: ref(unit, { label: '单位' }),
  baseQuantity: quantity({ label: '基本数量', english: 'Base quantity', computed: true, hidden: true }),
  ...trackedLine,
  fee: money({ label: '费用', english: 'Fee', sensitive: true, help: '组装、拆卸的加工费，计入成本' }),
  feeParty: ref(party, { label: '收费单位', english: 'Fee paid to', help: '空为本公司人工，记应付职工薪酬' }),
  employee: ref(employee, { label: '经手人', english: 'Handled by' }),
} as const

type Head = Draft<typeof assembledHead>

/** The whole quantity in the base unit; the unit is the item's own unless told. */
export const deriveAssembled = (header: Head, { lookup }: Pick<DeriveContext, 'lookup'>) => {
  const record = lookup(item, header.item)
  if (record === undefined) return {}
  const chosen = header.unit ?? record.unit
  const ratio = ratioOf(record, chosen)
  if (ratio === undefined) {
    throw new FieldRefusal('unit', `商品“${record.name}”没有这个单位`, `${record.name} is not counted in this unit`)
  }
  return { unit: chosen, baseQuantity: baseOf(header.quantity, ratio) }
}

const baseOf = (of: Decimal | null | undefined, ratio: Parameters<typeof toBase>[1]) => (of ? toBase(of, ratio) : null)
