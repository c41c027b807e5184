import { decimal, round } from '../../../base/decimal.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { item, ratioOf } from '../../../ledgers/dimensions/item.ts'
import { unevenInstalments } from '../../../ledgers/payment-plan.ts'
import { perBaseWithTax } from '../rules/line-price.ts'
import { purchaseOrder } from './purchase-order.ts'

/** Nothing that is 停用 is ordered, and nothing dearer than the item's 最高进价. */
export const checkPurchaseOrder = defineCheck(purchaseOrder, async (input) => [
  ...unevenInstalments(input.instalments, input.header.totalGross),
  ...disabledReferences(purchaseOrder, input),
  ...input.lines.flatMap((line, index) => {
    const record = input.lookup(item, line.item)
    const most = record?.maximumPurchasePrice ?? null
    const ratio = record === undefined ? undefined : ratioOf(record, line.unit)
    if (record === undefined || most === null || ratio === undefined || line.price === null) return []
    const pricing = { ratio, taxRate: line.taxRate ?? decimal(0), includesTax: input.header.priceIncludesTax !== false }
    const asked = round(perBaseWithTax(line.price, line.discount, pricing), 6)
    if (asked.lte(most)) return []
    return [
      fieldProblem(
        `lines.${index}.price`,
        `“${record.name}”含税进价 ${asked.toString()} 超过最高进价 ${most.toString()}（基本单位）；请议价，或先调整商品的最高进价`,
        `${asked.toString()} with tax is above the highest purchase price ${most.toString()} of ${record.name}`,
      ),
    ]
  }),
])
