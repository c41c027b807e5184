import { requestJson } from '../../../ui/api/client.ts'
import { findHelp, type HelpHit } from '../help/use-help.ts'
import { t } from '../../../ui/language.ts'
import type { PaletteEntry, PaletteGroup } from '../../../ui/shell/palette-ranking.ts'
import type { AreaMenu, MenuLink } from '../catalogue/areas.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

function entriesOf(area: AreaMenu, link: MenuLink): PaletteEntry[] {
  const isReport = link.path.startsWith('/report/')
  const entry: PaletteEntry = {
    id: `${area.key}:${link.key}`,
    group: isReport ? 'report' : 'action',
    title: link.label,
    detail: area.label,
    keywords: [link.initials, link.key],
    path: link.path,
  }
  if (link.newPath === undefined) return [entry]
  const title = t('record.new', { label: link.label })
  return [
    entry,
    { ...entry, id: `${entry.id}:new`, title, keywords: [`xz${link.initials}`, link.key], path: link.newPath },
  ]
}

/** What the browser knows: lists, reports, what can be begun. A list that stands in two areas is named once. */
export function paletteEntries(areas: readonly AreaMenu[]): readonly PaletteEntry[] {
  const seen = new Set<string>()
  const links = areas.flatMap((area) =>
    area.groups.flatMap((group) => group.links.flatMap((link) => entriesOf(area, link))),
  )
  const flow: PaletteEntry = {
    id: 'flow',
    group: 'action',
    title: t('flow.title'),
    keywords: ['ywdh', 'flow'],
    path: '/flow',
  }
  const approvals: PaletteEntry = {
    id: 'approvals',
    group: 'action',
    title: t('approval.title'),
    keywords: ['dwsp', 'approvals'],
    path: '/approvals',
  }
  const drawn: PaletteEntry = {
    id: 'approval-flows',
    group: 'action',
    title: t('approvalFlow.title'),
    keywords: ['splc', 'approval flows'],
    path: '/approval-flows',
  }
  const tasks: PaletteEntry = {
    id: 'tasks',
    group: 'action',
    title: t('task.page'),
    keywords: ['wddb', 'tasks'],
    path: '/tasks',
  }
  const watched: PaletteEntry = {
    id: 'watch',
    group: 'action',
    title: t('watch.page'),
    keywords: ['yjydy', 'alerts subscriptions'],
    path: '/watch',
  }
  return [flow, approvals, tasks, watched, drawn, ...links].filter((entry) => {
    const key = entry.path ?? entry.id
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

type SearchAnswer = {
  readonly groups: readonly {
    readonly type: string
    readonly address: string
    readonly label: string
    readonly records: readonly { readonly id: string; readonly code: string; readonly label: string }[]
  }[]
}

function groupOf(catalogue: Catalogue, address: string): PaletteGroup {
  if (address === 'item') return 'item'
  if (address === 'party') return 'party'
  return catalogue.types.get(address)?.sort === 'document' ? 'document' : 'record'
}

/** Few of them: whoever searches mostly looks for a record. */
const helpShown = 4

const helpEntry = (hit: HelpHit): PaletteEntry => ({
  id: `help:${hit.name}`,
  group: 'help',
  title: hit.title,
  detail: hit.heading === '' ? hit.english : hit.heading,
  path: `/help/${hit.name}`,
})

/** What only the server knows: documents, items, parties and other records, by number, code, name, pinyin, barcode, phone. */
export function searchEverything(
  catalogue: Catalogue,
): (query: string, signal: AbortSignal) => Promise<readonly PaletteEntry[]> {
  return async (query, signal) => {
    const [{ groups }, pages] = await Promise.all([
      requestJson<SearchAnswer>('search', { query: { q: query, limit: 24 }, signal }),
      findHelp(query, signal),
    ])
    const records = groups.flatMap((group) =>
      group.records.map((record): PaletteEntry => {
        const isDocument = catalogue.types.get(group.address)?.sort === 'document'
        return {
          id: record.id,
          group: groupOf(catalogue, group.address),
          title: isDocument ? record.code : record.label,
          detail: isDocument
            ? [group.label, record.label].filter((text) => text !== record.code).join(' ')
            : record.code,
          path: `/doc/${group.address}/${record.id}`,
        }
      }),
    )
    return [...records, ...pages.slice(0, helpShown).map(helpEntry)]
  }
}
