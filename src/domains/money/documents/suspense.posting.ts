import { definePosting, within } from '../../../kernel/posting/proposal.ts'
import { cash } from '../../../ledgers/cash/cash.ts'
import { party } from '../../../ledgers/party/party.ts'
import { suspense } from './suspense.ts'

/** 暂收: money against 其他应付款; 暂付: 其他应收款 against money. Each line is an open item of the holder, to be set off when its party is known. */
export const postSuspense = definePosting(suspense, function* ({ header, lines }) {
  for (const line of lines) {
    const { amount } = line
    const summary = line.summary ?? undefined
    if (header.direction === 'in') {
      yield cash.receive({ line, account: line.cashAccount, amount })
      yield party.owe({ line, party: header.holder, kind: 'otherPayable', amount, against: within, summary })
    } else {
      yield cash.pay({ line, account: line.cashAccount, amount })
      yield party.charge({ line, party: header.holder, kind: 'otherReceivable', amount, against: within, summary })
    }
  }
})
