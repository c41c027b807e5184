import { defineFlow, goodsMeasure } from '../../../kernel/definition/flow.ts'
import { carryTracked } from '../../../ledgers/tracked-lines.ts'
import { purchaseReceipt } from '../../purchasing/index.ts'
import { custodyIssue } from '../documents/custody-issue.ts'
import { custodyReceipt } from '../documents/custody-receipt.ts'

/** What others left with us leaves again. */
export const custodyToIssue = defineFlow({
  name: 'custodyToIssue',
  label: '下推代管出库',
  english: 'Give out',
  from: custodyReceipt,
  to: custodyIssue,
  measure: goodsMeasure,
  header: (came) => ({ owner: came.owner, warehouse: came.warehouse }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, ...carryTracked(line, open) }),
})

/** What we keep of it, or sold for its owner, we buy. */
export const custodyToReceipt = defineFlow({
  name: 'custodyIssueToReceipt',
  label: '下推采购入库',
  english: 'Buy it',
  from: custodyIssue,
  to: purchaseReceipt,
  measure: goodsMeasure,
  exceptional: true,
  header: (issued) => ({ supplier: issued.owner, warehouse: issued.warehouse }),
  line: (line, open) => ({ item: line.item, unit: line.unit, quantity: open.quantity, ...carryTracked(line, open) }),
})
