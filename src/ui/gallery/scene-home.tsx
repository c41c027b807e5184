import { useState } from 'react'
import { Button } from '../control/button.tsx'
import { Segmented } from '../control/segmented.tsx'
import { FlowMap, type FlowMapNode } from '../flow/flow-map.tsx'
import { DayBars } from '../home/day-bars.tsx'
import { FigureStrip, HeadlineAmount } from '../home/figures.tsx'
import { AgeBar, AlertList, Panel, SmallTable, TaskList } from '../home/panel.tsx'
import { ChartPane } from '../report/chart-pane.tsx'
import { useNarrow } from '../shell/use-narrow.ts'

const days = ['9.8', '4.2', '3.8', '11.2', '12.1', '13.1', '12.7', '14.6', '7.2', '5.8', '14', '15.2', '16.6', '18.6']
const profit = ['2', '0.9', '0.9', '2.4', '2.8', '2.7', '2.9', '3.5', '1.5', '1.2', '3', '3.4', '3.9', '4.1']
const lastYear = [
  '8.8',
  '6.1',
  '5.8',
  '9.3',
  '10.2',
  '10.5',
  '10',
  '10.4',
  '6.6',
  '7.4',
  '11.8',
  '12.2',
  '11.9',
  '12.6',
]

const tasks = [
  {
    key: '1',
    type: '采购订单',
    title: '宁波恒泰不锈钢有限公司',
    amount: '186,300.00',
    number: 'CGDD-20260115-0007',
    by: '陈嘉禾',
    path: '/1',
    warning: '单价高于上次 3.2%',
  },
  {
    key: '2',
    type: '销售订单',
    title: '上海优厨贸易有限公司',
    amount: '92,480.00',
    number: 'XSDD-20260115-0031',
    by: '林知远',
    path: '/2',
    warning: '超信用额度 12,480',
  },
  {
    key: '3',
    type: '费用单',
    title: '市场部 · 广交会展位费',
    amount: '38,600.00',
    number: 'FYD-20260115-0004',
    by: '王若溪',
    path: '/3',
    at: '09:55',
  },
  {
    key: '4',
    type: '付款单',
    title: '慈溪鼎盛包装制品厂',
    amount: '24,715.50',
    number: 'FKD-20260115-0009',
    by: '孙一鸣',
    path: '/4',
    at: '09:31',
  },
]

export function HomeScene(): React.JSX.Element {
  const [span, setSpan] = useState<'day' | 'week' | 'month' | 'year'>('day')
  const phone = useNarrow(768)
  const shown = phone ? null : (
    <header className="page-head">
      <h1>经营概览</h1>
      <span className="faint">1月15日 星期四</span>
      <Segmented
        label="期间"
        value={span}
        onChange={setSpan}
        options={[
          { value: 'day', label: '今日' },
          { value: 'week', label: '本周' },
          { value: 'month', label: '本月' },
          { value: 'year', label: '本年' },
        ]}
      />
      <div className="page-actions">
        <span className="faint small">数据截至 10:46</span>
        <Button look="text" icon="sliders">
          定制
        </Button>
        <Button>经营日报</Button>
      </div>
    </header>
  )
  return (
    <>
      {shown}
      {phone ? (
        <div style={{ padding: 16 }}>
          <HeadlineAmount className="figure-amount" amount="186420" />
          <DayBars label="近 14 日销售" values={days} />
        </div>
      ) : null}
      <FigureStrip
        figures={[
          {
            key: 'sales',
            label: '今日销售',
            amount: '186420',
            change: { direction: 'up', text: '12.4%', against: '较昨日' },
          },
          { key: 'profit', label: '今日毛利', amount: '41206.3', notes: ['毛利率 22.1%'] },
          { key: 'in', label: '今日收款', amount: '238500', notes: ['3 笔', '本月回款 61%'] },
          { key: 'out', label: '今日付款', amount: '94318.6', notes: ['4 笔', '明日到期 68,000'] },
          {
            key: 'cash',
            label: '账户余额',
            amount: '2846913.27',
            notes: ['6 个账户'],
            change: { direction: 'down', text: '2.1%', against: '较月初' },
          },
          { key: 'stock', label: '库存金额', amount: '5120388.4', notes: ['周转 46 天'] },
        ]}
      />
      <div className="panel-row">
        <div className="panel">
          <ChartPane
            bare
            title="销售与毛利"
            note="近 14 日"
            height={204}
            data={{
              unit: '万元',
              overlaid: true,
              categories: ['1/2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
              series: [
                { name: '销售额', kind: 'bar', colour: 'chart-1-soft', values: days },
                { name: '毛利', kind: 'bar', colour: 'chart-1', values: profit },
                { name: '去年同期', kind: 'dashed', colour: 'chart-3', values: lastYear },
              ],
            }}
          />
        </div>
        <Panel title="待我审批" note="7" more={{ label: '全部', path: '/approvals' }}>
          <TaskList tasks={tasks} empty="没有等你审批的单据" />
        </Panel>
      </div>
      <div className="panel-row is-three">
        <Panel title="应收账龄" note="共 348.2 万元" more={{ label: '账龄表', path: '/age' }}>
          <AgeBar
            label="应收账龄"
            parts={[
              { label: '未到期', value: '270.5', share: 77.7 },
              { label: '1–30', value: '39.1', share: 11.2 },
              { label: '31–60', value: '16.1', share: 4.6 },
              { label: '61–90', value: '8.8', share: 2.5 },
              { label: '91–180', value: '9.6', share: 2.8 },
              { label: '>180', value: '4.1', share: 1.2 },
            ]}
          />
          <SmallTable
            columns={[
              { key: 'name', label: '欠款客户' },
              { key: 'owed', label: '欠款', end: true },
              { key: 'late', label: '已逾期', end: true, tone: 'is-warning' },
              { key: 'days', label: '最长', end: true, tone: 'faint' },
            ]}
            rows={[
              {
                key: '1',
                cells: { name: '南京金陵饭店物资采购中心', owed: '486,200.00', late: '128,400.00', days: '74 天' },
              },
              {
                key: '2',
                cells: { name: '杭州百联家居有限公司', owed: '364,206.20', late: '18,400.00', days: '12 天' },
              },
              { key: '3', cells: { name: '苏州悦厨电器有限公司', owed: '298,760.00' } },
            ]}
          />
        </Panel>
        <Panel title="畅销商品" note="本月" more={{ label: '销售排行', path: '/rank' }}>
          <SmallTable
            share="sales"
            columns={[
              { key: 'name', label: '商品' },
              { key: 'quantity', label: '销量', end: true, tone: 'muted' },
              { key: 'sales', label: '销售额', end: true },
              { key: 'rate', label: '毛利率', end: true },
            ]}
            rows={[
              {
                key: '1',
                share: 100,
                cells: { name: '麦饭石不粘炒锅 32cm', quantity: '1,286 只', sales: '178,754', rate: '24.6%' },
              },
              {
                key: '2',
                share: 68,
                cells: { name: '304 真空保温壶 1.9L', quantity: '1,042 只', sales: '120,872', rate: '27.3%' },
              },
              {
                key: '3',
                share: 64,
                cells: { name: '不锈钢复底汤锅 24cm', quantity: '890 只', sales: '113,920', rate: '19.8%' },
              },
            ]}
          />
        </Panel>
        <Panel title="预警" more={{ label: '设置', path: '/alerts' }}>
          <AlertList
            empty="没有预警"
            alerts={[
              {
                key: '1',
                kind: '逾期',
                tone: 'negative',
                title: '应收逾期 90 天以上',
                value: '5 家 · 13.71 万',
                path: '/a1',
              },
              { key: '2', kind: '缺货', tone: 'warning', title: '低于安全库存', value: '18 个商品', path: '/a2' },
              { key: '3', kind: '效期', tone: 'warning', title: '30 天内到期', value: '3 批 · 426 件', path: '/a3' },
              {
                key: '4',
                kind: '暂估',
                tone: 'neutral',
                title: '采购入库超 30 天未到票',
                value: '9 张 · 21.64 万',
                path: '/a4',
              },
            ]}
          />
        </Panel>
      </div>
    </>
  )
}

function chain(
  lane: string,
  names: readonly (readonly [key: string, label: string, count: number, word: string])[],
): FlowMapNode[] {
  return names.map(([key, label, count, word], column) => ({
    key,
    lane,
    column,
    label,
    path: `/${key}`,
    counts: count > 0 ? [{ count, label: word }] : [],
    note: word,
    figures: [
      { label: `未完成 ${count} 单`, value: '3,482,160.50' },
      { label: '本周到期', value: '214,600.00' },
    ],
    actions: [
      { label: '新增', path: `/${key}/new`, main: true },
      { label: '列表', path: `/${key}` },
    ],
  }))
}

export function FlowScene(): React.JSX.Element {
  return (
    <>
      <header className="page-head">
        <h1>业务导航</h1>
        <span className="faint small">数字为未完成的单据</span>
      </header>
      <FlowMap
        label="业务导航"
        lanes={[
          { key: 'purchasing', label: '采购', icon: 'cart' },
          { key: 'sales', label: '销售', icon: 'sales' },
          { key: 'stock', label: '库存', icon: 'boxes' },
          { key: 'finance', label: '财务', icon: 'book' },
        ]}
        nodes={[
          ...chain('purchasing', [
            ['request', '采购申请', 4, '待转单'],
            ['po', '采购订单', 3, '待审'],
            ['arrival', '采购收货', 2, '待质检'],
            ['receipt', '采购入库单', 5, '待审'],
            ['pinvoice', '采购发票', 9, '未到票'],
            ['payable', '应付单', 7, '本周到期'],
            ['payment', '付款单', 2, '待审'],
          ]),
          { key: 'preturn', lane: 'purchasing', column: 3, side: 1, label: '采购退货', path: '/preturn' },
          ...chain('sales', [
            ['quotation', '报价单', 6, '跟进中'],
            ['so', '销售订单', 12, '待审'],
            ['notice', '发货通知', 0, '无待办'],
            ['delivery', '销售出库单', 8, '待审'],
            ['sinvoice', '销售发票', 21, '待开票'],
            ['receivable', '应收单', 16, '已逾期'],
            ['collection', '收款单', 3, '待认领'],
          ]),
          { key: 'sreturn', lane: 'sales', column: 3, side: 1, label: '销售退货', path: '/sreturn' },
          ...chain('stock', [
            ['onhand', '即时库存', 18, '低于安全'],
            ['transfer', '调拨单', 1, '在途'],
            ['count', '盘点单', 2, '盘点中'],
            ['costing', '存货核算', 0, '12月已结'],
          ]),
          {
            key: 'settlement',
            lane: 'stock',
            column: 6,
            label: '往来核销',
            path: '/settlement',
            counts: [{ count: 14, label: '待核销' }],
          },
          ...chain('finance', [
            ['expense', '费用单', 4, '待审'],
            ['bank', '银行对账', 14, '待匹配'],
            ['voucher', '记账凭证', 26, '待审'],
            ['booking', '记账', 41, '待记账'],
            ['carry', '期末结转', 0, '1月 3/11 项'],
            ['close', '结账', 0, '12月已结'],
            ['statements', '财务报表', 0, '3 张'],
          ]),
        ]}
        wires={[
          ['request', 'po'],
          ['po', 'arrival'],
          ['arrival', 'receipt'],
          ['receipt', 'pinvoice'],
          ['pinvoice', 'payable'],
          ['payable', 'payment'],
          ['receipt', 'preturn'],
          ['quotation', 'so'],
          ['so', 'notice'],
          ['notice', 'delivery'],
          ['delivery', 'sinvoice'],
          ['sinvoice', 'receivable'],
          ['receivable', 'collection'],
          ['delivery', 'sreturn'],
          ['payment', 'settlement'],
          ['costing', 'voucher'],
          ['voucher', 'booking'],
          ['booking', 'carry'],
          ['carry', 'close'],
          ['close', 'statements'],
        ].map(([from = '', to = '']) => ({ from, to }))}
        aside={[
          {
            title: '常用报表',
            links: ['收发存汇总', '销售毛利分析', '应收账龄'].map((label) => ({ label, path: `/r/${label}` })),
          },
          { title: '基础资料', links: ['商品', '客户', '供应商'].map((label) => ({ label, path: `/e/${label}` })) },
        ]}
      />
    </>
  )
}
