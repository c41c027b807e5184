import { definePosting } from '../../../kernel/posting/proposal.ts'
import { plan } from '../../../ledgers/plan/plan.ts'
import { workOrder } from './work-order.ts'

/** The product is promised to stock and the components are promised to it; completions and issues fulfil that. */
export const postWorkOrder = definePosting(workOrder, function* ({ header, lines, components }) {
  for (const line of lines) {
    const { item, quantity, baseQuantity } = line
    yield plan.supply({
      line,
      item,
      warehouse: header.finishedWarehouse,
      quantity: baseQuantity ?? quantity,
      on: header.promisedOn,
    })
  }
  for (const line of components) {
    const { item, quantity, baseQuantity } = line
    yield plan.demand({
      line,
      item,
      warehouse: header.warehouse,
      quantity: baseQuantity ?? quantity,
      on: header.startsOn,
    })
  }
})
