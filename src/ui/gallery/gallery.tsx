import { Profiler, useReducer, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useLanguage } from '../language.ts'
import { AppShell } from '../shell/app-shell.tsx'
import { NavigationProvider } from '../shell/navigation.tsx'
import type { Area } from '../shell/sidebar.tsx'
import { closeOthers, closeTab, openTab, startTabs, type TabState } from '../shell/tab-state.ts'
import { applyTheme } from '../theme/use-theme.ts'
import { DocumentApprovedScene, DocumentEditScene } from './scene-document.tsx'
import { ReportScene, StatementScene } from './scene-finance.tsx'
import { VoucherScene } from './scene-voucher.tsx'
import { FlowScene, HomeScene } from './scene-home.tsx'
import { ListScene } from './scene-list.tsx'
import '../theme/tokens.css'
import '../theme/base.css'

const areas: readonly Area[] = [
  { key: 'home', label: '首页', icon: 'home', path: '/home' },
  { key: 'sales', label: '销售', icon: 'sales', path: '/sales', count: 12, divided: true },
  { key: 'purchasing', label: '采购', icon: 'cart', path: '/purchasing', count: 5 },
  { key: 'stock', label: '库存', icon: 'boxes', path: '/stock', count: 3 },
  { key: 'warehouse', label: '仓储', icon: 'scan', path: '/warehouse' },
  { key: 'production', label: '生产', icon: 'factory', path: '/production' },
  { key: 'cash', label: '资金', icon: 'wallet', path: '/cash', divided: true },
  { key: 'finance', label: '财务', icon: 'book', path: '/finance' },
  { key: 'tax', label: '税务', icon: 'bank', path: '/tax' },
  { key: 'customers', label: '客户', icon: 'users', path: '/customers', divided: true },
  { key: 'people', label: '人事', icon: 'idCard', path: '/people' },
  { key: 'projects', label: '项目', icon: 'folder', path: '/projects' },
  { key: 'reports', label: '报表', icon: 'chart', path: '/reports', divided: true },
  { key: 'settings', label: '设置', icon: 'settings', path: '/settings' },
]

const scenes: Readonly<Record<string, { title: string; area: string; scene: () => React.JSX.Element }>> = {
  home: { title: '首页', area: 'home', scene: () => <HomeScene /> },
  flow: { title: '业务导航', area: 'sales', scene: () => <FlowScene /> },
  list: { title: '销售订单', area: 'sales', scene: () => <ListScene /> },
  long: { title: '销售订单', area: 'sales', scene: () => <ListScene count={1_000_000} selected={false} /> },
  edit: { title: '销售出库单 0023', area: 'sales', scene: () => <DocumentEditScene /> },
  lines300: { title: '销售出库单 0023', area: 'sales', scene: () => <DocumentEditScene lineCount={300} /> },
  approved: { title: '销售出库单 0021', area: 'sales', scene: () => <DocumentApprovedScene /> },
  voucher: { title: '记账凭证 记-0086', area: 'finance', scene: () => <VoucherScene /> },
  voucherEdit: { title: '记账凭证 新增', area: 'finance', scene: () => <VoucherScene editing /> },
  statement: { title: '资产负债表', area: 'finance', scene: () => <StatementScene /> },
  report: { title: '收发存汇总', area: 'stock', scene: () => <ReportScene /> },
}

const commits: number[] = []
declare global {
  interface Window {
    galleryCommits: number[]
  }
}
window.galleryCommits = commits

type TabStep = (state: TabState) => TabState

function Gallery(): React.JSX.Element {
  const language = useLanguage()
  const page = new URLSearchParams(location.search).get('page') ?? 'home'
  const [path, setPath] = useState(`/${page}`)
  const first = scenes[page] ?? { title: page, area: 'home' }
  const [tabs, step] = useReducer(
    (state: TabState, change: TabStep) => change(state),
    null,
    () => {
      const start = openTab(
        openTab(startTabs({ path: '/home', title: '首页' }), { path: '/list', title: '销售订单' }),
        { path: '/edit', title: '销售出库单 0023', dirty: true },
      )
      return openTab(start, { path: `/${page}`, title: first.title })
    },
  )
  const go = (to: string): void => {
    setPath(to)
    step((state) => openTab(state, { path: to, title: scenes[to.slice(1)]?.title ?? to }))
  }
  const shown = scenes[path.slice(1)]
  return (
    <NavigationProvider navigate={go} key={language}>
      <AppShell
        product="算盘"
        areas={areas}
        activeArea={shown?.area ?? path.slice(1)}
        top={{
          company: { id: '1', name: '宁波启川厨具有限公司' },
          companies: [
            { id: '1', name: '宁波启川厨具有限公司' },
            { id: '2', name: '启川贸易' },
          ],
          period: '2026年1月',
          approvals: 7,
          messages: 3,
          onApprovals: () => undefined,
          onMessages: () => undefined,
          onHelp: () => undefined,
          user: { name: '周启川' },
        }}
        tabs={{
          tabs: tabs.tabs,
          active: tabs.active,
          onActivate: go,
          onClose: (one) => step((state) => closeTab(state, one)),
          onCloseOthers: (one) => step((state) => closeOthers(state, one)),
        }}
        palette={{
          entries: Object.entries(scenes).map(([key, { title }]) => ({
            id: key,
            group: key === 'report' ? 'report' : 'document',
            title,
            path: `/${key}`,
            keywords: [key],
          })),
          recent: [{ id: 'recent', group: 'document', title: '销售出库单 XSCK-20260115-0023', path: '/edit' }],
        }}
        phone={{
          destinations: [
            { key: 'home', label: '首页', icon: 'home', path: '/home' },
            { key: 'approve', label: '审批', icon: 'approvals', path: '/approve', count: 7 },
            { key: 'scan', label: '扫码', icon: 'scan', path: '/scan' },
            { key: 'list', label: '单据', icon: 'list', path: '/list' },
            { key: 'me', label: '我的', icon: 'user', path: '/me' },
          ],
          active: path.slice(1),
          title: shown?.title ?? '算盘',
          onBack: path === '/home' || path === '/list' ? undefined : () => go('/home'),
          bare: path === '/edit' || path === '/approved',
        }}
      >
        <Profiler id="page" onRender={(_id, _phase, actual) => commits.push(actual)}>
          {shown?.scene() ?? null}
        </Profiler>
      </AppShell>
    </NavigationProvider>
  )
}

const theme = new URLSearchParams(location.search).get('theme')
if (theme) localStorage.setItem('suanpan.theme', theme)
applyTheme()
const root = document.getElementById('root')
if (root) createRoot(root).render(<Gallery />)
