import { definitionLabel } from '../../../ui/derive/label.ts'
import type { IconName } from '../../../ui/icons/paths.ts'
import { t, type Word } from '../../../ui/language.ts'
import type { Session } from '../session/session.ts'
import type { Catalogue, Named, RecordType } from './catalogue.ts'

/** One line of a menu: a list, a report, a page of the application. */
export type MenuLink = {
  readonly key: string
  readonly label: string
  readonly path: string
  readonly initials: string
  /** Where a new one begins, if this person may make one. */
  readonly newPath?: string
}

export type MenuGroup = { readonly key: string; readonly title: string; readonly links: readonly MenuLink[] }

/** An area of the business with everything in it that this person may open. */
export type AreaMenu = {
  readonly key: string
  readonly label: string
  readonly icon: IconName
  readonly path: string
  readonly groups: readonly MenuGroup[]
  readonly divided?: boolean
}

const icons: Readonly<Record<string, IconName>> = {
  customers: 'users',
  sales: 'sales',
  purchasing: 'cart',
  inventory: 'boxes',
  planning: 'sliders',
  production: 'building',
  money: 'wallet',
  bills: 'file',
  claims: 'users',
  assets: 'building',
  accounting: 'book',
  banking: 'bank',
  invoicing: 'file',
  tax: 'file',
  exchange: 'share',
  group: 'building',
  foundation: 'folder',
}

/** Areas in the order of the day; what is installed beside these comes before the master data. */
const order = [
  'customers',
  'sales',
  'purchasing',
  'inventory',
  'planning',
  'production',
  'money',
  'banking',
  'bills',
  'claims',
  'assets',
  'accounting',
  'invoicing',
  'tax',
]

/** Records an area's people reach for though the foundation defines them. */
const borrowed: Readonly<Record<string, readonly string[]>> = {
  customers: ['customer'],
  sales: ['customer', 'item'],
  purchasing: ['supplier', 'item'],
  inventory: ['item', 'warehouse'],
  money: ['cash-account'],
  assets: ['asset-card', 'asset-category'],
  accounting: ['account', 'account-mapping', 'period'],
}

/** Kept by pages of their own among the settings. */
const designed = new Set(['company', 'ownForm', 'ownDocument'])

/** A whole entity stays out of menus where its roles stand for it, and settings have their own page. */
function isListed(type: RecordType, catalogue: Catalogue): boolean {
  if (type.internal || designed.has(type.name)) return false
  const roles = [...catalogue.types.values()].filter((one) => one.definition === type.name && one.flag !== undefined)
  return type.flag !== undefined || roles.length === 0
}

function mayRead(type: RecordType, session: Session, verb = 'read'): boolean {
  return session.may(`${type.name}.${verb}`) || session.may(`${type.definition}.${verb}`)
}

function linkTo(type: RecordType, session: Session): MenuLink {
  return {
    key: type.address,
    label: definitionLabel(type),
    initials: type.initials,
    path: `/list/${type.address}`,
    newPath: mayRead(type, session, 'create') ? `/new/${type.address}` : undefined,
  }
}

/** Reports that have a page of their own in place of the usual table. */
const pageOf: Readonly<Record<string, string>> = {
  invoiceDifferences: '/matching',
  paymentCalendar: '/payment-calendar',
  stockAlerts: '/alerts',
  storeBoard: '/stores',
  claimsToPay: '/claims-to-pay',
  riskFindings: '/risks',
}

function reportLink(report: Named): MenuLink {
  return {
    key: `report/${report.address}`,
    label: definitionLabel(report),
    initials: report.initials,
    path: pageOf[report.name] ?? `/report/${report.address}`,
  }
}

/** Reports that answer only about one thing, reached from another report, are not in menus. */
const behind = new Set([
  'itemCard',
  'statementLine',
  'voucherLines',
  'voucherDocuments',
  'cockpit',
  'saleVersions',
  'orderImpact',
  'consolidatedLine',
  'memberStatementLine',
  'memberDetailLedger',
  'memberVoucherLines',
  'memberDocument',
])

function reportsOf(domain: string, catalogue: Catalogue, session: Session): MenuLink[] {
  return [...catalogue.reports.values()]
    .filter((report) => report.domain === domain && !behind.has(report.name) && session.may(`report.${report.name}`))
    .map(reportLink)
}

function processesOf(domain: string, catalogue: Catalogue, session: Session): MenuLink[] {
  return [...catalogue.processes.values()]
    .filter((process) => process.domain === domain && session.may(`process.${process.name}`))
    .map((process) => ({
      key: `process/${process.address}`,
      label: definitionLabel(process),
      initials: process.initials,
      path: `/process/${process.address}`,
    }))
}

/** Pages of their own where the work of an area is decided, with the right that each of them needs. */
const desks: readonly {
  readonly domain: string
  readonly right: string
  readonly word: Word
  readonly path: string
  readonly initials: string
}[] = [
  { domain: 'sales', right: 'retailSale.post', word: 'counter.title', path: '/counter', initials: 'lskd' },
  { domain: 'inventory', right: 'stockCount.count', word: 'count.title', path: '/count', initials: 'pdzy' },
  { domain: 'claims', right: 'expenseClaim.create', word: 'claims.title', path: '/my-claims', initials: 'wdbx' },
  { domain: 'assets', right: 'assetCount.update', word: 'assetCount.title', path: '/asset-count', initials: 'smpd' },
  {
    domain: 'purchasing',
    right: 'process.orderRequests',
    word: 'desk.requests',
    path: '/order-desk/requests',
    initials: 'sqxd',
  },
  {
    domain: 'planning',
    right: 'process.orderProposals',
    word: 'desk.replenishment',
    path: '/order-desk/replenishment',
    initials: 'znbh',
  },
  {
    domain: 'accounting',
    right: 'process.reviewVouchers',
    word: 'books.review',
    path: '/voucher-desk',
    initials: 'pzsh',
  },
  {
    domain: 'invoicing',
    right: 'digitalInvoice.read',
    word: 'issuing.title',
    path: '/invoice-issuing',
    initials: 'sdpkj',
  },
  {
    domain: 'invoicing',
    right: 'incomingInvoice.create',
    word: 'inbox.title',
    path: '/invoice-inbox',
    initials: 'spx',
  },
  { domain: 'tax', right: 'taxReturn.read', word: 'filing.title', path: '/tax-filing', initials: 'nssb' },
  { domain: 'banking', right: 'bank.reconcile', word: 'bank.title', path: '/bank', initials: 'yhdz' },
  { domain: 'accounting', right: 'process.setUpBooks', word: 'books.opening', path: '/opening', initials: 'qcjz' },
  { domain: 'accounting', right: 'process.closePeriod', word: 'books.close', path: '/close', initials: 'ymjz' },
  {
    domain: 'accounting',
    right: 'process.tagCashFlow',
    word: 'books.cashFlows',
    path: '/cash-flows',
    initials: 'xjll',
  },
]

function desksOf(domain: string, session: Session): MenuLink[] {
  return desks
    .filter((desk) => desk.domain === domain && session.may(desk.right))
    .map((desk) => ({ key: desk.path, label: t(desk.word), initials: desk.initials, path: desk.path }))
}

function groupsOf(domain: string, catalogue: Catalogue, session: Session): MenuGroup[] {
  const types = [...catalogue.types.values()].filter((type) => isListed(type, catalogue) && mayRead(type, session))
  const own = types.filter((type) => type.domain === domain)
  const further = (borrowed[domain] ?? []).flatMap((address) => types.filter((type) => type.address === address))
  const links = (list: readonly RecordType[]): MenuLink[] => list.map((type) => linkTo(type, session))
  const groups: MenuGroup[] = [
    { key: 'documents', title: t('menu.documents'), links: links(own.filter((type) => type.sort === 'document')) },
    {
      key: 'processes',
      title: t('menu.processes'),
      links: [...desksOf(domain, session), ...processesOf(domain, catalogue, session)],
    },
    { key: 'reports', title: t('menu.reports'), links: reportsOf(domain, catalogue, session) },
    {
      key: 'records',
      title: t('menu.records'),
      links: links([...own.filter((type) => type.sort === 'entity'), ...further.filter((one) => !own.includes(one))]),
    },
  ]
  return groups.filter((group) => group.links.length > 0)
}

function reportsArea(catalogue: Catalogue, session: Session): AreaMenu {
  const groups = catalogue.domains
    .map((domain): MenuGroup => ({
      key: domain.name,
      title: definitionLabel(domain),
      links: reportsOf(domain.name, catalogue, session),
    }))
    .filter((group) => group.links.length > 0)
  return { key: 'reports', label: t('menu.reports'), icon: 'chart', path: '/area/reports', groups, divided: true }
}

function settingsArea(session: Session): AreaMenu {
  const all: (MenuLink & { right: string })[] = [
    { key: 'company', label: t('settings.company'), path: '/settings', initials: 'gssz', right: 'company.read' },
    { key: 'users', label: t('settings.users'), path: '/settings?part=users', initials: 'yh', right: 'user.read' },
    { key: 'roles', label: t('settings.roles'), path: '/settings?part=roles', initials: 'js', right: 'role.read' },
    { key: 'keys', label: t('settings.keys'), path: '/settings?part=keys', initials: 'my', right: 'key.read' },
    {
      key: 'webhooks',
      label: t('settings.webhooks'),
      path: '/settings?part=webhooks',
      initials: 'sjts',
      right: 'webhook.read',
    },
    {
      key: 'messages',
      label: t('settings.messages'),
      path: '/settings?part=messages',
      initials: 'xxtd',
      right: 'messageChannel.read',
    },
    { key: 'forms', label: t('forms.title'), path: '/forms', initials: 'bdsj', right: 'ownForm.read' },
    { key: 'backups', label: t('trust.backups'), path: '/trust', initials: 'bfhf', right: 'backup.read' },
    { key: 'trail', label: t('trust.trail'), path: '/trust?part=trail', initials: 'czrz', right: 'audit.read' },
    {
      key: 'print-templates',
      label: t('print.title'),
      path: '/print-templates',
      initials: 'dymb',
      right: 'printTemplate.read',
    },
    { key: 'checks', label: t('checks.title'), path: '/checks', initials: 'zwtj', right: 'books.check' },
  ]
  const links = all.filter((one) => session.may(one.right))
  return {
    key: 'settings',
    label: t('menu.settings'),
    icon: 'settings',
    path: '/settings',
    groups: [{ key: 'settings', title: t('menu.settings'), links }],
  }
}

/** The help is reached by its mark, the master data come after what is installed. */
const apart = new Set(['foundation', 'help'])

/** The areas of the sidebar. */
export function areasOf(catalogue: Catalogue, session: Session): readonly AreaMenu[] {
  const known = order.flatMap((name) => catalogue.domains.filter((domain) => domain.name === name))
  const further = catalogue.domains.filter((domain) => !order.includes(domain.name) && !apart.has(domain.name))
  const foundation = catalogue.domains.filter((domain) => domain.name === 'foundation')
  const domains = [...known, ...further, ...foundation]
  const areas = domains
    .map((domain): AreaMenu => ({
      key: domain.name,
      label: definitionLabel(domain),
      icon: icons[domain.name] ?? 'folder',
      path: `/area/${domain.name}`,
      groups: groupsOf(domain.name, catalogue, session),
      divided: domain.name === 'customers' || domain.name === 'money' || domain.name === 'foundation',
    }))
    .filter((area) => area.groups.length > 0)
  return [...areas, reportsArea(catalogue, session), settingsArea(session)]
}

/** The area a page belongs to: where its list, report or settings stand in the menu. */
export function areaOfPath(areas: readonly AreaMenu[], path: string): string {
  const [, kind = '', name = ''] = path.split('/')
  if (['', 'flow', 'approvals', 'tasks', 'watch', 'dashboard', 'start', 'help', 'tickets', 'practice'].includes(kind))
    return 'home'
  if (kind === 'area') return name
  if (['settings', 'checks', 'forms', 'trust', 'print-templates'].includes(kind)) return 'settings'
  if (kind === 'voucher') return 'accounting'
  if (kind === 'comparison') return 'purchasing'
  if (kind === 'bank') return 'banking'
  if (kind === 'count') return 'inventory'
  if (kind === 'order-desk') return name === 'requests' ? 'purchasing' : 'planning'
  const holding = (wanted: string) =>
    areas.find((area) => area.groups.some((group) => group.links.some((link) => link.path === wanted)))
  const found = holding(path) ?? holding(`/list/${name}`)
  return found?.key ?? (kind === 'report' ? 'reports' : 'foundation')
}
