import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { owedOf } from '../../../ledgers/document-currency.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { dueTaxRole } from './due-tax-role.ts'
import { salesAllowance } from './sales-allowance.ts'

/** Revenue, VAT and what the customer owes fall by what is allowed (rule 9); the goods and their cost stay. Negated by the kernel. */
export const postSalesAllowance = definePosting(
  salesAllowance,
  function* ({ header, lines, settings, lookup }) {
    const role = dueTaxRole(settingsOf(settings).taxpayer)
    for (const line of lines) {
      const gross = line.gross ?? zero
      if (gross.isZero()) continue
      const tax = line.tax ?? zero
      const against = { revenue: gross.minus(tax), [role]: tax }
      const owed = owedOf(header, lookup, line, gross)
      yield party.charge({ line, party: header.customer, ...owed, due: header.dueOn, against })
    }
  },
  { negated: true },
)
