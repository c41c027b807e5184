import { decimal, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, integer, money, quantity, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { assetCard, assetCategory } from '../../../ledgers/dimensions/asset.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** What was found of a card. */
export const countResults = {
  open: '未盘',
  found: '相符',
  moved: '位置不符',
  short: '数量不符',
  missing: '盘亏',
} as const

const sameText = (one: string | null | undefined, other: string | null | undefined) =>
  (one ?? '').trim() === (other ?? '').trim()

interface Looked {
  readonly location?: string | null
  readonly foundLocation?: string | null
  readonly bookQuantity?: Decimal | null
  readonly countedQuantity?: Decimal | null
}

const resultOf = (line: Looked): keyof typeof countResults => {
  const counted = line.countedQuantity ?? null
  if (counted === null) return 'open'
  if (counted.isZero()) return 'missing'
  if (!counted.eq(line.bookQuantity ?? zero)) return 'short'
  const isMoved = (line.foundLocation ?? '') !== '' && !sameText(line.foundLocation, line.location)
  return isMoved ? 'moved' : 'found'
}

/**
 * 资产盘点单: the cards that should be there and what was found of them; and what was found that is on no card. It posts
 * nothing: what is missing is disposed of from it, what is new becomes a card and a draft of its acquisition.
 */
export const assetCount = defineDocument({
  name: 'assetCount',
  label: '资产盘点单',
  numbering: 'ZCPD-{yyyyMM}-{seq:3}',
  header: {
    scope: text({ label: '盘点范围' }),
    employee: ref(employee, { label: '盘点人', english: 'Counted by' }),
    cards: integer({ label: '应盘卡片', english: 'Cards', computed: true }),
    counted: integer({ label: '已盘', english: 'Counted', computed: true }),
    missing: integer({ label: '盘亏张数', english: 'Missing', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '资产明细',
      atLeast: 1,
      fields: {
        asset: ref(assetCard, { label: '资产', required: true }),
        location: text({ label: '账面地点', english: 'Place by the books' }),
        bookQuantity: quantity({ label: '账面数量', required: true }),
        countedQuantity: quantity({ label: '实盘数量', help: '空为未盘；零为盘亏' }),
        foundLocation: text({ label: '实际地点', english: 'Found at', help: '空则与账面相同；审核后写回卡片' }),
        result: choice({ label: '盘点结果', english: 'Result', options: countResults, computed: true }),
        quantity: quantity({ label: '盘亏数量', computed: true, hidden: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => {
        const result = resultOf(line)
        return { result, quantity: result === 'missing' ? (line.bookQuantity ?? zero) : zero }
      },
    }),
    surplus: lineTable({
      label: '盘盈资产',
      fields: {
        name: text({ label: '资产名称', english: 'Name', required: true }),
        category: ref(assetCategory, { label: '资产类别', required: true }),
        quantity: quantity({ label: '数量', required: true, help: '空则为 1' }),
        value: money({ label: '重置价值', english: 'Value', required: true, help: '同类或类似资产的市价减损耗' }),
        location: text({ label: '发现地点', english: 'Found at' }),
      },
      derive: (line) => ({ quantity: line.quantity ?? decimal(1) }),
    }),
  },
  derive: (_header, { tables }) => ({
    cards: tables.lines.length,
    counted: tables.lines.filter((line) => (line.countedQuantity ?? null) !== null).length,
    missing: tables.lines.filter((line) => line.result === 'missing').length,
  }),
  list: ['scope', 'employee', 'cards', 'counted', 'missing'],
  totals: ['bookQuantity', 'countedQuantity'],
})
