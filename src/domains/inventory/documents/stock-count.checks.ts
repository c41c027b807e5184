import { zero } from '../../../base/decimal.ts'
import { money, percent, integer } from '../../../kernel/definition/field.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { actOn } from '../../../kernel/documents/actions.ts'
import { convertDocument } from '../../../kernel/documents/convert.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { defineCheck, defineConsequence } from '../../../kernel/documents/installed.ts'
import { defineApprovalFacts } from '../../../kernel/approvals/approval-facts.ts'
import { countAdjustment } from './count-adjustment.ts'
import { servicesIn } from './inventory.checks.ts'
import { stockCount } from './stock-count.ts'

/** A sheet that was made from the books is compared with them before it is posted, and what is to be recounted was. */
export const checkStockCount = defineCheck(stockCount, async (input) => {
  const { stage } = input.header
  const unready =
    stage === 'counting'
      ? [
          fieldProblem(
            'stage',
            '尚未比对：请在盘点页点“比对”后再审核',
            'is not compared yet: compare it on the counting page',
          ),
        ]
      : []
  const waiting =
    stage === 'recounting'
      ? input.lines.flatMap((line, index) =>
          line.needsRecount
            ? [
                fieldProblem(
                  `lines.${index}.countedQuantity`,
                  '待复盘：请由另一人复盘，或在盘点页“接受差异”',
                  'has to be counted again by someone else, or accepted on the counting page',
                ),
              ]
            : [],
        )
      : []
  return [...servicesIn(input), ...unready, ...waiting]
})

/** What a rule may ask of a count before it is approved. */
export const stockCountFacts = defineApprovalFacts(
  stockCount,
  {
    gain: money({ label: '盘盈金额', english: 'Gains' }),
    loss: money({ label: '盘亏金额', english: 'Losses' }),
    wrongLines: integer({ label: '有差异的行数', english: 'Lines that differ' }),
    wrongPercent: percent({ label: '差异行占比%', english: 'Lines that differ %' }),
  },
  async ({ header, lines }) => {
    const wrong = lines.filter((line) => line.difference?.isZero() === false).length
    return {
      gain: header.gain ?? zero,
      loss: header.loss ?? zero,
      wrongLines: wrong,
      wrongPercent: lines.length === 0 ? zero : zero.plus(wrong).times(100).div(lines.length),
    }
  },
)

/** 审核即调整: what was counted otherwise becomes gains and losses, posted with the sheet. */
export const adjustOnPost = defineConsequence(stockCount, async ({ header, lines }, work) => {
  if (header.adjustOnPost !== true || !lines.some((line) => line.adjustedQuantity?.isZero() === false)) return
  const { draft } = await convertDocument(work, stockCount, header.id, countAdjustment.name)
  const plain = JSON.parse(JSON.stringify(draft))
  const made = await createDocument(work, countAdjustment, { ...plain, date: header.date })
  await actOn(work, countAdjustment, made, 'post', {})
})
