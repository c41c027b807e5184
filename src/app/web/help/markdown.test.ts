import { expect, test } from 'vitest'
import { anchorOf, blocksOf, runsOf } from './markdown.ts'

test('a page is read into headings, tables, lists, code and paragraphs', () => {
  const blocks = blocksOf(
    '前言\n接着\n\n## 记账、审核\n\n| 步 | 做 |\n| --- | --- |\n| 1 | **审核** |\n\n- 一\n- 二\n\n1. 先\n\n```sh\nnpm start\n```\n',
  )
  expect(blocks.map(({ sort }) => sort)).toEqual(['paragraph', 'heading', 'table', 'list', 'list', 'code'])
  expect(blocks[1]).toMatchObject({ rank: 2, anchor: '记账审核' })
  expect(blocks[2]).toMatchObject({ rows: [[[{ text: '1' }], [{ sort: 'strong', text: '审核' }]]] })
  expect(blocks[4]).toMatchObject({ ordered: true })
})

test('a drawing becomes its arrows', () => {
  expect(blocksOf('```mermaid\nflowchart LR\n  A[采购订单] -->|下推| B[入库单]\n```')).toEqual([
    { sort: 'code', text: '采购订单 →（下推）入库单' },
  ])
})

test('links, code and bold words stand within a line', () => {
  expect(runsOf('见[权限](08-rights.md#a)，按 `F9` 是**审核**。').map(({ sort }) => sort)).toEqual([
    'text',
    'link',
    'text',
    'code',
    'text',
    'strong',
    'text',
  ])
  expect(anchorOf('Ctrl K 查找')).toBe('ctrl-k-查找')
})
