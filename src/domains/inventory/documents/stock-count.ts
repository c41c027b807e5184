import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { cents } from '../../../base/money.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import {
  boolean,
  choice,
  moment,
  money,
  percent,
  price,
  quantity,
  ref,
  text,
} from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { bin } from '../../../ledgers/dimensions/bin.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'
import { goodsLine } from '../../../ledgers/priced-lines.ts'
import { countPlan } from '../entities/count-plan.ts'

const sumOf = (amounts: readonly (Decimal | null | undefined)[], isWanted: (amount: Decimal) => boolean) =>
  amounts.reduce<Decimal>((sum, amount) => (amount && isWanted(amount) ? sum.plus(amount) : sum), zero)

/**
 * 盘点单: what the books say is there and what was counted, in the base unit. It posts nothing. A sheet that was made from
 * the books has a moment at which they were read; what moved between it and the scan of a line is told apart (动盘).
 */
export const stockCount = defineDocument({
  name: 'stockCount',
  label: '盘点单',
  numbering: 'PDD-{yyyyMM}-{seq:4}',
  header: {
    warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
    employee: ref(employee, { label: '盘点人', english: 'Counted by' }),
    method: choice({
      label: '盘点方式',
      english: 'Way of counting',
      options: { full: '全盘', sample: '抽盘', cycle: '循环盘' },
      initial: 'full',
    }),
    isBlind: boolean({ label: '盲盘', english: 'Blind', initial: false, help: '比对之前不显示账面数量' }),
    stage: choice({
      label: '盘点进度',
      english: 'Stage',
      options: { counting: '盘点中', recounting: '复盘中', compared: '已比对' },
      computed: true,
      proposed: true,
    }),
    scope: text({ label: '盘点范围', computed: true, proposed: true }),
    frozenAt: moment({ label: '账面时刻', english: 'Books as of', computed: true, proposed: true }),
    plan: ref(countPlan, { label: '盘点计划', computed: true }),
    toleranceAmount: money({ label: '金额允差', english: 'Tolerance, value', help: '盈亏金额超过时须复盘' }),
    tolerancePercent: percent({
      label: '数量允差%',
      english: 'Tolerance %',
      help: '盈亏数量占应有数量超过时须复盘',
    }),
    adjustOnPost: boolean({
      label: '审核即调整',
      english: 'Adjust on posting',
      initial: false,
      help: '审核时一并生成并审核盘盈盘亏单和凭证',
    }),
    gain: money({ label: '盘盈金额', english: 'Gains', computed: true, sensitive: true }),
    loss: money({ label: '盘亏金额', english: 'Losses', computed: true, sensitive: true }),
  },
  tables: {
    lines: lineTable({
      label: '商品明细',
      atLeast: 1,
      fields: {
        item: goodsLine.item,
        spec: goodsLine.spec,
        lot: text({ label: '批号', maxLength: 60 }),
        bin: ref(bin, { label: '货位' }),
        counter: ref(employee, { label: '负责人', english: 'Assigned to' }),
        bookQuantity: quantity({ label: '账面数量', required: true }),
        movedQuantity: quantity({
          label: '期间出入',
          english: 'Moved meanwhile',
          computed: true,
          proposed: true,
          help: '账面时刻之后、盘到此行之前的出入库',
        }),
        countedQuantity: quantity({ label: '实盘数量', required: true }),
        difference: quantity({ label: '盈亏数量', computed: true }),
        adjustedQuantity: quantity({ label: '调整数量', computed: true, hidden: true }),
        unitCost: price({ label: '单位成本', sensitive: true, help: '盘盈入库的成本，默认为当前平均成本' }),
        variance: money({ label: '盈亏金额', english: 'Variance', computed: true, sensitive: true }),
        needsRecount: boolean({ label: '待复盘', english: 'To recount', computed: true, proposed: true }),
        firstQuantity: quantity({ label: '初盘数量', english: 'First count', computed: true, proposed: true }),
        firstBy: text({ label: '初盘人', english: 'First counted by', computed: true, proposed: true }),
        countedAt: moment({ label: '盘点时刻', computed: true, proposed: true }),
        countedBy: text({ label: '盘点', english: 'Counted', computed: true, proposed: true }),
        remark: text({ label: '备注' }),
      },
      derive: (line) => {
        if (!line.bookQuantity || !line.countedQuantity) {
          return { difference: null, adjustedQuantity: null, variance: null }
        }
        const difference = line.countedQuantity.minus(line.bookQuantity).minus(line.movedQuantity ?? zero)
        const variance = line.unitCost ? cents(difference.times(line.unitCost)) : null
        return { difference, adjustedQuantity: difference.abs(), variance }
      },
    }),
  },
  derive: (_header, { tables }) => {
    const variances = tables.lines.map((line) => line.variance)
    const gain = sumOf(variances, (amount) => amount.gt(zero))
    return { gain, loss: sumOf(variances, (amount) => amount.lt(zero)).neg() }
  },
  list: ['warehouse', 'employee', 'method', 'stage', 'scope'],
  totals: ['bookQuantity', 'countedQuantity', 'difference'],
})
