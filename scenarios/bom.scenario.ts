import { expect, it } from 'vitest'
import { bomCost, bomWhereUsed, engineeringChange } from '../src/domains/production/index.ts'
import { columnsOf } from './kit/finance.ts'
import { openFactory } from './kit/factory.ts'
import { readReport } from './kit/run.ts'

const components = (record: {
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}) => record.tables['components']?.map((line) => String(line['quantity']))

it('[DEP-24] a bill of materials has versions by day, is changed by an engineering change, found from its parts, and rolled up to a cost', async () => {
  const factory = await openFactory({}, { labourRate: '30', overheadRate: '10' }, [
    'WOOD',
    'LEG',
    'SEAT',
    'CUSHION',
    'CHAIR',
  ])
  const { books } = factory
  await factory.buy('WOOD', '1000', '4')
  await factory.buy('SEAT', '100', '12')
  await factory.buy('CUSHION', '100', '5')
  await factory.bill('L1', 'LEG', { WOOD: '0.5' }, { labourHours: '0.1' })
  await factory.bill('C1', 'CHAIR', { LEG: '4', SEAT: '1' }, { labourHours: '0.5' })
  // From February a cushion more, and legs that lose one in twenty.
  const change = await books.post(engineeringChange, {
    date: '2026-01-20',
    item: 'CHAIR',
    validFrom: '2026-02-01',
    bomVersion: '2',
    reason: '加坐垫',
    lines: [
      { action: 'add', component: 'CUSHION', quantity: '1' },
      { action: 'change', component: 'LEG', quantity: '4', lossPercent: '5' },
    ],
  })
  expect(components(await factory.order('CHAIR', '10', '2026-01-25', { startsOn: '2026-01-26' }))).toEqual(['40', '10'])
  const later = await factory.order('CHAIR', '10', '2026-01-25', { startsOn: '2026-02-03' })
  expect(components(later)).toEqual(['42', '10', '10'])
  await expect(books.act(engineeringChange, change, 'unpost')).rejects.toThrow(/disable|another/)
  await expect(factory.bill('LOOP', 'WOOD', { CHAIR: '1' })).rejects.toThrow(/itself/)

  const used = await readReport(books, bomWhereUsed, { item: 'WOOD', date: '2026-02-01' })
  expect(columnsOf(used, 'level', 'product', 'bomVersion', 'perUnit')).toEqual([
    '1 | LEG 商品LEG | 1 | 0.5',
    '2 | CHAIR 商品CHAIR | 2 | 2.1',
  ])
  // A leg: 2 of wood, 0.1 × 30 and 0.1 × 10. A chair: 4.2 legs at 6, seat 12, cushion 5, half an hour at 40.
  const cost = await readReport(books, bomCost, { item: 'CHAIR', workshop: 'W1', date: '2026-02-01' })
  expect(columnsOf(cost.slice(0, 2), 'level', 'quantity', 'material', 'labour', 'overhead', 'amount')).toEqual([
    '0 | 1 | 25.4 | 27.6 | 9.2 | 62.2',
    '1 | 4.2 | 8.4 | 12.6 | 4.2 | 25.2',
  ])
})
