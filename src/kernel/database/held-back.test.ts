import { expect, test } from 'vitest'
import { heldBack } from './held-back.ts'

const holding = () => {
  const sent: string[] = []
  const held = heldBack()
  const hold = (name: string) => held.hold([name], () => sent.push(name))
  return { sent, held, hold }
}

test('what is kept back goes before a statement that names its table, and only then', () => {
  const { sent, held, hold } = holding()
  hold('sales_order')
  held.letGo('select 1 from item')
  expect(sent).toEqual([])
  held.letGo('select 1 from sales_order where id = $1')
  expect(sent).toEqual(['sales_order'])
  held.letGo('select 1 from sales_order where id = $1')
  expect(sent).toEqual(['sales_order'])
})

test('all go together in their order, and at the end in any case', () => {
  const { sent, held, hold } = holding()
  hold('sales_order')
  hold('purchase_order')
  held.letGo('select 1 from purchase_order')
  expect(sent).toEqual(['sales_order', 'purchase_order'])
  hold('item')
  held.letGo()
  expect(sent).toEqual(['sales_order', 'purchase_order', 'item'])
})
