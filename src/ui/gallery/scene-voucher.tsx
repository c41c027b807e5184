import { useState } from 'react'
import { Segmented } from '../control/segmented.tsx'
import { Tag } from '../control/button.tsx'
import { DocumentBar } from '../document/document-bar.tsx'
import { DocumentPage } from '../document/document-page.tsx'
import { RailFigures, RailSection, RailSteps } from '../document/rail.tsx'
import { StatusLine } from '../document/status-line.tsx'
import { TraceStrip } from '../document/trace-strip.tsx'
import { Stamp } from '../state/state-mark.tsx'
import { VoucherSheet, type VoucherLine } from '../voucher/voucher-sheet.tsx'

const nothing = (): void => undefined

const voucherLines: readonly VoucherLine[] = [
  {
    key: '1',
    summary: '销售商品 杭州百联',
    source: 'XSCK-20260115-0021',
    account: { code: '1122', name: '应收账款' },
    dimensions: '客户：C0012 杭州百联家居有限公司',
    debit: '51566.20',
    credit: '',
  },
  {
    key: '2',
    summary: '销售商品 杭州百联',
    source: 'XSCK-20260115-0021',
    account: { code: '5001', name: '主营业务收入 / 商品销售' },
    dimensions: '部门：华东销售部　数量 584',
    debit: '',
    credit: '45633.81',
  },
  {
    key: '3',
    summary: '销售商品 杭州百联',
    source: 'XSCK-20260115-0021',
    account: { code: '22210107', name: '应交税费 / 应交增值税 / 销项税额' },
    debit: '',
    credit: '5932.39',
  },
  {
    key: '4',
    summary: '结转销售成本',
    source: 'XSCK-20260115-0021',
    account: { code: '5401', name: '主营业务成本 / 商品销售' },
    dimensions: '部门：华东销售部',
    debit: '35411.84',
    credit: '',
  },
  {
    key: '5',
    summary: '结转销售成本',
    source: 'XSCK-20260115-0021',
    account: { code: '1405', name: '库存商品' },
    dimensions: '仓库：成品一仓　9 种',
    debit: '',
    credit: '35411.84',
  },
]

export function VoucherScene({ editing = false }: { editing?: boolean }): React.JSX.Element {
  const [look, setLook] = useState<'ruled' | 'plain'>('ruled')
  const [current, setCurrent] = useState('1')
  const [lines, setLines] = useState(voucherLines)
  return (
    <DocumentPage
      bar={
        <DocumentBar
          title="记账凭证"
          number="2026年1月 记字第 0086 号"
          state={{ state: 'posted', label: '已审核' }}
          tags={<Tag>业务生成</Tag>}
          onPrevious={nothing}
          onNext={nothing}
          actions={[
            { key: 'copy', label: '复制', place: 'tool', onSelect: nothing },
            { key: 'template', label: '存为模板', place: 'tool', onSelect: nothing },
            { key: 'print', label: '打印', place: 'tool', icon: 'printer', onSelect: nothing },
            { key: 'x', label: '红字冲销', place: 'more', onSelect: nothing },
            { key: 'unpost', label: '反审核', place: 'main', onSelect: nothing },
            { key: 'book', label: '记账', place: 'primary', onSelect: nothing },
          ]}
        >
          <Segmented
            label="账格"
            value={look}
            onChange={setLook}
            options={[
              { value: 'ruled', label: '账格' },
              { value: 'plain', label: '金额' },
            ]}
          />
        </DocumentBar>
      }
      trace={
        <TraceStrip
          upLabel="来源"
          up={[
            { key: 'd', type: '销售出库单', number: 'XSCK-20260115-0021', path: '/d' },
            { key: 'h', type: '本凭证', here: true },
          ]}
          down={[]}
          note="金额与科目由来源单据锁定，改动请到来源单据"
        />
      }
      header={null}
      status={
        <StatusLine
          hint="记账后凭证不可修改，只能红字冲销或补充更正"
          keys={[
            { keys: '=', label: '平衡' },
            { keys: '空格', label: '借贷互换' },
            { keys: 'F7', label: '科目' },
            { keys: '//', label: '复制摘要' },
          ]}
        />
      }
      rail={
        <>
          <RailSection title="1122 应收账款" aside="2026年1月">
            <RailFigures
              figures={[
                { label: '期初余额', value: '3,316,482.10' },
                { label: '本期借方', value: '842,306.20' },
                { label: '本期贷方', value: '676,627.80' },
                { label: '含本凭证余额', value: '3,482,160.50' },
              ]}
            />
          </RailSection>
          <RailSection title="流程">
            <RailSteps
              steps={[
                { label: '制单', text: '系统生成', at: '01-15 10:20', done: true },
                { label: '审核', text: '吴静怡', at: '01-15 11:02', done: true },
                { label: '记账', text: '待记账', done: false },
                { label: '结账', text: '1月未结', done: false },
              ]}
            />
          </RailSection>
        </>
      }
    >
      <VoucherSheet
        title="记账凭证"
        number="记字第 0086 号"
        date="2026 年 1 月 15 日"
        attachments="附单据 3 张"
        stamp={<Stamp word="已审核" by="吴静怡" on="2026-01-15" />}
        lines={lines}
        current={current}
        onCurrent={setCurrent}
        plain={look === 'plain'}
        onAmount={
          editing
            ? (key, side, amount) =>
                setLines((was) => was.map((line) => (line.key === key ? { ...line, [side]: amount } : line)))
            : undefined
        }
        signatures={[
          { label: '会计主管', name: '吴静怡' },
          { label: '记账', name: '' },
          { label: '审核', name: '吴静怡' },
          { label: '出纳', name: '' },
          { label: '制单', name: '系统生成，陈嘉禾' },
        ]}
      />
    </DocumentPage>
  )
}
