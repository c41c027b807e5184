import { domains } from '../../src/app/domains.ts'
import { accountingServer } from '../../src/domains/accounting/server.ts'
import { assetsServer } from '../../src/domains/assets/server.ts'
import { bankingServer } from '../../src/domains/banking/server.ts'
import { billsServer } from '../../src/domains/bills/server.ts'
import { claimsServer } from '../../src/domains/claims/server.ts'
import { customersServer } from '../../src/domains/customers/server.ts'
import { exchangeServer } from '../../src/domains/exchange/server.ts'
import { groupServer } from '../../src/domains/group/server.ts'
import { inventoryServer } from '../../src/domains/inventory/server.ts'
import { invoicingServer } from '../../src/domains/invoicing/server.ts'
import { moneyServer } from '../../src/domains/money/server.ts'
import { planningServer } from '../../src/domains/planning/server.ts'
import { productionServer } from '../../src/domains/production/server.ts'
import { purchasingServer } from '../../src/domains/purchasing/server.ts'
import { salesServer } from '../../src/domains/sales/server.ts'
import { taxServer } from '../../src/domains/tax/server.ts'
import { expect } from 'vitest'
import { expectSoundBooks, followUp } from './finance.ts'
import { migrateAccess } from '../../src/kernel/access/accounts.ts'
import { testDatabase, type TestDatabase } from '../../src/kernel/database/testing.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import type { LoadedRecord } from '../../src/kernel/documents/load.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { openBooks } from '../../src/ledgers/testing/books.ts'
import type { Books, BooksOptions } from '../../src/ledgers/testing/books.ts'

/** A small trading company for a story: one item at 13 %, a supplier and a customer, and questions to its books. */
export interface Trade {
  readonly books: Books
  /** Balances by account code, debit positive, zeros left out. */
  readonly ledger: () => Promise<Record<string, string>>
  /** What is open, as `receivable 1356.00`, in order of kind. */
  readonly openItems: () => Promise<string[]>
  /** The open items that a document opened. */
  readonly itemsOf: (document: LoadedRecord) => Promise<string[]>
}

const databases = new Map<string, Promise<TestDatabase>>()

/** The database of the file whose stories run. */
const databaseHere = (): Promise<TestDatabase> => {
  const file = expect.getState().testPath ?? ''
  const known = databases.get(file) ?? testDatabase({ migrated: true })
  databases.set(file, known)
  return known
}

/** Makes the tables of users and sign-ins, for stories in which rules name people. */
export const openAccess = async () => migrateAccess((await databaseHere()).owner)

let opened: Books[] = []

/** Every story leaves books in which all invariants hold, before and after the follow-ups: `sound-books.ts` asks after each. */
export const closeStories = async (): Promise<void> => {
  const books = opened
  opened = []
  for (const each of books) {
    await expectSoundBooks(each)
    await followUp(each)
    await expectSoundBooks(each)
  }
}

/** Opens a company on the migrated tables, with every area of the product. */
export const openTrade = async (
  settings: JsonObject = {},
  named: Pick<BooksOptions, 'code' | 'name' | 'mayElsewhere'> = {},
): Promise<Trade> => {
  const books = await openBooks(await databaseHere(), {
    ...named,
    domains: domains.slice(1),
    servers: [
      purchasingServer,
      salesServer,
      customersServer,
      inventoryServer,
      planningServer,
      productionServer,
      moneyServer,
      billsServer,
      claimsServer,
      assetsServer,
      accountingServer,
      invoicingServer,
      bankingServer,
      taxServer,
      exchangeServer,
      groupServer,
    ],
    settings,
    migrated: true,
  })
  opened.push(books)
  await books.entity(item, { code: 'A', name: '商品甲', unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(party, { code: 'S1', name: '供应商一', isSupplier: true, paymentDays: 30 })
  await books.entity(party, { code: 'C1', name: '客户一', isCustomer: true, paymentDays: 30 })
  return {
    books,
    ledger: async () => {
      const rows = await books.rows<{ code: string; balance: string }>(
        `select a.code, sum(e.debit - e.credit) as balance from general_entry e join account a on a.company_id = $1 and a.id = e.account_id
         where e.company_id = $1 group by a.code having sum(e.debit - e.credit) <> 0 order by a.code`,
      )
      return Object.fromEntries(rows.map((row) => [row.code, row.balance]))
    },
    openItems: async () => {
      const rows = await books.rows<{ item: string }>(
        `select kind || ' ' || open as item from party_item where company_id = $1 and open <> 0 order by kind, open`,
      )
      return rows.map((row) => row.item)
    },
    itemsOf: async (document) => {
      const rows = await books.rows<{ id: string }>(
        `select id from party_item where company_id = $1 and document_id = $2 order by kind`,
        document.header['id'],
      )
      return rows.map((row) => row.id)
    },
  }
}
