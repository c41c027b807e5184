import { definitionLabel } from '../../../ui/derive/label.ts'
import { t, type Word } from '../../../ui/language.ts'
import { typeNamed, type Catalogue } from '../catalogue/catalogue.ts'
import type { AreaMenu } from '../catalogue/areas.ts'
import { findPage } from './routes.ts'

const plain: Readonly<Record<string, Word>> = {
  '/': 'menu.home',
  '/flow': 'flow.title',
  '/settings': 'menu.settings',
  '/checks': 'checks.title',
  '/trust': 'trust.title',
  '/print-templates': 'print.title',
  '/me': 'menu.me',
  '/tasks': 'task.page',
  '/watch': 'watch.page',
  '/dashboard/$id': 'watch.boards',
  '/counter': 'counter.title',
  '/count': 'count.title',
  '/count/$id': 'count.title',
  '/asset-count': 'assetCount.title',
  '/my-claims': 'claims.title',
  '/claims-to-pay': 'claims.queue',
  '/risks': 'risks.title',
  '/help': 'help.title',
  '/start': 'start.page',
  '/tickets': 'ticket.tickets',
  '/practice': 'practice.title',
  '/help/$name': 'help.title',
}

/** What a tab is called until its page names it. */
export function firstTitle(path: string, catalogue: Catalogue, areas: readonly AreaMenu[]): string {
  const found = findPage(path)
  if (found === null) return t('page.unknown')
  const word = plain[found.key]
  if (word !== undefined) return t(word)
  const { type: typeName, name } = found.parameters
  const type = typeNamed(catalogue, typeName)
  const label = type === undefined ? '' : definitionLabel(type)
  if (found.key === '/list/$type') return label
  if (found.key === '/new/$type') return t('record.new', { label })
  if (found.key === '/import/$type') return t('import.title', { label })
  if (found.key === '/area/$name') return areas.find((area) => area.key === name)?.label ?? name
  if (found.key === '/order-desk/$name') return t(name === 'requests' ? 'desk.requests' : 'desk.replenishment')
  if (found.key === '/comparison/$id') return t('compare.title')
  if (found.key === '/voucher/$id') return t('voucher.title')
  const report =
    catalogue.reports.get(name) ?? (found.key === '/process/$name' ? catalogue.processes.get(name) : undefined)
  return report === undefined ? label : definitionLabel(report)
}
