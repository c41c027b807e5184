import type { Json } from '../../src/base/json.ts'
import { bankDesk, importStatement } from '../../src/domains/banking/index.ts'
import { makeCall } from './call.ts'
import { run } from './finance.ts'
import { openTrade } from './trade.ts'
import { upload } from './upload.ts'

/** A line that waits at the desk. */
export interface DeskLine {
  readonly key: string
  readonly amount: string
  readonly counterparty: string
  readonly memo: string
  readonly confidence: string
  readonly partyName: string
  readonly candidates: readonly { readonly reason: string; readonly deed: { readonly [key: string]: Json } }[]
}

interface Desk {
  readonly lines: readonly DeskLine[]
  readonly movements: readonly { readonly key: string; readonly amount: string; readonly number: string }[]
  readonly balances: { readonly bank: string; readonly book: string; readonly openingGap: string }
}

/** A trading company with a bank account whose statements are brought in: rows of day, amount, other side, its number, memo, reference. */
export const openBank = async () => {
  const trade = await openTrade()
  const { books } = trade
  const bring = async (...rows: readonly string[]): Promise<Json> => {
    const text = ['交易日期,金额,余额,对方户名,对方账号,摘要,流水号', ...rows].join('\n')
    const file = await upload(books, 'bank.csv', Buffer.from(text))
    return makeCall(books, importStatement, { file, cashAccount: 'BANK' })
  }
  return {
    ...trade,
    bring,
    reconcile: () => run(books, 'matchBank', {}),
    desk: async () => JSON.parse(JSON.stringify(await makeCall(books, bankDesk, { cashAccount: 'BANK' }))) as Desk,
  }
}
