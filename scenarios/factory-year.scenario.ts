import { beforeAll, describe, expect, it } from 'vitest'
import { badDebtWriteOff, openingBalance, voucher } from '../src/domains/accounting/index.ts'
import { assetAcquisition, assetOpening, depreciateAssetsProcess } from '../src/domains/assets/index.ts'
import { noteEvent, noteReceived } from '../src/domains/bills/index.ts'
import { affiliate, consolidationGroup } from '../src/domains/group/index.ts'
import { assembly, countAdjustment, lossDisposition, openingStock } from '../src/domains/inventory/index.ts'
import { collection, expense, expenseItem, payment } from '../src/domains/money/index.ts'
import { purchaseInvoice, purchaseReceipt } from '../src/domains/purchasing/index.ts'
import { salesDelivery } from '../src/domains/sales/index.ts'
import type { AnyDocument } from '../src/kernel/definition/record.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { assetCard } from '../src/ledgers/dimensions/asset.ts'
import { currency } from '../src/ledgers/dimensions/currency.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import type { Books } from '../src/ledgers/testing/books.ts'
import { every, factoryFigures, groupFigures, once, taxesPaid, tradingFigures } from './factory-year.figures.ts'
import { ask, expectSoundBooks, followUp, run } from './kit/finance.ts'
import { runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

const months = Array.from({ length: 12 }, (_, index) => index + 1)
const monthText = (month: number) => `2026-${String(month).padStart(2, '0')}`
const on = (month: number, day: number) => `${monthText(month)}-${String(day).padStart(2, '0')}`
const lastOf = (month: number) => on(month, new Date(Date.UTC(2026, month, 0)).getUTCDate())

let factory: Books
let trading: Books

const common = {
  priceIncludesTax: false,
  startMonth: '2026-01',
  accrueTaxes: true,
  certifyInputVat: 'immediate',
  stampPercent: '100',
}
const goods = { warehouse: 'MAIN' }
const bank = { account: '1002', cashAccount: 'BANK' }
const line = (code: string, quantity: number, price: number) => ({
  lines: [{ item: code, quantity: String(quantity), price: String(price) }],
})

const hand = (books: Books, date: string, summary: string, debit: JsonObject, credit: JsonObject) =>
  books.post(voucher, {
    date,
    lines: [
      { summary, ...debit },
      { summary, ...credit },
    ],
  })

/** What is open longest with a party. */
const oldest = async (books: Books, code: string, kind: string): Promise<{ openItem: string; amount: string }> => {
  const [found] = await books.rows<{ id: string; open: string }>(
    `select i.id, abs(i.open) as open from party_item i join party p on p.company_id = $1 and p.id = i.party
     where i.company_id = $1 and p.code = $2 and i.kind = $3 and i.open <> 0 order by i.date, i.id limit 1`,
    code,
    kind,
  )
  if (found === undefined) throw new Error(`nothing is open with ${code}`)
  return { openItem: found.id, amount: found.open }
}

const settle = async (books: Books, definition: AnyDocument, date: string, code: string): Promise<void> => {
  const isIn = definition === collection
  const open = await oldest(books, code, isIn ? 'receivable' : 'payable')
  await books.post(definition, {
    date,
    [isIn ? 'customer' : 'supplier']: code,
    lines: [{ cashAccount: 'BANK', amount: open.amount }],
    settlements: [open],
  })
}

const payTaxes = async (books: Books, which: 'factory' | 'trading', month: number): Promise<void> => {
  const { vat, surcharges, stamp, income } = taxesPaid(which, month)
  const percents = which === 'factory' ? [7, 3, 2] : [3.5, 1.5, 1]
  const whole = percents.reduce((total, percent) => total + percent, 0)
  const kinds = ['222112', '222113', '222114']
  const shares = kinds.map((account, index) => [account, (surcharges * (percents[index] ?? 0)) / whole] as const)
  for (const [account, amount] of [
    ['222102', vat] as const,
    ...shares,
    ['222116', stamp] as const,
    ['222111', income] as const,
  ]) {
    const text = amount.toFixed(2)
    if (amount > 0) await hand(books, on(month, 15), '缴纳税费', { account, debit: text }, { ...bank, credit: text })
  }
}

/** The customer pays with a bank's bill of half a year; one of them goes on to the mill on the same day, for part of what is owed. */
const payByBill = async (month: number): Promise<void> => {
  const open = await oldest(factory, 'C1', 'receivable')
  const received = await factory.post(noteReceived, {
    date: on(month, 21),
    customer: 'C1',
    lines: [
      {
        billNumber: `13${monthText(month).replace('-', '')}`,
        billKind: 'bank',
        amount: open.amount,
        issuedOn: on(month, 20),
        maturesOn: month === once.held ? '2027-06-20' : on(month + 6, 20),
        drawer: '客户一',
        acceptor: '宁波银行',
      },
    ],
    settlements: [open],
  })
  if (month !== once.endorsed) return
  const { openItem } = await oldest(factory, 'S1', 'payable')
  await factory.push(noteReceived, received, noteEvent, {
    date: on(month, 21),
    kind: 'endorse',
    supplier: 'S1',
    settlements: [{ openItem, amount: open.amount }],
  })
}

const openFactory = async (): Promise<void> => {
  factory = (
    await openTrade({ ...common, standard: 'enterprise', smallProfit: false }, { code: 'FACTORY', name: '东江机械厂' })
  ).books
  await factory.entity(item, { code: 'STEEL', name: '钢材', unit: 'KG', taxRate: 'VAT13' })
  await factory.entity(item, {
    code: 'P',
    name: '支架',
    unit: 'PCS',
    taxRate: 'VAT13',
    isAssembled: true,
    components: [{ component: 'STEEL', quantity: '2' }],
  })
  await factory.entity(party, { code: 'SISTER', name: '东江贸易公司', isCustomer: true })
  await factory.entity(party, { code: 'ABROAD', name: 'Abroad Ltd', isCustomer: true })
  await factory.entity(expenseItem, { code: 'POWER', name: '电费', account: '660299', taxRate: 'VAT13' })
  const dates = months.map((month) => ({
    date: lastOf(month),
    rate: String(month === 12 ? once.design.rateAtEnd : once.design.rate),
  }))
  await factory.entity(currency, { code: 'USD', name: '美元', rates: dates })
  const machine = { category: 'JQ', method: 'straightLine', lifeMonths: 120, residualPercent: '0' }
  await factory.entity(assetCard, { code: 'M1', name: '冲压线', ...machine })
  await factory.entity(assetCard, { code: 'M2', name: '焊接线', ...machine })
  const { opening } = once
  await factory.post(assetOpening, {
    date: '2025-12-31',
    lines: [{ asset: 'M1', value: String(opening.machine), depreciation: String(opening.worn), usedMonths: 24 }],
  })
  await factory.post(openingStock, {
    date: '2025-12-31',
    ...goods,
    lines: [{ item: 'STEEL', quantity: String(every.steel.kilograms), unitCost: String(every.steel.price) }],
  })
  const stock = every.steel.kilograms * every.steel.price
  const net = opening.bank + stock + opening.machine - opening.worn + opening.owed - opening.owing
  await factory.post(openingBalance, {
    date: '2025-12-31',
    lines: [
      { ...bank, debit: String(opening.bank) },
      { account: '1122', party: 'C1', debit: String(opening.owed) },
      { account: '220201', party: 'S1', credit: String(opening.owing) },
      { account: '4001', credit: String(opening.capital) },
      { account: '410401', credit: String(net - opening.capital) },
    ],
  })
}

const openTrading = async (): Promise<void> => {
  trading = (await openTrade({ ...common, smallProfit: true }, { code: 'TRADING', name: '东江贸易公司' })).books
  await trading.entity(item, { code: 'P', name: '支架', unit: 'PCS', taxRate: 'VAT13' })
  await trading.entity(party, { code: 'SISTER', name: '东江机械厂', isSupplier: true })
  await trading.entity(party, { code: 'C2', name: '倒闭的客户', isCustomer: true })
  await trading.entity(expenseItem, { code: 'RENT', name: '房租', account: '560206' })
}

const joinBoth = async (): Promise<void> => {
  await factory.entity(affiliate, { code: 'T', name: '贸易', party: 'SISTER', company: 'TRADING', warehouse: 'MAIN' })
  await trading.entity(affiliate, { code: 'F', name: '工厂', party: 'SISTER', company: 'FACTORY', warehouse: 'MAIN' })
  await factory.entity(consolidationGroup, {
    code: 'G',
    name: '东江集团',
    parent: 'FACTORY',
    members: [{ company: 'TRADING', sharePercent: '80' }],
  })
  const invested = String(once.investment)
  const all = String(once.investment + once.others)
  await hand(factory, on(1, 2), '出资设立贸易公司', { account: '1511', debit: invested }, { ...bank, credit: invested })
  await hand(trading, on(1, 2), '股东投入', { ...bank, debit: all }, { account: '3001', credit: all })
}

const factoryMonth = async (month: number): Promise<void> => {
  const bought = await factory.post(purchaseReceipt, {
    date: on(month, 3),
    supplier: 'S1',
    ...goods,
    ...line('STEEL', every.steel.kilograms, every.steel.price),
  })
  await factory.push(purchaseReceipt, bought, purchaseInvoice, { date: on(month, 4) })
  await factory.post(assembly, {
    date: on(month, 8),
    item: 'P',
    quantity: String(every.made.pieces),
    ...goods,
    fee: String(every.made.wages),
  })
  const wages = String(every.factoryWages)
  await hand(
    factory,
    on(month, 9),
    '计提管理人员工资',
    { account: '660207', debit: wages },
    { account: '221101', credit: wages },
  )
  const all = String(every.made.wages + every.factoryWages)
  await hand(factory, on(month, 10), '发放工资', { account: '221101', debit: all }, { ...bank, credit: all })
  const { toSister, toCustomer, power } = every
  await factory.post(salesDelivery, {
    date: on(month, 12),
    customer: 'SISTER',
    ...goods,
    ...line('P', toSister.pieces, toSister.price),
  })
  await factory.post(salesDelivery, {
    date: on(month, 13),
    customer: 'C1',
    ...goods,
    ...line('P', toCustomer.pieces, toCustomer.price),
  })
  await factory.post(expense, {
    date: on(month, 20),
    cashAccount: 'BANK',
    invoiceKind: 'special',
    lines: [{ expenseItem: 'POWER', gross: String(power.net + power.tax), taxRate: '13' }],
  })
  if (month === once.endorsed || month === once.held) await payByBill(month)
  else await settle(factory, collection, on(month, 21), 'C1')
  await settle(factory, payment, on(month, 22), 'S1')
  if (month > 1) await settle(factory, collection, on(month, 23), 'SISTER')
  await payTaxes(factory, 'factory', month)
}

const factoryOnce = async (month: number): Promise<void> => {
  const { design, machine } = once
  if (month === design.month) {
    const amount = String(design.dollars * design.rate)
    const dollars = { currency: 'USD', rate: String(design.rate), currencyAmount: String(design.dollars) }
    await hand(
      factory,
      on(month, 18),
      '境外设计费',
      { account: '1122', party: 'ABROAD', debit: amount, ...dollars },
      { account: '6051', credit: amount },
    )
  }
  if (month === machine.month) {
    await factory.post(assetAcquisition, {
      date: on(month, 5),
      cashAccount: 'BANK',
      lines: [{ asset: 'M2', quantity: '1', gross: String(machine.net + machine.tax), taxRate: '13' }],
    })
  }
}

/** The drafts that the factory's deliveries made are received and invoiced. */
const receiveDrafts = async (month: number): Promise<void> => {
  const drafts = await trading.rows<{ id: string }>(
    `select id from purchase_receipt where company_id = $1 and state = 'draft'`,
  )
  for (const { id } of drafts) {
    const receipt = await trading.act(purchaseReceipt, { header: { id }, tables: {} }, 'post')
    await trading.push(purchaseReceipt, receipt, purchaseInvoice, { date: on(month, 14) })
  }
}

const tradingMonth = async (month: number): Promise<void> => {
  const { resold, rent, tradingWages } = every
  await receiveDrafts(month)
  await trading.post(salesDelivery, {
    date: on(month, 16),
    customer: 'C1',
    ...goods,
    ...line('P', resold.pieces, resold.price),
  })
  await trading.post(expense, {
    date: on(month, 18),
    cashAccount: 'BANK',
    lines: [{ expenseItem: 'RENT', gross: String(rent), taxRate: '0' }],
  })
  const wages = String(tradingWages)
  await hand(trading, on(month, 19), '发放工资', { account: '560207', debit: wages }, { ...bank, credit: wages })
  if (month > 1) {
    await settle(trading, collection, on(month, 21), 'C1')
    await settle(trading, payment, on(month, 23), 'SISTER')
  }
  await payTaxes(trading, 'trading', month)
}

const tradingOnce = async (month: number): Promise<void> => {
  const { lost, unpaid } = once
  if (month === unpaid.month)
    await trading.post(salesDelivery, {
      date: on(month, 25),
      customer: 'C2',
      ...goods,
      ...line('P', unpaid.pieces, unpaid.price),
    })
  if (month === lost.month) {
    const found = await trading.post(countAdjustment, {
      date: on(month, 25),
      ...goods,
      lines: [{ item: 'P', direction: 'loss', adjustedQuantity: String(lost.pieces) }],
    })
    await trading.push(countAdjustment, found, lossDisposition, { date: on(month, 26), cause: 'mismanagement' })
  }
  if (month === unpaid.writtenOff) {
    const open = await oldest(trading, 'C2', 'receivable')
    await trading.post(badDebtWriteOff, { date: on(month, 25), customer: 'C2', reason: '客户破产', lines: [open] })
  }
}

const close = async (books: Books, month: number): Promise<void> => {
  await followUp(books)
  await run(books, 'closePeriod', { period: monthText(month), bookAll: true })
  await followUp(books)
}

const figures = async (
  books: Books,
  report: string,
  wanted: Readonly<Record<string, string | null>>,
  parameters: JsonObject = {},
) => {
  const { rows } = await ask(books, report, { period: '2026-12', ...parameters })
  return Object.fromEntries(
    Object.keys(wanted).map((number) => {
      const found = (side: string) => rows.find((row) => String(row[`${side}Line`]) === number)?.[`${side}Closing`]
      const plain = rows.find((row) => String(row['line']) === number)
      return [
        number,
        (plain === undefined ? (found('asset') ?? found('claim')) : (plain['year'] ?? plain['current'])) ?? null,
      ]
    }),
  )
}

describe('a year of a factory of 120 people and its trading company', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    await openFactory()
    await openTrading()
    await joinBoth()
    for (const month of months) {
      await factoryMonth(month)
      await factoryOnce(month)
      await followUp(factory)
      await tradingMonth(month)
      await tradingOnce(month)
      await runProcess(factory, depreciateAssetsProcess, { period: monthText(month) })
      await close(factory, month)
      await close(trading, month)
    }
    await run(factory, 'consolidate', { period: '2026-12' })
  })

  it.each(['balanceSheet', 'incomeStatement', 'cashFlow'] as const)(
    'the factory’s %s is what the hand has worked out',
    async (statement) => {
      const wanted = factoryFigures[statement]
      expect(await figures(factory, statement, wanted, statement === 'balanceSheet' ? {} : { span: 'year' })).toEqual(
        wanted,
      )
    },
  )

  it.each(['balanceSheet', 'incomeStatement', 'cashFlow'] as const)(
    'the trading company’s %s is what the hand has worked out',
    async (statement) => {
      const wanted = tradingFigures[statement]
      expect(await figures(trading, statement, wanted, statement === 'balanceSheet' ? {} : { span: 'year' })).toEqual(
        wanted,
      )
    },
  )

  it.each([
    ['balanceSheet', 'consolidatedBalanceSheet'],
    ['incomeStatement', 'consolidatedIncomeStatement'],
    ['cashFlow', 'consolidatedCashFlow'],
  ] as const)('[DEP-27] their %s together is what the hand has worked out', async (statement, report) => {
    const wanted = groupFigures[statement]
    expect(await figures(factory, report, wanted)).toEqual(wanted)
  })

  it('both sides agree what is open between them, and all books hold', async () => {
    const { rows } = await ask(factory, 'intercompanyBalances', { asOf: '2026-12-31' })
    expect(rows.map((row) => [row['own'], row['difference']])).toEqual([['339000.00', null]])
    await expectSoundBooks(factory)
    await expectSoundBooks(trading)
  })
})
