import { zero } from '../../../base/decimal.ts'
import { definePosting } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { account as accountEntity } from '../../../ledgers/dimensions/account.ts'
import { standardCode } from '../../../ledgers/general/account-codes.ts'
import { general } from '../../../ledgers/general/general.ts'
import { party } from '../../../ledgers/party/party.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { partyKindOfAccount } from '../rules/party-kind-of-account.ts'
import { openingBalance } from './opening-balance.ts'

/** Each line against the opening, in the ledger that keeps its account; the opening has no voucher number. */
export const postOpeningBalance = definePosting(openingBalance, function* ({ lines, lookup, settings }) {
  const against = 'openingBalance'
  for (const line of lines) {
    const amount = (line.debit ?? zero).minus(line.credit ?? zero)
    const { account } = line
    const record = lookup(accountEntity, account)
    if (record?.control === 'party' && line.party !== null) {
      const kind = partyKindOfAccount(standardCode(record.code, settingsOf(settings).accountCodes), record.category)
      yield party.charge({ line, party: line.party, kind, amount, account, due: line.dueOn, against })
    } else if (record?.control === 'cash' && line.cashAccount !== null) {
      yield cash.receive({ line, account: line.cashAccount, amount, glAccount: account, against })
    } else {
      const { department, employee, project, item } = line
      const dimensions = { party: line.party, department, employee, project, item, cashAccount: line.cashAccount }
      yield general.debit({ line, account, amount, dimensions, against })
    }
  }
})
