import type { AreaMenu } from '../catalogue/areas.ts'
import { areaOfPath } from '../catalogue/areas.ts'

/** Chapters of the guide by area. */
const byArea: Readonly<Record<string, string>> = {
  purchasing: '02-procure-to-pay',
  sales: '03-order-to-cash',
  customers: '03-order-to-cash',
  inventory: '04-stock-and-cost',
  planning: '09-requests-and-planning',
  production: '17-production',
  money: '05-cash-and-parties',
  accounting: '06-accounting',
  reports: '06-accounting',
  assets: '13-assets',
  claims: '14-claims-and-bills',
  bills: '14-claims-and-bills',
  invoicing: '15-invoices-and-filing',
  tax: '15-invoices-and-filing',
  exchange: '07-import-export',
  banking: '18-bank-and-cash',
  group: '20-group',
  settings: '08-rights',
}

/** Chapters by the beginning of an address, where they say more than the area's; the longest that fits counts. */
const byPlace: Readonly<Record<string, string>> = {
  '/count': '10-counts-and-alerts',
  '/list/stock-count': '10-counts-and-alerts',
  '/doc/stock-count': '10-counts-and-alerts',
  '/alerts': '10-counts-and-alerts',
  '/counter': '11-counter',
  '/order-desk': '09-requests-and-planning',
  '/list/branch': '19-branches',
  '/list/currency': '25-foreign-currency',
  '/list/lot': '12-lots-serials-units',
  '/import': '07-import-export',
  '/approval-flows': '16-approval-flows',
  '/approvals': '16-approval-flows',
  '/tasks': '28-together',
  '/watch': '28-together',
  '/dashboard': '28-together',
  '/forms': '22-own-forms',
  '/print-templates': '23-printing',
  '/trust': '24-data-safety',
  '/settings?part=keys': '21-interface',
  '/settings?part=webhooks': '21-interface',
  '/bank': '18-bank-and-cash',
  '/asset-count': '13-assets',
  '/my-claims': '14-claims-and-bills',
}

/** The chapter of the guide that a page is about. */
export function chapterOf(path: string, areas: readonly AreaMenu[]): string {
  const place = Object.keys(byPlace)
    .filter((start) => path.startsWith(start))
    .toSorted((one, other) => other.length - one.length)[0]
  if (place !== undefined) return byPlace[place] ?? ''
  return byArea[areaOfPath(areas, path.split('?')[0] ?? path)] ?? '01-getting-started'
}
