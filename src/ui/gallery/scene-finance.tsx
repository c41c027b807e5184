import { useState } from 'react'
import { Segmented } from '../control/segmented.tsx'
import { ChartPane } from '../report/chart-pane.tsx'
import { ParameterBar } from '../report/parameter-bar.tsx'
import { ReportFoot, ReportHead } from '../report/report-head.tsx'
import { ReportTable } from '../report/report-table.tsx'
import type { ReportColumn, ReportRow } from '../report/report-table-model.ts'
import { DrillCard, Statement, type StatementLine } from '../report/statement.tsx'

const nothing = (): void => undefined

const assets: readonly (readonly [
  label: string,
  number: string,
  end: string,
  start: string,
  indent: number,
  strong?: boolean,
])[] = [
  ['流动资产：', '', '', '', 0, true],
  ['货币资金', '1', '2908126.44', '2264810.92', 1],
  ['短期投资', '2', '0', '0', 1],
  ['应收票据', '3', '180000', '260000', 1],
  ['应收账款', '4', '3316482.1', '2874305.66', 1],
  ['预付账款', '5', '246800', '310200', 1],
  ['其他应收款', '8', '58320', '41000', 1],
  ['存货', '9', '5086214.73', '4497470.18', 1],
  ['其中：原材料', '10', '1648205.31', '1502118.4', 2],
  ['在产品', '11', '624870.06', '588316.25', 4],
  ['库存商品', '12', '2664318.96', '2401877.13', 4],
  ['流动资产合计', '15', '11832359.07', '10257806.76', 0, true],
  ['非流动资产：', '', '', '', 0, true],
  ['固定资产原价', '18', '6842000', '6420000', 1],
  ['减：累计折旧', '19', '2318460', '1846300', 1],
  ['固定资产账面价值', '20', '4523540', '4573700', 1],
  ['无形资产', '25', '486000', '518400', 1],
  ['非流动资产合计', '29', '5425540', '5224100', 0, true],
  ['资产总计', '30', '17257899.07', '15481906.76', 0, true],
]
const equity: typeof assets = [
  ['流动负债：', '', '', '', 0, true],
  ['短期借款', '31', '2000000', '2000000', 1],
  ['应付账款', '33', '2486930.15', '2318204.7', 1],
  ['预收账款', '34', '412600', '286400', 1],
  ['应付职工薪酬', '35', '684215', '612480', 1],
  ['应交税费', '36', '218346.72', '176905.38', 1],
  ['流动负债合计', '41', '6198571.87', '5478190.08', 0, true],
  ['非流动负债：', '', '', '', 0, true],
  ['长期借款', '42', '1200000', '1500000', 1],
  ['非流动负债合计', '46', '1320000', '1660000', 0, true],
  ['负债合计', '47', '7518571.87', '7138190.08', 0, true],
  ['所有者权益（或股东权益）：', '', '', '', 0, true],
  ['实收资本（或股本）', '48', '5000000', '5000000', 1],
  ['盈余公积', '50', '418632.5', '286140.22', 1],
  ['未分配利润', '51', '4120694.7', '2857576.46', 1],
  ['所有者权益合计', '52', '9739327.2', '8343716.68', 0, true],
  ['负债和所有者权益总计', '53', '17257899.07', '15481906.76', 0, true],
]

function statementLines(rows: typeof assets): StatementLine[] {
  return rows.map(([label, number, end, start, indent, strong]) => ({
    key: label,
    label,
    number,
    indent,
    strong,
    amounts: [end, start],
  }))
}

export function StatementScene(): React.JSX.Element {
  const [term, setTerm] = useState<'month' | 'quarter' | 'year'>('month')
  return (
    <>
      <ReportHead title="资产负债表" onSchedule={nothing} onPrint={nothing} onExport={nothing}>
        <Segmented
          label="周期"
          value={term}
          onChange={setTerm}
          options={[
            { value: 'month', label: '月报' },
            { value: 'quarter', label: '季报' },
            { value: 'year', label: '年报' },
          ]}
        />
      </ReportHead>
      <Statement
        title="资产负债表"
        company="宁波启川厨具有限公司"
        date="2025年12月31日"
        form="会小企 01 表　单位：元"
        columns={['期末余额', '年初余额']}
        sides={[
          { label: '资产', lines: statementLines(assets) },
          { label: '负债和所有者权益', lines: statementLines(equity) },
        ]}
        renderDrill={(line, column) => (
          <DrillCard
            title={`${line.label}　期末`}
            amount={line.amounts[column] ?? ''}
            parts={[
              { label: '1122 应收账款　借方余额 47 户', amount: '3268482.1' },
              { label: '2203 预收账款　借方余额 2 户', amount: '48000' },
            ]}
            links={[
              { label: '客户明细', onSelect: nothing },
              { label: '明细账', onSelect: nothing },
              { label: '账龄', onSelect: nothing },
            ]}
          />
        )}
      />
    </>
  )
}

const reportColumns: readonly ReportColumn[] = [
  { key: 'code', label: '商品编码', kind: 'muted', width: 92 },
  { key: 'name', label: '名称', kind: 'text' },
  { key: 'spec', label: '规格', kind: 'muted' },
  { key: 'unit', label: '单位', kind: 'muted', width: 40 },
  ...['期初结存', '本期收入', '本期发出', '期末结存'].flatMap((group, index): ReportColumn[] => [
    { key: `q${index}`, label: '数量', kind: 'quantity', group },
    { key: `a${index}`, label: '金额', kind: 'money', group },
  ]),
  { key: 'cost', label: '结存单价', kind: 'decimal', decimal: { min: 4, max: 4 } },
  { key: 'days', label: '周转天数', kind: 'quantity' },
]

const itemRows = [
  ['10010124', '不锈钢复底汤锅', '24cm / 3.6L'],
  ['10010128', '不锈钢复底汤锅', '28cm / 5.8L'],
  ['10020132', '麦饭石不粘炒锅', '32cm 带盖'],
  ['10020228', '麦饭石不粘煎锅', '28cm'],
] as const

function reportRows(groups: number): readonly ReportRow[] {
  const names = ['锅具', '水具', '厨具配件']
  const figures = {
    q0: '2924',
    a0: '222164.44',
    q1: '4240',
    a1: '327933.87',
    q2: '4734',
    a2: '366050.43',
    q3: '2430',
    a3: '184047.88',
  }
  const rows = Array.from({ length: groups }, (_, group): ReportRow[] => [
    { key: `g${group}`, kind: 'group', count: 4, cells: { code: names[group % 3] ?? '', ...figures } },
    ...itemRows.map(([code, name, spec], index): ReportRow => ({
      key: `g${group}-${code}`,
      kind: 'row',
      parent: `g${group}`,
      drill: { q3: '/stock' },
      cells: {
        code,
        name,
        spec,
        unit: '只',
        q0: '412',
        a0: '32885.84',
        q1: '960',
        a1: '77393.47',
        q2: '1054',
        a2: '84718.95',
        q3: index === 3 ? '-12' : '318',
        a3: index === 3 ? '-661.01' : '25560.36',
        cost: '80.3785',
        days: '11',
      },
    })),
  ])
  return [...rows.flat(), { key: 'total', kind: 'total', cells: { code: '合计　12 个商品', ...figures } }]
}

export function ReportScene({ groups = 3 }: { groups?: number }): React.JSX.Element {
  const [look, setLook] = useState<'table' | 'both'>('both')
  const [zero, setZero] = useState(true)
  return (
    <>
      <ReportHead
        title="收发存汇总表"
        note="截至 2026-01-15 10:46　移动平均"

        onShare={nothing}
        onSchedule={nothing}
        onPrint={nothing}
        onExport={nothing}
      />
      <ParameterBar
        today="2026-01-15"
        onRun={nothing}
        parameters={[
          {
            key: 'period',
            label: '期间',
            type: 'filter',
            width: 224,
            text: '2026-01-01 至 01-31',
            field: { key: 'period', label: '期间', kind: 'date' },
            filter: undefined,
            onApply: nothing,
          },
          {
            key: 'warehouse',
            label: '仓库',
            type: 'filter',
            width: 156,
            text: '成品一仓 等 3',
            field: { key: 'warehouse', label: '仓库', kind: 'choice', choices: [{ value: 'a', label: '成品一仓' }] },
            filter: undefined,
            onApply: nothing,
          },
          { key: 'zero', label: '零结存不显示', type: 'switch', on: zero, onSwitch: setZero },
        ]}
      >
        <Segmented
          label="显示"
          value={look}
          onChange={setLook}
          options={[
            { value: 'table', label: '表格', icon: 'table' },
            { value: 'both', label: '图与表', icon: 'chart' },
          ]}
        />
      </ParameterBar>
      {look === 'both' ? (
        <ChartPane
          title="各类别金额"
          data={{
            unit: '万元',
            categories: ['锅具', '水具', '厨具配件'],
            series: [
              { name: '期初结存', kind: 'bar', colour: 'chart-2', values: ['22.2', '5.3', '7.5'] },
              { name: '本期收入', kind: 'bar', colour: 'chart-1-soft', values: ['32.8', '14.4', '5.6'] },
              { name: '本期发出', kind: 'bar', colour: 'chart-1', values: ['36.6', '16', '7.1'] },
              { name: '期末结存', kind: 'bar', colour: 'chart-3', values: ['18.4', '3.7', '6'] },
            ],
          }}
        />
      ) : null}
      <ReportTable label="收发存汇总表" columns={reportColumns} rows={reportRows(groups)} onDrill={nothing} />
      <ReportFoot end="双击数量查看明细账">期初 + 收入 − 发出 = 期末　差额 0.00</ReportFoot>
    </>
  )
}
