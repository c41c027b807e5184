import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { history } from './history.ts'
import type { PageParameters } from './page-parameters.ts'

type PageComponent = ComponentType<PageParameters>
type PageModule = { readonly default: PageComponent }

const page = (load: () => Promise<PageComponent>): LazyExoticComponent<PageComponent> =>
  lazy(async (): Promise<PageModule> => ({ default: await load() }))

/** Every page and its address. A page's code is loaded when it is first opened. */
export const pages: Readonly<Record<string, LazyExoticComponent<PageComponent>>> = {
  '/': page(() => import('../home/home-page.tsx').then((module) => module.HomePage)),
  '/flow': page(() => import('../flow/flow-page.tsx').then((module) => module.FlowPage)),
  '/area/$name': page(() => import('../flow/area-page.tsx').then((module) => module.AreaPage)),
  '/list/$type': page(() => import('../list/list-page.tsx').then((module) => module.ListPage)),
  '/new/$type': page(() => import('./record-page.tsx').then((module) => module.NewRecordPage)),
  '/doc/$type/$id': page(() => import('./record-page.tsx').then((module) => module.RecordPage)),
  '/report/$name': page(() => import('../report/report-page.tsx').then((module) => module.ReportPage)),
  '/process/$name': page(() => import('../process/process-page.tsx').then((module) => module.ProcessPage)),
  '/counter': page(() => import('../counter/counter-page.tsx').then((module) => module.CounterPage)),
  '/count': page(() => import('../count/counts-page.tsx').then((module) => module.CountsPage)),
  '/count/$id': page(() => import('../count/count-page.tsx').then((module) => module.CountPage)),
  '/asset-count': page(() => import('../assets/asset-count-page.tsx').then((module) => module.AssetCountPage)),
  '/my-claims': page(() => import('../claims/my-claims-page.tsx').then((module) => module.MyClaimsPage)),
  '/risks': page(() => import('../risks/risks-page.tsx').then((module) => module.RisksPage)),
  '/claims-to-pay': page(() => import('../claims/claims-to-pay-page.tsx').then((module) => module.ClaimsToPayPage)),
  '/order-desk/$name': page(() => import('../purchasing/order-desk-page.tsx').then((module) => module.OrderDeskPage)),
  '/comparison/$id': page(() => import('../purchasing/comparison-page.tsx').then((module) => module.ComparisonPage)),
  '/voucher/$id': page(() => import('../voucher/voucher-page.tsx').then((module) => module.VoucherPage)),
  '/voucher-desk': page(() => import('../books/voucher-desk-page.tsx').then((module) => module.VoucherDeskPage)),
  '/opening': page(() => import('../books/opening-page.tsx').then((module) => module.OpeningPage)),
  '/close': page(() => import('../books/close-page.tsx').then((module) => module.ClosePage)),
  '/cash-flows': page(() => import('../books/cash-flows-page.tsx').then((module) => module.CashFlowsPage)),
  '/approvals': page(() => import('../approvals/approvals-page.tsx').then((module) => module.ApprovalsPage)),
  '/dashboard/$id': page(() => import('../watch/dashboard-page.tsx').then((module) => module.DashboardPage)),
  '/watch': page(() => import('../watch/watch-page.tsx').then((module) => module.WatchPage)),
  '/tasks': page(() => import('../talk/tasks-page.tsx').then((module) => module.TasksPage)),
  '/approval-flows': page(() => import('../approvals/flow-page.tsx').then((module) => module.ApprovalFlowPage)),
  '/forms': page(() => import('../forms/forms-page.tsx').then((module) => module.FormsPage)),
  '/forms/$type': page(() => import('../forms/form-design-page.tsx').then((module) => module.FormDesignPage)),
  '/print-templates': page(() =>
    import('../print/print-templates-page.tsx').then((module) => module.PrintTemplatesPage),
  ),
  '/settings': page(() => import('../settings/settings-page.tsx').then((module) => module.SettingsPage)),
  '/trust': page(() => import('../trust/trust-page.tsx').then((module) => module.TrustPage)),
  '/checks': page(() => import('../checks/checks-page.tsx').then((module) => module.ChecksPage)),
  '/import/$type': page(() => import('../import/import-page.tsx').then((module) => module.ImportPage)),
  '/bank': page(() => import('../bank/bank-page.tsx').then((module) => module.BankPage)),
  '/matching': page(() => import('../matching/matching-page.tsx').then((module) => module.MatchingPage)),
  '/invoice-inbox': page(() => import('../invoices/inbox-page.tsx').then((module) => module.InboxPage)),
  '/invoice-issuing': page(() => import('../invoices/issuing-page.tsx').then((module) => module.IssuingPage)),
  '/tax-filing': page(() => import('../invoices/filing-page.tsx').then((module) => module.FilingPage)),
  '/payment-calendar': page(() =>
    import('../calendar/payment-calendar-page.tsx').then((module) => module.PaymentCalendarPage),
  ),
  '/alerts': page(() => import('../alerts/alerts-page.tsx').then((module) => module.AlertsPage)),
  '/stores': page(() => import('../stores/stores-page.tsx').then((module) => module.StoresPage)),
  '/help': page(() => import('../help/help-page.tsx').then((module) => module.HelpPage)),
  '/help/$name': page(() => import('../help/help-article-page.tsx').then((module) => module.HelpArticlePage)),
  '/tickets': page(() => import('../help/tickets-page.tsx').then((module) => module.TicketsPage)),
  '/practice': page(() => import('../help/practice-page.tsx').then((module) => module.PracticePage)),
  '/start': page(() => import('../start/start-page.tsx').then((module) => module.StartPage)),
  '/me': page(() => import('../settings/me-page.tsx').then((module) => module.MePage)),
}

const root = createRootRoute()
const routeTree = root.addChildren(
  ['/sign-in', ...Object.keys(pages)].map((path) => createRoute({ getParentRoute: () => root, path })),
)

/**
 * The router keeps the address and finds the page for it. Pages are drawn by the frame, one a tab, and not by the router's
 * outlet, because the pages of other tabs stay alive.
 */
export const router = createRouter({ routeTree, history, defaultPreload: false })

export type FoundPage = { readonly key: string; readonly parameters: PageParameters }

/** The page of an address without its parameters after the question mark; null where there is none. */
export function findPage(path: string): FoundPage | null {
  const [, routeParams, foundRoute] = router.getMatchedRoutes(path)
  const key = foundRoute?.fullPath ?? ''
  if (pages[key] === undefined) return null
  const { type = '', id = '', name = '' } = routeParams
  return { key, parameters: { type, id, name } }
}
