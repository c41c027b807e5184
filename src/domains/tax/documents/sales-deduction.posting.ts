import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { general } from '../../../ledgers/general/general.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { salesDeduction } from './sales-deduction.ts'

/** The tax of what is deducted makes the cost of the service less (财会〔2016〕22号 二（三）). */
export const postSalesDeduction = definePosting(salesDeduction, function* ({ header, lines, settings }) {
  const role = settingsOf(settings).taxpayer === 'smallScale' ? 'simpleVat' : 'vatOutputDeduction'
  for (const line of lines) {
    const amount = line.tax ?? zero
    const summary = line.summary ?? '差额征税扣除'
    const dimensions = { party: header.payee, department: line.department, project: line.project }
    yield general.debit({ line, role, amount, summary })
    yield line.account === null
      ? general.credit({ line, role: 'costOfSales', amount, dimensions, summary })
      : general.credit({ line, account: line.account, amount, dimensions, summary })
  }
})
