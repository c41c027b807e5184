import { expect, onTestFinished, test, vi } from 'vitest'
import { openLanes } from './lanes.ts'

/** A step that goes on until it is told to end, and tells when it begins. */
const openStep = (begun: string[], name: string) => {
  const { promise, resolve } = Promise.withResolvers<string>()
  return {
    run: () => {
      begun.push(name)
      return promise
    },
    end: () => resolve(name),
  }
}

const moment = () => new Promise((done) => setTimeout(done))

test('runs so many at once, and the others in their order', async () => {
  const lanes = openLanes(2, 10_000)
  const begun: string[] = []
  const steps = ['a', 'b', 'c', 'd'].map((name) => openStep(begun, name))
  const [a, b, c, d] = steps.map((step) => lanes.take(step.run))
  await moment()
  expect(begun).toEqual(['a', 'b'])
  steps[1]?.end()
  expect(await b).toBe('b')
  await moment()
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const step of steps) step.end()
  expect(await Promise.all([a, c, d])).toEqual(['a', 'c', 'd'])
})

test('goes on beside work that takes long, and counts it no more when it ends', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const lanes = openLanes(1, 20)
  const begun: string[] = []
  const steps = ['long', 'second', 'third'].map((name) => openStep(begun, name))
  const [long, second, third] = steps
  const all = steps.map((step) => lanes.take(step.run))
  await vi.advanceTimersByTimeAsync(10)
  expect(begun).toEqual(['long'])
  await vi.advanceTimersByTimeAsync(15)
  expect(begun).toEqual(['long', 'second'])
  long?.end()
  await vi.advanceTimersByTimeAsync(1)
  expect(begun).toEqual(['long', 'second'])
  second?.end()
  third?.end()
  await Promise.all(all)
  expect(await lanes.take(() => Promise.resolve('after'))).toBe('after')
})

test('gives the lane on when a step fails', async () => {
  const lanes = openLanes(1, 10_000)
  const failed = lanes.take(() => Promise.reject(new Error('no')))
  const next = lanes.take(() => Promise.resolve('yes'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
