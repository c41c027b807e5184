import { describe, expect, test } from 'vitest'
import { postingInput, problemsOf } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords } from '../../../ledgers/testing/trade-records.ts'
import { proposalsOf, trialOf } from '../../../ledgers/testing/trial.ts'
import { countToAdjustment } from '../flows/count-to-adjustment.ts'
import { postCostAdjustment } from './cost-adjustment.posting.ts'
import { costAdjustment } from './cost-adjustment.ts'
import { postCountAdjustment } from './count-adjustment.posting.ts'
import { countAdjustment } from './count-adjustment.ts'
import { servicesIn, withoutCost, wrongDirection } from './inventory.checks.ts'
import { postOpeningStock } from './opening-stock.posting.ts'
import { openingStock } from './opening-stock.ts'
import { postOtherIssue } from './other-issue.posting.ts'
import { otherIssue } from './other-issue.ts'
import { postOtherReceipt } from './other-receipt.posting.ts'
import { otherReceipt } from './other-receipt.ts'
import { stockCount } from './stock-count.ts'
import { postStockTransfer } from './stock-transfer.posting.ts'
import { stockTransfer } from './stock-transfer.ts'

const records = {
  ...tradeRecords,
  stockReason: {
    found: { direction: 'in', role: 'nonOperatingIncome' },
    office: { direction: 'out', role: 'adminExpense' },
    revalued: { direction: 'both', role: 'costOfSales' },
  },
}
const costs = { pen: '60' }

test('opening stock stands at its cost against the opening', () => {
  const input = postingInput(openingStock, {
    header: { warehouse: 'main' },
    records,
    tables: {
      lines: [
        { item: 'pen', quantity: '10', unitCost: '60' },
        { item: 'ink', quantity: '3', amount: '10' },
      ],
    },
  })
  expect(trialOf(postOpeningStock, input)).toEqual({ inventory: '610', openingBalance: '-610' })
  expect(String(input.header.totalAmount)).toBe('610')
  expect(String(input.lines[1]?.unitCost)).toBe('3.3333333333')
})

test('other receipts come in at the cost said, by default the reference price, against their reason', () => {
  const input = postingInput(otherReceipt, {
    header: { warehouse: 'main', reason: 'found' },
    records,
    tables: {
      lines: [
        { item: 'pen', quantity: '2' },
        { item: 'ink', quantity: '1' },
      ],
    },
  })
  expect(trialOf(postOtherReceipt, input)).toEqual({ inventory: '120', nonOperatingIncome: '-120' })
  expect(withoutCost(input.lines).map((each) => each.path)).toEqual(['lines.1.unitCost'])
})

test('other issues go at found cost, against a reason of their direction', () => {
  const scene = { records, tables: { lines: [{ item: 'pen', quantity: '2' }] } }
  const input = postingInput(otherIssue, { ...scene, header: { warehouse: 'main', reason: 'office' } })
  expect(trialOf(postOtherIssue, input, costs)).toEqual({ inventory: '-120', adminExpense: '120' })
  expect(wrongDirection(input, 'out')).toEqual([])
  const found = postingInput(otherIssue, { ...scene, header: { warehouse: 'main', reason: 'found' } })
  expect(wrongDirection(found, 'out').map((each) => each.path)).toEqual(['reason'])
  const service = {
    ...scene,
    header: { warehouse: 'main', reason: 'office' },
    tables: { lines: [{ item: 'freight', quantity: '1' }] },
  }
  expect(servicesIn(postingInput(otherIssue, service)).map((each) => each.path)).toEqual(['lines.0.item'])
})

describe('a stock transfer', () => {
  const scene = { records, tables: { lines: [{ item: 'pen', quantity: '5' }] } }

  test('leaves the books as they are and moves the goods', () => {
    const input = postingInput(stockTransfer, { ...scene, header: { fromWarehouse: 'main', toWarehouse: 'shop' } })
    expect(trialOf(postStockTransfer, input, costs)).toEqual({})
    const moved = proposalsOf(postStockTransfer, input).map(
      (each) => each.ledger === 'stock' && [each.warehouse, String(each.quantity)],
    )
    expect(moved).toEqual([
      ['main', '-5'],
      ['shop', '5'],
    ])
  })

  test('into its own warehouse is refused', () => {
    const problems = problemsOf(stockTransfer, { ...scene, header: { fromWarehouse: 'main', toWarehouse: 'main' } })
    expect(problems.map((each) => each.path)).toEqual(['toWarehouse'])
  })
})

describe('a stock count', () => {
  const count = postingInput(stockCount, {
    header: { warehouse: 'main' },
    records,
    tables: {
      lines: [
        { item: 'pen', bookQuantity: '10', countedQuantity: '8', unitCost: '60' },
        { item: 'ink', bookQuantity: '3', countedQuantity: '5', unitCost: '3' },
        { item: 'ink', bookQuantity: '3', countedQuantity: '3' },
      ],
    },
  })

  test('finds what differs', () => {
    expect(count.lines.map((line) => String(line.difference))).toEqual(['-2', '2', '0'])
    expect(count.lines.map((line) => countToAdjustment.opens?.(line))).toEqual([true, true, false])
  })

  test('becomes gains at their cost and losses at found cost, pending a decision', () => {
    const input = postingInput(countAdjustment, {
      header: { warehouse: 'main' },
      records,
      tables: {
        lines: [
          { item: 'pen', direction: 'loss', adjustedQuantity: '2' },
          { item: 'ink', direction: 'gain', adjustedQuantity: '2', unitCost: '3' },
        ],
      },
    })
    expect(trialOf(postCountAdjustment, input, costs)).toEqual({ inventory: '-114', pendingPropertyGainLoss: '114' })
  })
})

test('a cost adjustment changes value alone', () => {
  const input = postingInput(costAdjustment, {
    header: { warehouse: 'main', reason: 'revalued' },
    records,
    tables: { lines: [{ item: 'pen', amount: '-50' }] },
  })
  expect(trialOf(postCostAdjustment, input)).toEqual({ inventory: '-50', costOfSales: '50' })
})
