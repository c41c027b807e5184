import { personalRight, sensitiveGroups } from '../../../kernel/definition/field.ts'
import { rightsOf } from '../../../kernel/access/rights.ts'
import { definitionLabel } from '../../../ui/derive/label.ts'
import { t, type Word } from '../../../ui/language.ts'
import type { Catalogue, RecordType } from '../catalogue/catalogue.ts'

/** What may be done with records, as columns of the table of rights. */
export const verbs = [
  'read',
  'create',
  'update',
  'delete',
  'submit',
  'post',
  'unpost',
  'reverse',
  'void',
  'close',
] as const
export type Verb = (typeof verbs)[number]

const words: Readonly<Record<Verb, Word>> = {
  read: 'right.read',
  create: 'right.create',
  update: 'right.update',
  delete: 'record.delete',
  submit: 'action.submit',
  post: 'action.post',
  unpost: 'action.unpost',
  reverse: 'right.reverse',
  void: 'action.void',
  close: 'action.close',
}

export function verbWord(verb: Verb): string {
  return t(words[verb])
}

const ofRecords: readonly Verb[] = ['read', 'create', 'update', 'delete']

export function verbsOf(type: RecordType): readonly Verb[] {
  return type.sort === 'document' ? verbs : ofRecords
}

/** To lay out dashboards for others. */
export const shareRight = 'dashboard.share'

export type RightsGroup = { readonly key: string; readonly title: string; readonly types: readonly RecordType[] }

/** The types rights can be given for, area by area. */
export function rightsGroups(catalogue: Catalogue): readonly RightsGroup[] {
  return catalogue.domains
    .map((domain) => ({
      key: domain.name,
      title: definitionLabel(domain),
      types: [...catalogue.types.values()].filter((type) => type.domain === domain.name && !type.internal),
    }))
    .filter((group) => group.types.length > 0)
}

/** Each right a person can be given by a box: of types, of reports, and to see groups of figures. */
export function nameableRights(catalogue: Catalogue): readonly string[] {
  const types = [...catalogue.types.values()].filter((type) => !type.internal)
  return [
    ...types.flatMap((type) => verbsOf(type).map((verb) => `${type.name}.${verb}`)),
    ...[...catalogue.reports.values()].map((report) => `report.${report.name}`),
    ...Object.keys(sensitiveGroups).map((group) => `${group}.see`),
    personalRight,
    shareRight,
  ]
}

/** Opens wildcards into the rights there are boxes for; what has no box, such as `user.read`, stays as it is written. */
export function opened(patterns: readonly string[], nameable: readonly string[]): ReadonlySet<string> {
  const may = rightsOf(patterns)
  const named = new Set(nameable)
  const isOpened = (pattern: string): boolean =>
    named.has(pattern) || pattern === 'report.*' || (pattern.startsWith('*.') && pattern !== '*.approve')
  const kept = patterns.filter((pattern) => !isOpened(pattern))
  return new Set([...nameable.filter(may), ...kept])
}
