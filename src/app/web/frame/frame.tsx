import { FactorDutyBanner } from './factor-duty-banner.tsx'
import { PreviewBanner } from './preview-banner.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useConnected } from '../../../ui/api/connection.ts'
import { t } from '../../../ui/language.ts'
import { AppShell } from '../../../ui/shell/app-shell.tsx'
import { NavigationProvider } from '../../../ui/shell/navigation.tsx'
import type { PhoneDestination } from '../../../ui/shell/phone-bar.tsx'
import type { Area } from '../../../ui/shell/sidebar.tsx'
import { areaOfPath, areasOf, type AreaMenu } from '../catalogue/areas.ts'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { beginSession } from '../session/begin-session.ts'
import { enterCompany, signOut, useSession } from '../session/session.ts'
import { AreaFlyout } from './area-flyout.tsx'
import { goTo, useAddress } from './navigate.ts'
import { PageHost } from './page-host.tsx'
import { firstTitle } from './page-titles.ts'
import { paletteEntries, searchEverything } from './palette-entries.ts'
import { useTabs } from './tabs.ts'
import { useNoticeBell } from './notice-panel.tsx'
import { useHelpMark } from './use-help-mark.tsx'
import { useLiveChanges } from './use-live-changes.ts'
import '../../../ui/list/list-page.css'

function sidebarAreas(areas: readonly AreaMenu[]): Area[] {
  return [
    { key: 'home', label: t('menu.home'), icon: 'home', path: '/' },
    ...areas.map((area) => ({
      key: area.key,
      label: area.label,
      icon: area.icon,
      path: area.path,
      divided: area.divided,
      flyout: <AreaFlyout area={area} />,
    })),
  ]
}

function phonePlaces(): PhoneDestination[] {
  return [
    { key: 'home', label: t('menu.home'), icon: 'home', path: '/' },
    { key: 'documents', label: t('menu.documents'), icon: 'list', path: '/area/all' },
    { key: 'reports', label: t('menu.reports'), icon: 'chart', path: '/area/reports' },
    { key: 'me', label: t('menu.me'), icon: 'user', path: '/me' },
  ]
}

function phonePlaceOf(path: string): string {
  if (path === '/') return 'home'
  if (path.startsWith('/report/') || path === '/area/reports') return 'reports'
  if (path === '/me' || path === '/settings' || path === '/checks' || path === '/trust') return 'me'
  return 'documents'
}

function monthOf(day: string): string {
  const [year = '', month = ''] = day.split('-')
  return t('shell.month', { year, month: Number(month) })
}

/** The shell with the open pages in it. */
export function Frame(): React.JSX.Element {
  const session = useSession()
  const catalogue = useCatalogue()
  const client = useQueryClient()
  const address = useAddress()
  const connected = useConnected()
  const areas = useMemo(() => areasOf(catalogue, session), [catalogue, session])
  const entries = useMemo(() => paletteEntries(areas), [areas])
  const search = useMemo(() => searchEverything(catalogue), [catalogue])
  const company = session.company?.id ?? ''
  const { tabs, open, close, closeOthers, describe, move } = useTabs(company)
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  const { path, href } = address

  useLiveChanges()
  const bell = useNoticeBell()
  useEffect(() => {
    if (path === '/sign-in') goTo('/', true)
    else open(path, firstTitle(path, catalogue, areas), href)
  }, [path, href, open, catalogue, areas])
  if (!visited.has(path) && path !== '/sign-in') setVisited(new Set([...visited, path]))

  const activate = (tab: string): void => goTo(tabs.places[tab] ?? tab)
  const onClose = useCallback(
    (tab: string): void => {
      const next = close(tab)
      setVisited((was) => new Set([...was].filter((one) => one !== tab)))
      if (next.active !== tab && tab === path) goTo(next.places[next.active] ?? next.active)
    },
    [close, path],
  )
  const title = tabs.tabs.find((tab) => tab.path === path)?.title ?? ''
  const help = useHelpMark(path, title, areas)
  useEffect(() => {
    document.title = title === '' ? t('product') : `${title} · ${t('product')}`
  }, [title])

  const enter = (id: string): void => {
    void enterCompany(id).then((next) => {
      beginSession(client, next)
      goTo('/')
    })
  }
  const leave = (): void => {
    void signOut()
  }
  const shown = tabs.tabs.filter((tab) => visited.has(tab.path))
  const companies = session.companies.map((one) => ({ id: one.id, name: one.name }))
  const isRoot = ['/', '/area/all', '/area/reports', '/me'].includes(path)
  return (
    <NavigationProvider navigate={goTo}>
      <AppShell
        product={t('product')}
        areas={sidebarAreas(areas)}
        activeArea={areaOfPath(areas, path)}
        top={{
          company: { id: company, name: session.company?.name ?? '' },
          companies,
          onCompany: enter,
          period: monthOf(session.today),
          messages: bell.unread,
          onMessages: bell.open,
          onHelp: help.open,
          user: { name: session.user.name },
          userItems: [
            { key: 'me', label: t('menu.me'), icon: 'user', onSelect: () => goTo('/me') },
            { key: 'tasks', label: t('task.page'), icon: 'check', onSelect: () => goTo('/tasks') },
            { key: 'settings', label: t('menu.settings'), icon: 'settings', onSelect: () => goTo('/settings') },
          ],
          onSignOut: leave,
        }}
        tabs={{ tabs: tabs.tabs, active: path, onActivate: activate, onClose, onCloseOthers: closeOthers }}
        palette={{ entries, search, recent: recentEntries(tabs.recent, tabs.tabs, path) }}
        phone={{
          destinations: phonePlaces(),
          active: phonePlaceOf(path),
          title: path === '/' ? (session.company?.name ?? t('product')) : title,
          onBack: isRoot ? undefined : () => globalThis.history.back(),
          bare: path.startsWith('/doc/') || path.startsWith('/new/'),
        }}
        offline={connected ? null : { pending: 0 }}
      >
        {session.previewedBy === null ? null : <PreviewBanner />}
        <FactorDutyBanner />
        {help.offer}
        {shown.map((tab) => (
          <PageHost
            key={tab.path}
            path={tab.path}
            href={tab.path === path ? href : (tabs.places[tab.path] ?? tab.path)}
            active={tab.path === path}
            describe={describe}
            move={move}
            onClose={onClose}
          />
        ))}
      </AppShell>
      {bell.panel}
      {help.menu}
    </NavigationProvider>
  )
}

function recentEntries(
  recent: readonly string[],
  open: readonly { readonly path: string; readonly title: string }[],
  path: string,
): { id: string; group: 'action'; title: string; path: string }[] {
  return recent
    .filter((one) => one !== path)
    .slice(0, 8)
    .flatMap((one) => {
      const tab = open.find((each) => each.path === one)
      return tab ? [{ id: `tab:${one}`, group: 'action' as const, title: tab.title, path: one }] : []
    })
}
