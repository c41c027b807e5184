import { expect, it } from 'vitest'
import { lossDisposition, stockReason, transferIn, transferOut } from '../src/domains/inventory/index.ts'
import { purchaseReceipt } from '../src/domains/purchasing/index.ts'
import type { LoadedRecord } from '../src/kernel/documents/load.ts'
import { warehouse } from '../src/ledgers/dimensions/place.ts'
import { askReport } from './kit/ask-report.ts'
import { openTrade } from './kit/trade.ts'
import type { Trade } from './kit/trade.ts'

const send = async (costPool: string) => {
  const trade = await openTrade({ costPool })
  await trade.books.entity(warehouse, { code: 'SHOP', name: '门店' })
  await trade.books.entity(stockReason, {
    code: 'LOST',
    name: '途中短少',
    direction: 'out',
    role: 'pendingPropertyGainLoss',
  })
  await trade.books.post(purchaseReceipt, {
    date: '2026-01-02',
    supplier: 'S1',
    warehouse: 'MAIN',
    priceIncludesTax: false,
    lines: [{ item: 'A', quantity: '100', price: '10' }],
  })
  const sent = await trade.books.post(transferOut, {
    date: '2026-01-03',
    fromWarehouse: 'MAIN',
    toWarehouse: 'SHOP',
    carrier: 'S1',
    lines: [{ item: 'A', quantity: '40' }],
  })
  return { trade, sent }
}

const from = (sent: LoadedRecord, quantity: string, outcome = 'arrived') => ({
  item: 'A',
  quantity,
  outcome,
  source: {
    type: 'transferOut',
    document: String(sent.header['id']),
    line: String(sent.tables['lines']?.[0]?.['id']),
  },
})

const places = async ({ books }: Trade): Promise<string[]> => {
  const rows = await books.rows<{ what: string }>(
    `select w.code || ' ' || b.place || ' ' || trim_scale(b.quantity) as what from stock_balance b
     join warehouse w on w.company_id = $1 and w.id = b.warehouse where b.company_id = $1 and b.quantity <> 0 order by 1`,
  )
  return rows.map((row) => row.what)
}

it.each(['company', 'warehouse'])(
  'goods sent are in transit until they arrive in parts; what is short is claimed from the carrier (costs by %s)',
  async (costPool) => {
    const { trade, sent } = await send(costPool)
    expect(await places(trade)).toEqual(['MAIN onHand 60', 'SHOP inTransit 40'])
    expect(await trade.ledger()).toEqual({ 1405: '600.00', 140502: '400.00', 220202: '-1000.00' })
    await trade.books.push(transferOut, sent, transferIn, { date: '2026-01-05', lines: [from(sent, '25')] })
    expect(await places(trade)).toEqual(['MAIN onHand 60', 'SHOP inTransit 15', 'SHOP onHand 25'])
    const [row] = (await askReport(trade.books, 'stockOnHand')).rows
    expect(row).toMatchObject({ quantity: '85', supply: '15' })
    const rest = { date: '2026-01-06', lines: [from(sent, '12'), from(sent, '3', 'short')] }
    await expect(trade.books.push(transferOut, sent, transferIn, rest)).rejects.toMatchObject({
      errors: [{ path: 'lossReason' }],
    })
    const arrived = await trade.books.push(transferOut, sent, transferIn, { ...rest, lossReason: 'LOST' })
    expect(await places(trade)).toEqual(['MAIN onHand 60', 'SHOP onHand 37'])
    expect(await trade.ledger()).toEqual({ 1405: '970.00', 1901: '30.00', 220202: '-1000.00' })
    await trade.books.post(lossDisposition, {
      date: '2026-01-07',
      lines: [{ amount: '30', compensation: '30', liable: 'S1' }],
    })
    expect(await trade.ledger()).toEqual({ 1221: '30.00', 1405: '970.00', 220202: '-1000.00' })
    await trade.books.act(transferIn, arrived, 'reverse', { date: '2026-01-08' })
    expect(await places(trade)).toEqual(['MAIN onHand 60', 'SHOP inTransit 15', 'SHOP onHand 25'])
  },
)

it('no more arrives than was sent, and only where it was sent', async () => {
  const { trade, sent } = await send('company')
  const over = { date: '2026-01-05', lines: [from(sent, '41')] }
  await expect(trade.books.push(transferOut, sent, transferIn, over)).rejects.toMatchObject({
    errors: [{ path: 'lines.0.quantity' }],
  })
  await expect(
    trade.books.push(transferOut, sent, transferIn, { date: '2026-01-05', toWarehouse: 'MAIN' }),
  ).rejects.toMatchObject({ errors: [{ path: 'toWarehouse' }] })
  await expect(trade.books.act(transferOut, sent, 'unpost')).resolves.toBeDefined()
})
