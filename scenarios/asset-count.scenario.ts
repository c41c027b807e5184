import { expect, it } from 'vitest'
import {
  assetAcquisition,
  assetCount,
  assetDisposal,
  assetList,
  depreciateAssetsProcess,
  startAssetCountProcess,
} from '../src/domains/assets/index.ts'
import { assetCard } from '../src/ledgers/dimensions/asset.ts'
import { columnsOf } from './kit/finance.ts'
import { documentNumbered, numbersIn, readReport, runProcess } from './kit/run.ts'
import { openTrade } from './kit/trade.ts'

it('a count finds what moved, what is missing and what nobody knew of, and each ends in the books', async () => {
  const { books, ledger } = await openTrade()
  const places = { PC1: '一楼', PC2: '二楼', PC3: '二楼' }
  for (const [code, location] of Object.entries(places)) {
    await books.entity(assetCard, { code, name: code, category: 'DZ', location, residualPercent: '0' })
  }
  await books.post(assetAcquisition, {
    date: '2025-12-10',
    supplier: 'S1',
    invoiceKind: 'special',
    lines: ['PC1', 'PC2', 'PC3'].map((asset) => ({ asset, gross: '4068', taxRate: '13' })),
  })
  const begun = await runProcess(books, startAssetCountProcess, { category: 'DZ' })
  const [number = ''] = numbersIn(begun)
  const sheet = await documentNumbered(books, assetCount, number)
  expect(sheet.tables['lines']).toHaveLength(3)
  await expect(books.act(assetCount, sheet, 'post')).rejects.toThrow(/lines.0.countedQuantity/)
  const count = await books.post(assetCount, {
    date: '2026-01-31',
    lines: [
      { asset: 'PC1', location: '一楼', bookQuantity: '1', countedQuantity: '1' },
      { asset: 'PC2', location: '二楼', bookQuantity: '1', countedQuantity: '1', foundLocation: '三楼' },
      { asset: 'PC3', location: '二楼', bookQuantity: '1', countedQuantity: '0' },
    ],
    surplus: [{ name: '旧投影仪', category: 'DZ', value: '900', location: '会议室' }],
  })
  expect(count.header).toMatchObject({ cards: 3, counted: 3, missing: 1 })
  const results = (count.tables['lines'] ?? []).map((line) => line['result'])
  expect(results).toEqual(['found', 'moved', 'missing'])
  // What is missing: 3,600 less the month it is charged in the month of the count.
  await books.push(assetCount, count, assetDisposal, { date: '2026-01-31' })
  expect(await ledger()).toMatchObject({ 1601: '7200.00', 1901: '3500.00', 560208: '100.00' })
  // What nobody knew of waits as a draft.
  const [draft] = await books.rows<{ number: string }>(
    `select number from asset_acquisition where company_id = $1 and state = 'draft'`,
  )
  const found = await documentNumbered(books, assetAcquisition, draft?.number ?? '')
  await books.act(assetAcquisition, found, 'post')
  expect(await ledger()).toMatchObject({ 1601: '8100.00', 1901: '2600.00' })
  await runProcess(books, depreciateAssetsProcess, { period: '2026-01' })
  const list = await readReport(books, assetList, { asOf: '2026-01-31' })
  expect(columnsOf(list, 'name', 'location', 'net')).toEqual([
    '旧投影仪 | 会议室 | 900',
    'PC1 | 一楼 | 3500',
    'PC2 | 三楼 | 3500',
  ])
})
