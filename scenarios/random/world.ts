import { addDays, calendarDate } from '../../src/base/calendar-date.ts'
import type { CalendarDate } from '../../src/base/calendar-date.ts'
import { accounting } from '../../src/domains/accounting/index.ts'
import { accountingServer } from '../../src/domains/accounting/server.ts'
import { inventory, stockReason } from '../../src/domains/inventory/index.ts'
import { inventoryServer } from '../../src/domains/inventory/server.ts'
import { expenseItem, money } from '../../src/domains/money/index.ts'
import { moneyServer } from '../../src/domains/money/server.ts'
import { purchasing } from '../../src/domains/purchasing/index.ts'
import { purchasingServer } from '../../src/domains/purchasing/server.ts'
import { sales } from '../../src/domains/sales/index.ts'
import { salesServer } from '../../src/domains/sales/server.ts'
import { chanceOf } from '../../src/app/demo/chance.ts'
import type { Chance } from '../../src/app/demo/chance.ts'
import { prepareCosting, setStandards } from './costing-operations.ts'
import type { testDatabase } from '../../src/kernel/database/testing.ts'
import type { AnyDocument } from '../../src/kernel/definition/record.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { updateEntity } from '../../src/kernel/documents/entities.ts'
import { bin } from '../../src/ledgers/dimensions/bin.ts'
import { currency } from '../../src/ledgers/dimensions/currency.ts'
import { cashAccount, warehouse } from '../../src/ledgers/dimensions/place.ts'
import { openBooks } from '../../src/ledgers/testing/books.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

export const today = calendarDate('2026-05-20')
export const itemCodes = ['A', 'B', 'C', 'D'] as const
export const places = ['MAIN', 'SHOP'] as const

/** A document that the run has made; its state is asked of the database when something is done with it. */
export interface Made {
  readonly type: AnyDocument
  readonly id: string
}

/** A company to play with, by one set of settings. */
export interface World {
  readonly books: Books
  readonly chance: Chance
  readonly made: Made[]
  readonly settings: JsonObject
  /** Where items are costed in every way: the serial numbers that have come in; elsewhere nothing. */
  readonly serials: string[] | null
  /** The bins of the main warehouse, where it keeps any. */
  readonly bins: readonly string[]
  /** A day of the last weeks, today more often than others. */
  day(): CalendarDate
  type(name: string): AnyDocument
}

/** Opens a company under these settings. The tables are those of the migrations. */
export const openWorld = async (
  database: Awaited<ReturnType<typeof testDatabase>>,
  settings: JsonObject,
  seed: number,
  { everyMethod, keepsBins }: { readonly everyMethod: boolean; readonly keepsBins: boolean },
): Promise<World> => {
  const books = await openBooks(database, {
    domains: [purchasing, sales, inventory, money, accounting],
    servers: [purchasingServer, salesServer, inventoryServer, moneyServer, accountingServer],
    settings,
    migrated: true,
    today,
  })
  if (everyMethod) await prepareCosting(books, itemCodes)
  for (const code of everyMethod ? [] : itemCodes) {
    // Factors that do not divide make costs without a last digit.
    await books.entity(item, { code, name: `商品${code}`, unit: 'PCS', taxRate: 'VAT13', salePrice: '17.77' })
  }
  if (settings['costMethod'] === 'standard') await setStandards(books, itemCodes)
  await books.entity(item, { code: 'SERVICE', name: '安装费', unit: 'PCS', taxRate: 'VAT6', isService: true })
  for (const code of ['S1', 'S2']) await books.entity(party, { code, name: `供应商${code}`, isSupplier: true })
  for (const code of ['C1', 'C2']) {
    await books.entity(party, { code, name: `客户${code}`, isCustomer: true, isSupplier: true, paymentDays: 30 })
  }
  // Rates that turn no amount evenly, and change within the days of the run.
  await books.entity(currency, {
    code: 'USD',
    name: '美元',
    rates: ['02-01:7.1037', '03-01:7.1551', '04-01:7.0503', '05-01:7.1289'].map((each) => {
      const [day = '', rate = ''] = each.split(':')
      return { date: `2026-${day}`, rate }
    }),
  })
  await books.entity(party, { code: 'US', name: '外商', isCustomer: true, isSupplier: true, currency: 'USD' })
  await books.entity(cashAccount, { code: 'USD', name: '美元户', currency: 'USD', mayBeNegative: true })
  await books.entity(warehouse, { code: 'SHOP', name: '门店' })
  const bins = keepsBins ? ['B1', 'B2', 'B3'] : []
  if (keepsBins) await books.inWork((work) => updateEntity(work, warehouse, 'MAIN', { keepsBins }))
  for (const code of bins) await books.entity(bin, { code, name: code, warehouse: 'MAIN' })
  if (keepsBins) await books.inWork((work) => updateEntity(work, item, 'B', { bins: [{ bin: 'B2' }] }))
  await books.entity(stockReason, { code: 'IN', name: '捐赠', direction: 'in', role: 'nonOperatingIncome' })
  await books.entity(stockReason, { code: 'OUT', name: '自用', direction: 'both', role: 'adminExpense' })
  await books.entity(stockReason, {
    code: 'WELFARE',
    name: '福利',
    role: 'wagesPayable',
    direction: 'out',
    tax: 'transferOut',
  })
  await books.entity(expenseItem, { code: 'OFFICE', name: '办公费', account: '560204', taxRate: 'VAT13' })
  const chance = chanceOf(seed)
  return {
    books,
    chance,
    made: [],
    settings,
    serials: everyMethod ? [] : null,
    bins,
    day: () => (chance.happens(45) ? today : addDays(today, -chance.between(0, 70))),
    type: (name) => {
      const found = books.installed.catalogue.documents.get(name)
      if (found === undefined) throw new Error(`no document is called ${name}`)
      return found
    },
  }
}
