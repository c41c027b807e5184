import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { rfmScores, segmentOf, segments } from './rfm.ts'

const number = (value: number) => decimal(value)

test('customers are scored in fifths of all', () => {
  const customers = [1, 2, 3, 4, 5].map((rank) => ({ days: rank * 10, times: 6 - rank, amount: decimal(rank * 1000) }))
  expect(rfmScores(customers, number).map((one) => [one.recency, one.frequency, one.monetary])).toEqual([
    [5, 5, 1],
    [4, 4, 2],
    [3, 3, 3],
    [2, 2, 4],
    [1, 1, 5],
  ])
})

test('who buys lately, often and much is 重要价值; who bought much and is gone is to be won back', () => {
  expect(segments[segmentOf({ recency: 5, frequency: 5, monetary: 5 })]).toBe('重要价值')
  expect(segments[segmentOf({ recency: 1, frequency: 4, monetary: 5 })]).toBe('重要保持')
  expect(segments[segmentOf({ recency: 1, frequency: 1, monetary: 4 })]).toBe('重要挽留')
  expect(segments[segmentOf({ recency: 5, frequency: 1, monetary: 1 })]).toBe('一般发展')
})
