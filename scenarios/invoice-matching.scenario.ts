import { expect, it } from 'vitest'
import {
  incomingInvoice,
  purchaseAllowance,
  purchaseInvoice,
  purchaseOrder,
  purchaseReceipt,
} from '../src/domains/purchasing/index.ts'
import type { JsonObject } from '../src/kernel/documents/draft.ts'
import { findDocument } from '../src/kernel/documents/documents.ts'
import { readTable } from '../src/kernel/transfer/read-table.ts'
import { runImport } from '../src/kernel/transfer/run-import.ts'
import { item } from '../src/ledgers/dimensions/item.ts'
import { party } from '../src/ledgers/dimensions/party.ts'
import { ask, columnsOf, run } from './kit/finance.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const taxNumber = '91310000MA1FL0AB1C'

const opened = async (settings: JsonObject = {}): Promise<Trade> => {
  const trade = await openTrade(settings)
  const { books } = trade
  await books.entity(party, { code: 'DL', name: '得力集团有限公司', shortName: '得力', isSupplier: true, taxNumber })
  await books.entity(item, { code: 'P', name: '中性笔', spec: '0.5mm 黑', unit: 'PCS', taxRate: 'VAT13' })
  await books.entity(item, { code: 'F', name: '文件夹', spec: 'A4', unit: 'PCS', taxRate: 'VAT13' })
  return trade
}

/** Ordered at these prices, and received whole. */
const delivered = async ({ books }: Trade, date: string, lines: readonly JsonObject[]) => {
  const order = await books.post(purchaseOrder, { date, supplier: 'DL', warehouse: 'MAIN', lines })
  return books.push(purchaseOrder, order, purchaseReceipt, { date })
}

const came = ({ books }: Trade, invoiceNumber: string, lines: readonly JsonObject[], more: JsonObject = {}) =>
  books.draft(incomingInvoice, {
    date: '2026-01-31',
    sellerName: '得力集团有限公司',
    sellerTaxNumber: taxNumber,
    invoiceNumber,
    invoicedOn: '2026-01-20',
    lines: lines.map((line) => ({ taxRate: '13', ...line })),
    ...more,
  })

const stateOf = ({ books }: Trade, record: Awaited<ReturnType<typeof came>>) =>
  books.inWork(async (work) => {
    const { header } = await findDocument(work, incomingInvoice, String(record.header['id']))
    return [header['matchState'], header['matchNote']]
      .map((each) => (typeof each === 'string' ? each : ''))
      .join(' ')
      .trim()
  })

const pens = { goodsName: '*文具*得力中性笔', spec: '0.5mm黑', quantity: '100', net: '1000.00' }
const folders = { goodsName: '文件夹A4', quantity: '50', net: '400.00' }

it('[PUR-13] an invoice that fits order and receipts is entered by itself; a price within tolerance is cost of the goods', async () => {
  const trade = await opened()
  const { books, ledger } = trade
  await delivered(trade, '2026-01-05', [
    { item: 'P', quantity: '60', price: '11.3' },
    { item: 'F', quantity: '50', price: '9.04' },
  ])
  await delivered(trade, '2026-01-08', [{ item: 'P', quantity: '40', price: '11.3' }])
  const invoice = await came(trade, '24312000000001', [{ ...pens, net: '1005.00' }, folders])
  expect(await run(books, 'matchInvoices', {})).toEqual({ invoices: 1, matched: 1, differences: 0 })
  expect(await stateOf(trade, invoice)).toBe('matched 与订单相差 5')
  // 1,405 and its tax are owed; nothing stands as an estimate; the 5 are in the pens.
  expect(await ledger()).toEqual({ 1405: '1405.00', 220201: '-1587.65', 222105: '182.65' })
  expect(await run(books, 'matchInvoices', {})).toEqual({ invoices: 0, matched: 0, differences: 0 })
  // The same words mean the same goods the next time, even where nothing in them says so.
  await delivered(trade, '2026-01-09', [{ item: 'F', quantity: '10', price: '9.04' }])
  const again = await came(trade, '24312000000002', [{ ...folders, quantity: '10', net: '80.00' }])
  await run(books, 'matchInvoices', {})
  expect(await stateOf(trade, again)).toBe('matched')
})

it('[PUR-13] what differs is listed with its reason and what comes nearest, and someone decides', async () => {
  const trade = await opened()
  const { books, ledger, openItems } = trade
  const receipt = await delivered(trade, '2026-01-05', [
    { item: 'P', quantity: '100', price: '11.3' },
    { item: 'F', quantity: '50', price: '9.04' },
  ])
  const number = String(receipt.header['number'])
  const dear = await came(trade, '24312000000011', [{ ...pens, net: '1100.00' }])
  const much = await came(trade, '24312000000012', [{ ...folders, quantity: '60', net: '480.00' }])
  await came(trade, '24312000000013', [{ ...folders, goodsName: '激光打印机', net: '9000.00', quantity: '1' }])
  await came(trade, '24312000000014', [folders], { sellerName: '某某商行', sellerTaxNumber: null })
  expect(await run(books, 'matchInvoices', {})).toEqual({ invoices: 4, matched: 0, differences: 4 })
  const list = await ask(books, 'invoiceDifferences', {})
  expect(
    columnsOf(list.rows, 'invoiceNumber', 'reason', 'quantity', 'net', 'item', 'receipts', 'expectedNet', 'difference'),
  ).toEqual([
    `24312000000011 | 单价超出允差 | 100 | 1100 | P 中性笔 | ${number} | 1000 | 100`,
    `24312000000012 | 数量不符 | 60 | 480 | F 文件夹 | ${number} | 400 | 80`,
    '24312000000013 | 找不到对应商品 | 1 | 9000 |  |  |  | ',
    '24312000000014 | 找不到供应商 | 50 | 400 |  |  |  | ',
  ])
  const notices = await books.rows<{ zh: string }>(`select zh from notice where company_id = $1`)
  expect(notices).toEqual([])
  const resolve = (record: Awaited<ReturnType<typeof came>>, action: string, note?: string) =>
    run(books, 'resolveInvoice', { invoice: String(record.header['number']), action, ...(note ? { note } : {}) })
  await expect(resolve(much, 'accept')).rejects.toThrow(/cannot be resolved so/)
  // Taken as it is, and asked back: the draft of the allowance waits for the red invoice.
  const outcome = (await resolve(dear, 'allowance')) as Record<string, string>
  expect(await ledger()).toMatchObject({ 1405: '1500.00', 220201: '-1243.00', 220202: '-400.00' })
  const allowance = await books.inWork((work) =>
    findDocument(work, purchaseAllowance, String(outcome['purchaseAllowance'])),
  )
  expect(String(allowance.header['totalGross'])).toBe('113')
  await books.act(purchaseAllowance, allowance, 'post')
  expect(await ledger()).toMatchObject({ 1405: '1400.00', 220201: '-1130.00', 222105: '130.00' })
  expect(await openItems()).toEqual(['estimate -400.00', 'payable -1130.00'])
  await resolve(much, 'dispute', '多开 10 个')
  expect(await stateOf(trade, much)).toBe('disputed 多开 10 个')
  await expect(resolve(dear, 'accept')).rejects.toThrow(/matched already/)
})

it('[PUR-13] an invoice that comes twice is not entered twice', async () => {
  const trade = await opened()
  const { books } = trade
  await delivered(trade, '2026-01-05', [{ item: 'P', quantity: '100', price: '11.3' }])
  await delivered(trade, '2026-01-06', [{ item: 'P', quantity: '100', price: '11.3' }])
  await came(trade, '24312000000021', [pens])
  const twice = await came(trade, ' 2431 2000000021', [pens])
  const mistyped = await came(trade, '24312000000012', [pens])
  expect(await run(books, 'matchInvoices', {})).toEqual({ invoices: 3, matched: 1, differences: 2 })
  expect(await stateOf(trade, twice)).toBe('difference 重复发票')
  // Another number, but the same day and sum: a person looks at it, and may know better.
  expect(await stateOf(trade, mistyped)).toBe('difference 重复发票')
})

it('[PUR-13] invoices come from a file as the tax office has them', async () => {
  const trade = await opened()
  const { books } = trade
  await delivered(trade, '2026-01-05', [
    { item: 'P', quantity: '100', price: '11.3' },
    { item: 'F', quantity: '50', price: '9.04' },
  ])
  const file = [
    '单据编号,销方名称,销方税号,发票号码,开票日期,货物名称,规格型号,数量,金额,税率%,税额',
    `1,得力集团有限公司,${taxNumber},24312000000031,2026-01-20,*文具*中性笔,0.5mm 黑,40,400.00,13,52.00`,
    `1,得力集团有限公司,${taxNumber},24312000000031,2026-01-20,*文具*中性笔,0.5mm 黑,60,600.00,13,78.00`,
    `2,得力集团有限公司,${taxNumber},24312000000032,2026-01-21,*文具*文件夹,A4,50,400.00,13,52.00`,
  ].join('\n')
  const rows = await readTable(Buffer.from(file), false)
  await books.inWork((work) =>
    runImport(work, incomingInvoice, rows, {
      fileName: '来票.csv',
      mapping: {},
      update: false,
      post: false,
      defaults: {},
    }),
  )
  expect(await run(books, 'matchInvoices', {})).toEqual({ invoices: 2, matched: 2, differences: 0 })
})

it('[PUR-13] services are matched to their order, or proposed as the expense they are; nobody has to find them in the queue', async () => {
  const trade = await opened()
  const { books, ledger } = trade
  await books.entity(item, { code: 'SJ', name: '设计费', unit: 'PCS', taxRate: 'VAT6', isService: true })
  await books.entity(item, { code: 'YF', name: '运费', unit: 'PCS', taxRate: 'VAT9', isService: true })
  await delivered(trade, '2026-01-05', [{ item: 'P', quantity: '100', price: '11.3' }])
  const order = await books.post(purchaseOrder, {
    date: '2026-01-06',
    supplier: 'DL',
    warehouse: 'MAIN',
    lines: [{ item: 'SJ', quantity: '1', price: '1060' }],
  })
  const both = await came(trade, '8001', [pens, { goodsName: '*现代服务*设计费', net: '1000.00', taxRate: '6' }])
  const freight = await came(trade, '8002', [{ goodsName: '*运输服务*运费', net: '300.00', taxRate: '9' }])
  const dearer = await came(trade, '8003', [{ goodsName: '设计费', quantity: '1', net: '2000.00', taxRate: '6' }])
  expect(await run(books, 'matchInvoices', {})).toEqual({ invoices: 3, matched: 3, differences: 0 })
  expect(await stateOf(trade, both)).toBe('matched')
  // Goods 1,000, design 1,000: owed with 130 and 60 of tax.
  expect(await ledger()).toEqual({ 1405: '1000.00', 220201: '-2190.00', 222105: '190.00', 5602: '1000.00' })
  const [promise] = await books.rows<{ left: string }>(
    `select coalesce(sum(quantity), 0)::float8::text as left from plan_balance where company_id = $1`,
  )
  expect(promise?.left).toBe('0')
  await expect(books.push(purchaseOrder, order, purchaseReceipt, {})).rejects.toThrow(/open/)
  // What nobody ordered waits as a draft of the expense, the same words known the next time.
  for (const record of [freight, dearer]) {
    expect(await stateOf(trade, record)).toBe('matched 有未下单的服务，已按费用生成发票草稿，请审核')
  }
  const drafts = await books.rows<{ number: string }>(
    `select number from purchase_invoice where company_id = $1 and state = 'draft' order by number`,
  )
  expect(drafts.length).toBe(2)
  for (const { number } of drafts) {
    const draft = await books.inWork((work) => findDocument(work, purchaseInvoice, number))
    await books.act(purchaseInvoice, draft, 'post')
  }
  expect(await ledger()).toMatchObject({ 5602: '3300.00' })
})
