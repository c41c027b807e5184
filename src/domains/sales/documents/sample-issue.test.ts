import { describe, expect, test } from 'vitest'
import { postingInput } from '../../../ledgers/testing/posting-input.ts'
import type { Scene } from '../../../ledgers/testing/posting-input.ts'
import { tradeRecords as records } from '../../../ledgers/testing/trade-records.ts'
import { trialOf } from '../../../ledgers/testing/trial.ts'
import { postSampleIssue } from './sample-issue.posting.ts'
import { sampleIssue } from './sample-issue.ts'

const header = { customer: 'hong', warehouse: 'main', purpose: '试写' }
const samples = (scene: Scene) => postingInput(sampleIssue, { header, records, ...scene })
const costs = { pen: '60', ink: '3' }

describe('goods given as samples', () => {
  test('are an expense at cost, with VAT at the market price (rule 4)', () => {
    const input = samples({ tables: { lines: [{ item: 'pen', quantity: '1' }] } })
    expect(trialOf(postSampleIssue, input, costs)).toEqual({ inventory: '-60', outputVat: '-13', salesExpense: '73' })
  })

  test('are an expense at cost alone where no market price is known', () => {
    const input = samples({ tables: { lines: [{ item: 'ink', quantity: '2' }] } })
    expect(trialOf(postSampleIssue, input, costs)).toEqual({ inventory: '-6', salesExpense: '6' })
  })

  test('of a small-scale taxpayer owe simple VAT', () => {
    const lines = [{ item: 'pen', quantity: '1', price: '103', taxRate: '3' }]
    const input = samples({ tables: { lines }, settings: { taxpayer: 'smallScale' } })
    expect(trialOf(postSampleIssue, input, costs)).toEqual({ inventory: '-60', simpleVat: '-3', salesExpense: '63' })
  })
})
