import { voucher } from '../../src/domains/accounting/index.ts'
import { affiliate, consolidationGroup } from '../../src/domains/group/index.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'
import { openTrade } from './trade.ts'

const year = 2026
export const day = (text: string) => `${year}-${text}`

/** What one types by hand: an amount from one account to another. */
export const hand = (books: Books, date: string, debit: string, credit: string, amount: string): Promise<unknown> => {
  const side = (account: string, which: 'debit' | 'credit'): JsonObject => ({
    summary: '投入',
    account,
    [which]: amount,
    ...(account === '1002' ? { cashAccount: 'BANK' } : {}),
  })
  return books.post(voucher, { date, lines: [side(debit, 'debit'), side(credit, 'credit')] })
}

export const line = (quantity: string, price: string) => ({ lines: [{ item: 'A', quantity, price }] })
export const goods = { warehouse: 'MAIN' }
const exclusive = { priceIncludesTax: false }

export interface Sisters {
  readonly factory: Books
  readonly trading: Books
  readonly codeF: string
  readonly codeT: string
}

let count = 0

/**
 * A factory (企业会计准则) holds 80 % of a trading company (小企业会计准则), each a party of the other. Whoever works at the factory may
 * in the trading company do what `mayThere` says.
 */
export const openSisters = async (mayThere: (right: string) => boolean = () => true): Promise<Sisters> => {
  count += 1
  const [codeF, codeT] = [`F${count}`, `T${count}`]
  const { books: trading } = await openTrade({ ...exclusive, costPool: 'warehouse' }, { code: codeT, name: '贸易' })
  const { books: factory } = await openTrade(
    { ...exclusive, standard: 'enterprise', taxPlace: 'city' },
    {
      code: codeF,
      name: '工厂',
      mayElsewhere: (company, right) => company !== trading.company || mayThere(right),
    },
  )
  await factory.entity(party, { code: 'TRADING', name: '贸易', isCustomer: true })
  await trading.entity(party, { code: 'FACTORY', name: '工厂', isSupplier: true })
  await factory.entity(affiliate, { code: 'T', name: '贸易', party: 'TRADING', company: codeT, warehouse: 'MAIN' })
  await trading.entity(affiliate, { code: 'F', name: '工厂', party: 'FACTORY', company: codeF, warehouse: 'MAIN' })
  await factory.entity(consolidationGroup, {
    code: 'G',
    name: '集团',
    parent: codeF,
    members: [{ company: codeT, sharePercent: '80' }],
  })
  return { factory, trading, codeF, codeT }
}
