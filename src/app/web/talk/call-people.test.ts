import { expect, test } from 'vitest'
import { calledPart, peopleFor, piecesOf, withCalled } from './call-people.ts'

const people = [
  { id: '1', name: '林小满', username: 'lin' },
  { id: '2', name: '仓管', username: 'store' },
]

test('who is being called is what follows the last @ up to the cursor', () => {
  expect(calledPart('请 @林', 4)).toBe('林')
  expect(calledPart('请 @', 3)).toBe('')
  expect(calledPart('请 @林小满 看', 8)).toBeNull()
  expect(calledPart('没有', 2)).toBeNull()
})

test('people are found by name or the name they sign in by', () => {
  expect(peopleFor('小', people).map((one) => one.id)).toEqual(['1'])
  expect(peopleFor('st', people).map((one) => one.id)).toEqual(['2'])
  expect(peopleFor('', people).length).toBe(2)
})

test('the chosen one stands where they were typed, with the cursor behind', () => {
  expect(withCalled('请 @林 看一下', 4, { id: '1', name: '林小满', username: 'lin' })).toEqual({
    text: '请 @林小满 看一下',
    cursor: 7,
  })
  expect(withCalled('看一下', 3, { id: '2', name: '仓管', username: 'store' })).toEqual({
    text: '看一下@仓管 ',
    cursor: 7,
  })
})

test('a remark is shown with those it calls set off, and an address of mail is no call', () => {
  expect(piecesOf('@仓管 寄 a@b.c', people).filter((one) => one.called + one.rest !== '')).toEqual([
    { at: 1, called: '@仓管', rest: ' 寄 a' },
    { at: 8, called: '', rest: '@b.c' },
  ])
})
