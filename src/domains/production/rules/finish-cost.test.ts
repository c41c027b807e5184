import { expect, test } from 'vitest'
import { decimal } from '../../../base/decimal.ts'
import { finishCost } from './finish-cost.ts'
import type { Unfinished } from './finish-cost.ts'
import { totalOfElements } from './elements.ts'

const of = (cost: readonly [string, string, string], more: Partial<Unfinished> = {}): Unfinished => ({
  cost: { material: decimal(cost[0]), labour: decimal(cost[1]), overhead: decimal(cost[2]) },
  finished: decimal(0),
  inProgress: decimal(0),
  materialRate: decimal(1),
  completionRate: decimal('0.5'),
  method: 'equivalentUnits',
  isDone: false,
  ...more,
})

const told = (unfinished: Unfinished) => {
  const { finished, inProgress } = finishCost(unfinished)
  return [finished, inProgress].map(({ material, labour, overhead }) => [material, labour, overhead].join(' '))
}

// EQUIV-WA-PULP and EQUIV-CN-STEP-1 of the published cases in costing/production-scenarios.json.
test('the pulp of Garrison: 146,000 units out, 6,000 in process with all material and three quarters of conversion', () => {
  const pulp = of(['60800', '22500', '0'], {
    finished: decimal(146_000),
    inProgress: decimal(6000),
    completionRate: decimal('0.75'),
  })
  expect(told(pulp)).toEqual(['58400 21827.24 0', '2400 672.76 0'])
  expect(totalOfElements(finishCost(pulp).finished).toString()).toBe('80227.24')
})

test('the two steps of the examination case by 约当产量: broad work in progress of 60 for material, 40 and 10 for conversion', () => {
  const step1 = (cost: readonly [string, string, string], units: number) =>
    told(of(cost, { finished: decimal(220), inProgress: decimal(units), completionRate: decimal(1) }))
  expect(step1(['28000', '0', '0'], 60)).toEqual(['22000 0 0', '6000 0 0'])
  expect(step1(['0', '7800', '0'], 40)).toEqual(['0 6600 0', '0 1200 0'])
  expect(step1(['0', '4600', '0'], 10)).toEqual(['0 4400 0', '0 200 0'])
})

test('material only, nothing at all, and what is done', () => {
  const scene = { finished: decimal(80), inProgress: decimal(20) }
  expect(told(of(['1000', '300', '200'], { ...scene, method: 'materialOnly' }))).toEqual(['800 300 200', '200 0 0'])
  expect(told(of(['1000', '300', '200'], { ...scene, method: 'none' }))).toEqual(['1000 300 200', '0 0 0'])
  expect(told(of(['1000', '300', '200'], { inProgress: decimal(20) }))).toEqual(['0 0 0', '1000 300 200'])
  expect(told(of(['-3.33', '0', '0'], { isDone: true }))).toEqual(['-3.33 0 0', '0 0 0'])
})
