import { describe, expect, test } from 'vitest'
import {
  findNode,
  insertNode,
  moveNode,
  newApproval,
  newBranch,
  placeOf,
  removeNode,
  replaceNode,
  shiftNode,
} from './flow-draft.ts'

const [first, second, inside] = ['会计', '老板', '负责人'].map(newApproval)
if (first === undefined || second === undefined || inside === undefined) throw new Error('there are three')
const fork = newBranch('金额', '大额', '其他')
const [way] = fork.ways
const nodes = insertNode([first, fork, second], { list: way?.id ?? '', at: 0 }, inside)
const names = (of: typeof nodes): string[] => of.map((node) => node.name)

describe('a flow that is drawn', () => {
  test('has its nodes in rows, of which forks have more', () => {
    expect(names(nodes)).toEqual(['会计', '金额', '老板'])
    expect(placeOf(nodes, inside.id)).toEqual({ list: way?.id, at: 0 })
    expect(findNode(nodes, inside.id)?.name).toBe('负责人')
  })

  test('lets nodes be moved, also out of a fork and into it, never a fork into itself', () => {
    expect(names(shiftNode(nodes, second.id, -1))).toEqual(['会计', '老板', '金额'])
    expect(names(shiftNode(nodes, first.id, 1))).toEqual(['金额', '会计', '老板'])
    expect(names(shiftNode(nodes, first.id, -1))).toEqual(names(nodes))
    expect(names(moveNode(nodes, inside.id, { list: 'root', at: 0 }))).toEqual(['负责人', '会计', '金额', '老板'])
    expect(names(moveNode(nodes, first.id, { list: way?.id ?? '', at: 1 }))).toEqual(['金额', '老板'])
    expect(moveNode(nodes, fork.id, { list: way?.id ?? '', at: 0 })).toEqual(nodes)
    expect(names(moveNode(nodes, first.id, { list: 'root', at: 3 }))).toEqual(['金额', '老板', '会计'])
  })

  test('lets nodes be changed and taken away, whichever row they are in', () => {
    expect(findNode(replaceNode(nodes, { ...inside, name: '总监' }), inside.id)?.name).toBe('总监')
    expect(findNode(removeNode(nodes, inside.id), inside.id)).toBeUndefined()
    expect(names(removeNode(nodes, fork.id))).toEqual(['会计', '老板'])
  })
})
