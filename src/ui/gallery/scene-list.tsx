import { useMemo, useState } from 'react'
import { Button, SplitButton } from '../control/button.tsx'
import { Menu } from '../control/menu.tsx'
import { ColumnChooser } from '../list/column-chooser.tsx'
import { chosenColumns, moveColumn, type ColumnChoice, type ListColumn, type Sort } from '../list/column.ts'
import { DataTable } from '../list/data-table.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import type { Filter } from '../list/filter.ts'
import { ListFoot } from '../list/list-foot.tsx'
import type { Selection } from '../list/selection.ts'
import { SaveViewDialog, ViewBar } from '../list/view-bar.tsx'
import type { DocumentState } from '../state/state-mark.tsx'
import { customerSource } from './sample-items.ts'

type Order = {
  id: string
  number: string
  date: string
  customer: string
  due: string
  late: boolean
  quantity: string
  gross: string
  delivered: number
  collected: string
  person: string
  state: DocumentState
  word: string
}

const customers = [
  '上海优厨贸易有限公司',
  '杭州百联家居有限公司',
  '苏州悦厨电器有限公司',
  '义乌市鸿运日用百货商行',
  '合肥万家厨具批发部',
  '南京金陵饭店物资采购中心',
  '温州市瓯海佳佳超市',
  '宁波启川厨具（鼓楼店）',
  '青岛海之味餐饮管理有限公司',
]
const people = ['林知远', '陈嘉禾', '王若溪', '孙一鸣']
const states: readonly (readonly [DocumentState, string])[] = [
  ['submitted', '待审核'],
  ['posted', '已审核'],
  ['partial', '部分出库'],
  ['done', '已完成'],
  ['partial', '部分出库'],
  ['posted', '已审核'],
  ['draft', '草稿'],
  ['done', '已完成'],
  ['reversed', '已红冲'],
  ['rejected', '已驳回'],
  ['closed', '已关闭'],
  ['void', '已作废'],
]

export function sampleOrders(count: number): readonly Order[] {
  return Array.from({ length: count }, (_, index): Order => {
    const [state, word] = states[index % states.length] ?? ['draft', '草稿']
    const red = state === 'reversed'
    return {
      id: `o${index}`,
      number: `XSDD-202601${String(15 - (index % 14)).padStart(2, '0')}-${String(9999 - (index % 9000)).padStart(4, '0')}`,
      date: `2026-01-${String(15 - (index % 14)).padStart(2, '0')}`,
      customer: customers[index % customers.length] ?? '',
      due: `2026-01-${String(15 + (index % 12)).padStart(2, '0')}`,
      late: index % 14 === 13,
      quantity: red ? '-24' : String((index * 97) % 2400),
      gross: red ? '-3072' : String(5340 + ((index * 7919) % 170_000)),
      delivered: state === 'done' ? 100 : state === 'partial' ? 28 + ((index * 17) % 60) : 0,
      collected: index % 3 === 1 ? '30000' : '0',
      person: people[index % people.length] ?? '',
      state,
      word,
    }
  })
}

const columns: readonly ListColumn<Order>[] = [
  {
    key: 'number',
    label: '单据编号',
    kind: 'link',
    width: 160,
    value: (row) => row.number,
    sortable: true,
    fixed: true,
  },
  { key: 'date', label: '单据日期', kind: 'date', width: 96, value: (row) => row.date, sortable: true },
  { key: 'customer', label: '客户', kind: 'text', width: 180, grow: true, value: (row) => row.customer },
  {
    key: 'due',
    label: '交货日期',
    kind: 'date',
    width: 128,
    value: (row) => (row.late ? { text: row.due, note: '逾期' } : row.due),
  },
  { key: 'quantity', label: '数量', kind: 'quantity', width: 76, value: (row) => row.quantity },
  {
    key: 'gross',
    label: '价税合计',
    kind: 'money',
    width: 112,
    emphasis: true,
    value: (row) => row.gross,
    sortable: true,
  },
  { key: 'delivered', label: '已出库', kind: 'progress', width: 116, value: (row) => row.delivered },
  { key: 'collected', label: '已收款', kind: 'money', width: 108, value: (row) => row.collected },
  { key: 'person', label: '业务员', kind: 'text', width: 76, value: (row) => row.person },
  { key: 'state', label: '状态', kind: 'state', width: 96, value: (row) => ({ state: row.state, label: row.word }) },
  { key: 'note', label: '备注', kind: 'text', width: 160, optional: true, value: () => '' },
]

const nothing = (): void => undefined

export function ListScene({ count = 128, selected = true }: { count?: number; selected?: boolean }): React.JSX.Element {
  const rows = useMemo(() => sampleOrders(count), [count])
  const [sort, setSort] = useState<Sort | null>({ key: 'number', descending: true })
  const [choice, setChoice] = useState<ColumnChoice | null>(null)
  const [selection, setSelection] = useState<Selection>({
    all: false,
    ids: new Set(selected ? ['o1', 'o5', 'o9'] : []),
  })
  const [filters, setFilters] = useState<readonly Filter[]>([
    { key: 'date', type: 'preset', preset: 'thisMonth' },
    { key: 'person', type: 'any', values: people.map((name) => ({ value: name, label: name })) },
    { key: 'warehouse', type: 'any', values: [{ value: 'a', label: '成品一仓' }] },
  ])
  const [search, setSearch] = useState('')
  const [view, setView] = useState('all')
  const [saving, setSaving] = useState(false)
  const shown = useMemo(() => chosenColumns(columns, choice), [choice])
  return (
    <>
      <ViewBar
        title="销售订单"
        active={view}
        onView={setView}
        onAdd={() => setSaving(true)}
        views={[
          { key: 'all', label: '全部' },
          { key: 'mine', label: '待我审核', count: 12 },
          { key: 'ship', label: '待发货' },
          { key: 'late', label: '逾期未发', count: 6 },
          { key: 'big', label: '本月大单', own: true },
        ]}
      >
        <Button icon="upload">导入</Button>
        <SplitButton>
          <Button look="primary" icon="plus">
            新增订单
          </Button>
          <Menu items={[{ key: 'quote', label: '由报价单生成', onSelect: nothing }]} align="end">
            {(trigger) => <Button look="primary" icon="chevronDown" aria-label="更多新增" {...trigger} />}
          </Menu>
        </SplitButton>
      </ViewBar>
      <FilterBar
        search={search}
        onSearch={setSearch}
        searchHint="单号、客户、商品、备注"
        filters={filters}
        onFilters={setFilters}
        onSaveView={() => setSaving(true)}
        today="2026-01-15"
        fields={[
          { key: 'date', label: '单据日期', kind: 'date' },
          {
            key: 'person',
            label: '业务员',
            kind: 'choice',
            choices: people.map((name) => ({ value: name, label: name })),
          },
          { key: 'warehouse', label: '出库仓库', kind: 'choice', choices: [{ value: 'a', label: '成品一仓' }] },
          { key: 'customer', label: '客户', kind: 'reference', source: customerSource },
          { key: 'gross', label: '价税合计', kind: 'decimal' },
          { key: 'note', label: '备注', kind: 'text' },
        ]}
        tools={[
          { key: 'group', label: '分组', icon: 'group', onSelect: nothing },
          { key: 'columns', node: <ColumnChooser columns={columns} choice={choice} onChoice={setChoice} /> },
          { key: 'density', label: '密度', icon: 'rows', onSelect: nothing },
          { key: 'export', label: '导出', icon: 'download', onSelect: nothing },
          { key: 'print', label: '打印', icon: 'printer', onSelect: nothing },
        ]}
      />
      <DataTable
        label="销售订单"
        columns={shown}
        rows={rows}
        rowId={(row) => row.id}
        rowHref={(row) => `/sales-order/${row.id}`}
        onOpen={nothing}
        sort={sort}
        onSort={setSort}
        onReorder={(key, before) =>
          setChoice(
            moveColumn(
              shown.map((column) => column.key),
              key,
              before,
            ),
          )
        }
        selection={selection}
        onSelect={setSelection}
        totals={{ quantity: '64218', gross: '5846302.50', delivered: '54%', collected: '2918460' }}
        totalsLabel={
          <>
            合计 128 单<span className="small faint">已载入 1–50</span>
          </>
        }
      />
      <ListFoot
        total={128}
        loaded={50}
        unit="单"
        selection={selection}
        onSelect={setSelection}
        summary="2,140 件 · 340,940.00"
        actions={['下推出库单', '生成采购', '反审核', '打印', '导出', '改交货期', '关闭'].map((label, index) => ({
          key: label,
          label,
          main: index === 0,
          onSelect: nothing,
        }))}
        status="已更新 10:46"
      />
      <SaveViewDialog open={saving} onClose={() => setSaving(false)} onSave={() => setSaving(false)} />
    </>
  )
}
