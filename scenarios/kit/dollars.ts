import { currency } from '../../src/ledgers/dimensions/currency.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { cashAccount } from '../../src/ledgers/dimensions/place.ts'
import { openTrade } from './trade.ts'

/** Middle rates of the stories: 7.10 on 5 January, 7.15 at the end of January, 7.05 in February. */
const rates = [
  { date: '2026-01-01', rate: '7.08' },
  { date: '2026-01-05', rate: '7.10' },
  { date: '2026-01-20', rate: '7.12' },
  { date: '2026-01-31', rate: '7.15' },
  { date: '2026-02-10', rate: '7.05' },
  { date: '2026-02-28', rate: '7.05' },
]

/** A company that trades in dollars too: with an account in them, a customer and a supplier. */
export const openForeign = async (settings = {}) => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(currency, { code: 'USD', name: '美元', rates })
  await books.entity(cashAccount, { code: 'USD', name: '美元户', kind: 'bank', currency: 'USD', mayBeNegative: true })
  await books.entity(party, { code: 'US', name: 'Acme Inc.', isCustomer: true, currency: 'USD', paymentDays: 30 })
  await books.entity(party, { code: 'HK', name: '港华实业', isSupplier: true, currency: 'USD', paymentDays: 30 })
  return trade
}
