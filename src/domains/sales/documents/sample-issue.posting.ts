import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { stock } from '../../../ledgers/stock/stock.ts'
import { trackedOf } from '../../../ledgers/tracked-lines.ts'
import { dueTaxRole } from './due-tax-role.ts'
import { sampleIssue } from './sample-issue.ts'

/**
 * Goods out at cost, which is an expense of selling. What is given away is taxed as if it were sold at the market price
 * (视同销售), and that VAT is expense too.
 */
export const postSampleIssue = definePosting(sampleIssue, function* ({ header, lines, settings }) {
  const role = dueTaxRole(settingsOf(settings).taxpayer)
  for (const line of lines) {
    yield stock.issue({
      line,
      item: line.item,
      quantity: line.baseQuantity ?? line.quantity,
      from: header.warehouse,
      ...trackedOf(line),
      against: 'salesExpense',
    })
    if (line.tax !== null && !line.tax.isZero()) {
      yield general.credit({ line, role, amount: line.tax, against: 'salesExpense' })
    }
  }
})
