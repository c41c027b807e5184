import { expect, test } from 'vitest'
import { compareLines } from './compare-versions.ts'

const line = (id: string, item: string, quantity: string, price: string) => ({
  id,
  item,
  quantity,
  price,
  discount: '',
  gross: '',
})
const said = (before: ReturnType<typeof line>[], after: ReturnType<typeof line>[]) =>
  compareLines(before, after, true).map(({ line: one, change }) => `${one.item}: ${change}`)

test('a version says what was changed, added and taken out', () => {
  const before = [line('1', 'pen', '10', '9.00'), line('2', 'ink', '5', '20')]
  const after = [line('1', 'pen', '12', '8.5'), line('3', 'cup', '1', '15')]
  expect(said(before, after)).toEqual(['pen: 数量 10 → 12，单价 9 → 8.5', 'cup: 新增', 'ink: 删除'])
  expect(said(before, before)).toEqual(['pen: ', 'ink: '])
})
