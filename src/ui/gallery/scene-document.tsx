import { useState } from 'react'
import { Button } from '../control/button.tsx'
import { AttachmentsPanel } from '../document/attachments-panel.tsx'
import { DocumentBar, type DocumentAction } from '../document/document-bar.tsx'
import { DocumentFoot } from '../document/document-foot.tsx'
import { DocumentPage } from '../document/document-page.tsx'
import { HistoryDrawer } from '../document/history-drawer.tsx'
import { Meter, RailColumns, RailFigures, RailSection, RailTable } from '../document/rail.tsx'
import { StatusLine } from '../document/status-line.tsx'
import { TraceStrip } from '../document/trace-strip.tsx'
import type { Field, FieldValue, Issue } from '../field/field.ts'
import { FieldGrid } from '../form/field-grid.tsx'
import { FormField } from '../form/form-field.tsx'
import { applyLineChanges, type Line, type LineColumn } from '../lines/line.ts'
import { LinesGrid } from '../lines/lines-grid.tsx'
import { addDecimalTexts } from '../number/decimal-text.ts'
import { Stamp } from '../state/state-mark.tsx'
import { customerSource, itemSource, sampleItems } from './sample-items.ts'

const today = '2026-01-15'

export const salesColumns: readonly LineColumn[] = [
  { key: 'item', label: '商品', kind: 'reference', width: 200, grow: true, source: itemSource, required: true },
  { key: 'spec', label: '规格', kind: 'text', width: 104, readOnly: true },
  { key: 'unit', label: '单位', kind: 'text', width: 40, readOnly: true },
  { key: 'quantity', label: '数量', kind: 'decimal', width: 64, total: 'sum', decimal: { max: 4 } },
  { key: 'available', label: '可用量', kind: 'decimal', width: 64, readOnly: true },
  { key: 'price', label: '含税单价', kind: 'decimal', width: 76, decimal: { min: 2, max: 6 } },
  { key: 'discount', label: '折扣%', kind: 'decimal', width: 52 },
  {
    key: 'taxRate',
    label: '税率',
    kind: 'choice',
    width: 52,
    align: 'end',
    choices: [
      { value: '13', label: '13%' },
      { value: '9', label: '9%' },
    ],
  },
  { key: 'tax', label: '税额', kind: 'decimal', width: 84, readOnly: true, total: 'sum', decimal: { min: 2 } },
  {
    key: 'gross',
    label: '价税合计',
    kind: 'decimal',
    width: 100,
    readOnly: true,
    emphasis: true,
    total: 'sum',
    decimal: { min: 2 },
  },
]

const header: readonly Field[] = [
  { key: 'customer', label: '客户', kind: 'reference', required: true, source: customerSource },
  { key: 'date', label: '单据日期', kind: 'date', required: true },
  {
    key: 'warehouse',
    label: '出库仓库',
    kind: 'choice',
    required: true,
    choices: [
      { value: 'a', label: '成品一仓' },
      { value: 'b', label: '鼓楼店' },
    ],
  },
  { key: 'salesperson', label: '业务员', kind: 'choice', choices: [{ value: 'c', label: '陈嘉禾' }] },
  { key: 'address', label: '收货地址', kind: 'text' },
  { key: 'terms', label: '结算方式', kind: 'choice', choices: [{ value: '30', label: '月结 30 天' }] },
  { key: 'department', label: '部门', kind: 'choice', choices: [{ value: 'east', label: '华东销售部' }] },
  { key: 'carrier', label: '物流', kind: 'text' },
  { key: 'contract', label: '合同号', kind: 'text' },
]

const headerValues: Readonly<Record<string, FieldValue>> = {
  customer: { id: 'c', code: 'C0012', name: '杭州百联家居有限公司' },
  date: today,
  warehouse: 'a',
  salesperson: 'c',
  address: '杭州市余杭区良渚街道玉鸟路 88 号 3 号库',
  terms: '30',
  department: 'east',
  carrier: '安能物流',
}

const quantities = ['60', '36', '120', '80', '80', '40', '48', '100', '20']
const codes = [
  '10010124',
  '10010128',
  '10030105',
  '10020132',
  '10020228',
  '10010116',
  '10030119',
  '10040103',
  '10050116',
]
const taxes = ['883.54', '695.79', '814.51', '1253.71', '802.73', '349.73', '640.57', '491.81', '0']
const grosses = ['7680', '6048', '7080', '10897.6', '6977.6', '3040', '5568', '4275', '0.00']

export function sampleLines(count: number): readonly Line[] {
  return Array.from({ length: count }, (_, index): Line => {
    const place = index % codes.length
    const item = sampleItems.find((one) => one.code === codes[place]) ?? null
    return {
      key: `line-${index}`,
      tags: place === 8 ? ['赠'] : undefined,
      values: {
        item,
        spec: item?.details?.spec ?? null,
        unit: item?.details?.unit ?? null,
        quantity: quantities[place] ?? null,
        available: item?.details?.available ?? null,
        price: place === 8 ? null : (item?.details?.price ?? null),
        discount: place === 3 || place === 4 ? '98' : null,
        taxRate: '13',
        tax: taxes[place] ?? null,
        gross: grosses[place] ?? null,
      },
    }
  })
}

const nothing = (): void => undefined

function Rail(): React.JSX.Element {
  return (
    <>
      <RailSection title="信用" aside="月结 30 天">
        <Meter label="信用" used={73} taking={10} />
        <RailFigures
          figures={[
            { label: '额度', value: '500,000.00' },
            { label: '本单前欠款', value: '364,206.20' },
            { label: '审核后剩余', value: '87,267.60' },
            { label: '已逾期', value: '18,400.00　12 天', tone: 'warning' },
          ]}
        />
      </RailSection>
      <RailSection title="不锈钢复底奶锅 16cm" aside="10010116">
        <RailColumns
          figures={[
            { label: '现存', value: '428' },
            { label: '可用', value: '388' },
            { label: '在途', value: '0' },
            { label: '待发', value: '40' },
            { label: '冻结', value: '0' },
          ]}
        />
        <RailFigures
          figures={[
            { label: '成品一仓', value: '388', small: true },
            { label: '鼓楼店', value: '26', small: true },
            { label: '江北店', value: '14', small: true },
          ]}
        />
      </RailSection>
      <RailSection title="最近成交" aside="本客户">
        <RailTable
          head={[{ label: '日期' }, { label: '数量', end: true }, { label: '含税单价', end: true }]}
          rows={[
            ['2026-01-08', '60', '76.00'],
            ['2025-12-19', '120', '75.00'],
            ['2025-11-27', '48', '76.00'],
          ]}
        />
      </RailSection>
      <RailSection title="附件" aside="2">
        <AttachmentsPanel
          attachments={[
            { id: '1', name: '送货签收单.pdf', size: 88_000, path: '#' },
            { id: '2', name: '合同 2026-007.pdf', size: 412_000, path: '#' },
          ]}
        />
      </RailSection>
    </>
  )
}

const editActions: readonly DocumentAction[] = [
  { key: 'pull', label: '选单', place: 'tool', onSelect: nothing },
  { key: 'copy', label: '复制', place: 'tool', onSelect: nothing },
  { key: 'files', label: '2', place: 'tool', icon: 'paperclip', onSelect: nothing },
  { key: 'print', label: '打印', place: 'tool', icon: 'printer', onSelect: nothing },
  { key: 'history', label: '变更记录', place: 'more', onSelect: nothing },
  { key: 'void', label: '作废', place: 'more', danger: true, divided: true, onSelect: nothing },
  { key: 'save', label: '保存', place: 'main', keys: 'Ctrl S', onSelect: nothing },
  { key: 'submit', label: '提交', place: 'main', onSelect: nothing },
  {
    key: 'post',
    label: '审核',
    place: 'primary',
    keys: 'F9',
    onSelect: nothing,
    variants: [{ key: 'new', label: '审核并新增', onSelect: nothing }],
  },
]

const up = [
  { key: 'q', type: '报价单', number: 'XSBJ-20260106-0004', path: '/q' },
  { key: 'o', type: '销售订单', number: 'XSDD-20260112-0019', path: '/o' },
]

export function DocumentEditScene({ lineCount = 9 }: { lineCount?: number }): React.JSX.Element {
  const [values, setValues] = useState(headerValues)
  const [lines, setLines] = useState(() => sampleLines(lineCount))
  const [issues] = useState(
    () =>
      new Map([
        ['line-2', new Map<string, Issue>([['quantity', { level: 'warning', message: '第 3 行超出可用量 24 只' }]])],
      ]),
  )
  const gross = addDecimalTexts(lines.map((line) => line.values.gross).filter((text) => typeof text === 'string'))
  return (
    <DocumentPage
      bar={
        <DocumentBar
          title="销售出库单"
          number="XSCK-20260115-0023"
          state={{ state: 'draft', label: '草稿' }}
          note="已自动保存 10:46"
          onPrevious={nothing}
          onNext={nothing}
          actions={editActions}
        />
      }
      trace={<TraceStrip up={up} down={[]} note="审核后生成应收单、出库成本与凭证" />}
      header={
        <FieldGrid
          fields={header}
          values={values}
          shown={8}
          today={today}
          onChange={(key, value) => setValues((was) => ({ ...was, [key]: value }))}
        />
      }
      foot={
        <DocumentFoot
          due={{ label: '应收金额', amount: gross }}
          sums={[
            { key: 'a', label: '整单优惠', amount: '0' },
            { key: 'b', label: '本次收款', amount: '0' },
            { key: 'c', label: '累计欠款', amount: '412732.4' },
          ]}
        >
          <FormField
            field={{ key: 'remark', label: '备注', kind: 'text' }}
            value="送货前电话联系仓管李师傅，外箱贴百联门店标签"
            onChange={nothing}
            today={today}
          />
        </DocumentFoot>
      }
      status={
        <StatusLine
          issue={{ level: 'warning', message: '第 3 行超出可用量 24 只' }}
          signatures={[{ label: '制单', text: '陈嘉禾 01-15 09:12' }]}
          keys={[
            { keys: 'Ctrl S', label: '保存' },
            { keys: 'F9', label: '审核' },
            { keys: 'Ctrl Enter', label: '插行' },
          ]}
        />
      }
      rail={<Rail />}
    >
      <LinesGrid
        label="明细"
        columns={salesColumns}
        lines={lines}
        today={today}
        issues={issues}
        scan={{ reference: 'item', quantity: 'quantity' }}
        onChange={(changes) => setLines((was) => applyLineChanges(was, changes))}
      />
    </DocumentPage>
  )
}

export function DocumentApprovedScene(): React.JSX.Element {
  const [history, setHistory] = useState(false)
  return (
    <DocumentPage
      bar={
        <DocumentBar
          title="销售出库单"
          number="XSCK-20260115-0021"
          state={{ state: 'posted', label: '已审核' }}
          onPrevious={nothing}
          onNext={nothing}
          actions={[
            { key: 'copy', label: '复制', place: 'tool', onSelect: nothing },
            { key: 'trace', label: '联查', place: 'tool', onSelect: nothing },
            { key: 'more', label: '变更', place: 'more', onSelect: nothing },
            { key: 'unpost', label: '反审核', place: 'main', onSelect: nothing },
            { key: 'reverse', label: '红冲', place: 'main', danger: true, onSelect: nothing },
            {
              key: 'print',
              label: '打印',
              place: 'main',
              icon: 'printer',
              onSelect: nothing,
              variants: [{ key: 'a', label: '三联针打', onSelect: nothing }],
            },
            {
              key: 'push',
              label: '下推',
              place: 'primary',
              onSelect: nothing,
              variants: [{ key: 'invoice', label: '销售发票', onSelect: nothing }],
            },
          ]}
        />
      }
      trace={
        <TraceStrip
          up={up}
          down={[
            { key: 'r', type: '应收单', number: 'YSD-20260115-0021', path: '/r' },
            { key: 'v', type: '凭证', number: '记-0086', path: '/v' },
            { key: 'c', type: '收款单', note: '未收' },
          ]}
        />
      }
      header={
        <FieldGrid
          fields={header}
          values={headerValues}
          shown={8}
          today={today}
          readOnly
          onOpen={nothing}
          aside={<Stamp word="已审核" by="周启川" on="2026-01-15" />}
        />
      }
      foot={
        <DocumentFoot
          due={{ label: '应收金额', amount: '51566.20' }}
          sums={[
            { key: 'a', label: '整单优惠', amount: '0' },
            { key: 'b', label: '本次收款', amount: '0' },
            { key: 'c', label: '累计欠款', amount: '364206.2' },
          ]}
        />
      }
      status={
        <StatusLine
          signatures={[
            { label: '制单', text: '陈嘉禾 01-15 09:12' },
            { label: '审核', text: '周启川 01-15 10:20' },
          ]}
          end={
            <Button look="text" size="small" onClick={() => setHistory(true)}>
              变更记录 3
            </Button>
          }
        />
      }
      rail={<Rail />}
    >
      <LinesGrid label="明细" columns={salesColumns} lines={sampleLines(9)} today={today} readOnly />
      <HistoryDrawer
        open={history}
        onClose={() => setHistory(false)}
        entries={[
          { id: '1', action: '审核', by: '周启川', at: '2026-01-15T02:20:00Z', changes: [] },
          {
            id: '2',
            action: '保存',
            by: '陈嘉禾',
            at: '2026-01-15T01:40:00Z',
            changes: [{ where: '第 3 行', field: '数量', before: '96', after: '120' }],
          },
        ]}
      />
    </DocumentPage>
  )
}
