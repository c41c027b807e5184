import { expect, test } from 'vitest'
import type { CellError, FileColumn } from './import-data.ts'
import { groupErrors, withColumn, withMend, withoutRows } from './mend-plan.ts'

const column = (at: number, target: string | null, valueKey: string | null = null): FileColumn => ({
  at,
  head: `列${at}`,
  target,
  label: null,
  by: null,
  confidence: 1,
  valueKey,
  sample: [],
})
const wrong = (row: number, at: number, value: string, message = '找不到'): CellError => ({
  row,
  at,
  column: `列${at}`,
  value,
  message,
  mends: [],
  create: null,
})

test('the same mistake in many rows is one, and a word is mended by what it means', () => {
  const columns = [column(0, 'header.name'), column(1, 'header.unit', 'unit')]
  const [group, other] = groupErrors([wrong(9, 0, '?', '不对'), wrong(2, 1, '只'), wrong(3, 1, '只')], columns)
  expect(group?.errors).toHaveLength(2)
  if (group === undefined || other === undefined) throw new Error('two groups were expected')
  expect(withMend({}, group, '个', 'ref')).toEqual({ values: { unit: { 只: '个' } } })
  expect(withMend({ fixes: { '1:0': 'a' } }, other, 'b', 'text')).toEqual({ fixes: { '1:0': 'a', '9:0': 'b' } })
})

test('a field goes to one column alone, and rows are left out once', () => {
  const columns = [column(0, 'header.name'), column(1, null)]
  expect(withColumn({}, columns, 1, 'header.name').columns).toEqual({ '0': '', '1': 'header.name' })
  expect(withoutRows({ drop: [3] }, [3, 4]).drop).toEqual([3, 4])
})
