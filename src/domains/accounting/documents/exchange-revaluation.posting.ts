import { definePosting } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { exchangeRevaluation } from './exchange-revaluation.ts'

/** What is worth more earns, what is worth less costs (rule 20); what is owed in the currency stays as it is. */
export const postExchangeRevaluation = definePosting(exchangeRevaluation, function* ({ lines }) {
  for (const line of lines) {
    const { account, currency, rate, difference } = line
    const against = difference.isNegative() ? 'exchangeLoss' : 'exchangeGain'
    if (line.cashAccount !== null) {
      yield cash.revalue({ line, account: line.cashAccount, rate, difference, glAccount: account, against })
    } else if (line.party !== null && line.openItem !== null && line.kind !== null) {
      const { openItem, kind } = line
      yield party.revalue({ line, party: line.party, kind, openItem, currency, rate, account, difference, against })
    } else {
      yield general.debit({ line, account, amount: difference, against })
    }
  }
})
