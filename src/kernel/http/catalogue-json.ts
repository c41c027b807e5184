import type { Json } from '../../base/json.ts'
import { approvalRule } from '../approvals/approval-rule.ts'
import type { ApprovalFacts } from '../posting/work.ts'
import { documentActions } from '../documents/lifecycle.ts'
import { derivedStates } from '../documents/derived-state.ts'
import { englishOf, kebab, sentence } from '../definition/define.ts'
import type { Installed } from '../documents/installed.ts'
import { isKeptFrom } from '../definition/field.ts'
import type { Field, Fields } from '../definition/field.ts'
import { pinyinInitials } from '../search/pinyin.ts'
import { documentStates } from '../definition/record.ts'
import type { AnyDocument, AnyEntity, LineTables } from '../definition/record.ts'

/** What of fields a client is told: all that who asks may be shown. */
type Shows = (field: Field) => boolean

const fieldJson = (name: string, field: Field): Json => {
  const { value: _value, target, ...rest } = field
  return {
    name,
    ...(JSON.parse(JSON.stringify(rest)) as { readonly [key: string]: Json }),
    english: field.english ?? sentence(name),
    ...(target === undefined ? {} : { target: target.name, address: kebab(field.facet ?? target.name) }),
  }
}

/** Fields as JSON, in their order. */
export const fieldsJson = (fields: Fields, shows: Shows = () => true): Json =>
  Object.entries(fields).flatMap(([name, field]) => (shows(field) ? [fieldJson(name, field)] : []))

const tablesJson = (tables: LineTables, shows: Shows): Json =>
  Object.entries(tables).map(([name, table]) => ({
    name,
    label: table.label,
    english: sentence(name),
    atLeast: table.atLeast ?? 0,
    fields: fieldsJson(table.fields, shows),
  }))

const named = (definition: { readonly name: string; readonly label: string; readonly english?: string }) => ({
  name: definition.name,
  address: kebab(definition.name),
  label: definition.label,
  english: englishOf(definition),
  /** What a person may type for it: the first letters of its pinyin. */
  initials: pinyinInitials(definition.label).toLowerCase(),
})

/** Fields that hold names of definitions, shown as choices of what there is. */
type NamedChoices = Readonly<Record<string, Readonly<Record<string, string>>>>

const withChoices = (fields: Fields, choices: NamedChoices): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Field] => {
      const options = choices[name]
      return [name, options === undefined ? field : { ...field, kind: 'choice', options }]
    }),
  )

/** Rules name types of documents and facts of theirs; a form offers them by their labels. */
const ruleChoices = (facts: Iterable<ApprovalFacts>): NamedChoices => {
  const known = [...facts]
  return {
    documentType: Object.fromEntries(known.map(({ document }) => [document.name, document.label])),
    fact: Object.fromEntries(
      known.flatMap((each) => Object.entries(each.facts).map(([name, field]) => [name, field.label])),
    ),
  }
}

const ruleJson = (facts: Iterable<ApprovalFacts>, shows: Shows): Json => {
  const choices = ruleChoices(facts)
  return entityJson(shows, {
    ...approvalRule,
    fields: withChoices(approvalRule.fields, choices),
    tables: {
      conditions: {
        ...approvalRule.tables.conditions,
        fields: withChoices(approvalRule.tables.conditions.fields, choices),
      },
    },
  })
}

const entityJson = (shows: Shows, entity: AnyEntity): Json => ({
  ...named(entity),
  sort: 'entity',
  tree: entity.tree === true,
  /** Whether tags with QR codes are printed of it. */
  tags: entity.tag !== undefined,
  internal: entity.internal === true,
  fields: fieldsJson(entity.fields, shows),
  tables: tablesJson(entity.tables, shows),
  list: entity.list ?? Object.keys(entity.fields).slice(0, 6),
  facets: Object.entries(entity.facets ?? {}).map(([name, facet]) => ({
    ...named({ name, label: facet.label, ...(facet.english === undefined ? {} : { english: facet.english }) }),
    flag: facet.flag,
    list: facet.list ?? entity.list ?? Object.keys(entity.fields).slice(0, 6),
    without: facet.without ?? [],
  })),
})

const documentJson = ({ catalogue, postings }: Installed, shows: Shows, document: AnyDocument): Json => ({
  ...named(document),
  sort: 'document',
  /** Whether it writes to the books, and does not only take effect. */
  posts: postings.has(document.name),
  internal: document.internal === true,
  fields: fieldsJson(document.header, shows),
  tables: tablesJson(document.tables, shows),
  list: document.list ?? Object.keys(document.header).slice(0, 6),
  totals: document.totals ?? [],
  promised: document.promisedBy !== undefined,
  own: document.storedAs !== undefined,
  actions: Object.keys(documentActions),
  flows: [...catalogue.flows.values()]
    .filter((flow) => flow.from.name === document.name)
    .map((flow) => ({
      name: flow.name,
      label: flow.label,
      english: flow.english ?? englishOf(flow.to),
      target: flow.to.name,
      address: kebab(flow.to.name),
    })),
})

/** Who asks: their roles, and the entities that their company has never had a record of. */
export interface CatalogueReader {
  readonly roles?: readonly string[]
  readonly unused?: ReadonlySet<string>
}

/**
 * Everything the installed product defines, as JSON: a client can draw lists and forms of types it has never seen. Fields that
 * the company keeps from all of someone's roles are not told to them, nor those that go with what it does not have.
 */
export const catalogueJson = (installed: Installed, { roles, unused }: CatalogueReader = {}): Json => {
  const { catalogue } = installed
  const shows: Shows = (field) =>
    !isKeptFrom(field, roles) && (field.onlyWith === undefined || unused?.has(field.onlyWith) !== true)
  return {
    domains: catalogue.domains.map((domain) => ({
      ...named(domain),
      entities: (domain.entities ?? []).map((one) => one.name),
      documents: (domain.documents ?? []).map((one) => one.name),
      reports: (domain.reports ?? []).map((one) => one.name),
      processes: (domain.processes ?? []).map((one) => one.name),
      ledgers: (domain.ledgers ?? []).map((one) => one.name),
      publicLinks: (domain.publicLinks ?? []).map((one) => one.name),
    })),
    entities: [...catalogue.entities.values()].map((entity) =>
      entity === approvalRule ? ruleJson(installed.approvalFacts.values(), shows) : entityJson(shows, entity),
    ),
    documents: [...catalogue.documents.values()].map((document) => documentJson(installed, shows, document)),
    ledgers: [...catalogue.ledgers.values()].map((ledger) => ({
      ...named(ledger),
      fields: fieldsJson(ledger.entry),
      balance: ledger.balance ?? null,
    })),
    reports: [...catalogue.reports.values()].map((report) => ({
      ...named(report),
      parameters: fieldsJson(report.parameters, shows),
      columns: JSON.parse(JSON.stringify(report.columns)) as Json,
      layout: report.layout ?? 'table',
      chart: report.chart === undefined ? null : (JSON.parse(JSON.stringify(report.chart)) as Json),
      form: report.form ?? null,
      files: Object.entries(report.files ?? {}).map(([format, file]) => ({
        format,
        label: file.label,
        english: file.english ?? null,
        extension: file.extension,
      })),
      help: report.help ?? null,
    })),
    processes: [...catalogue.processes.values()].map((process) => ({
      ...named(process),
      parameters: fieldsJson(process.parameters),
      schedule: process.schedule === undefined ? null : { daily: process.schedule.daily },
      help: process.help ?? null,
    })),
    publicLinks: [...catalogue.publicLinks.values()].map((link) => ({
      ...named(link),
      subject: link.subject.name,
      parameters: fieldsJson(link.parameters),
      days: link.days,
      help: link.help ?? null,
    })),
    terms: installed.terms.map(([label, chinese]) => [label, chinese]),
    phrases: installed.phrases.map(([chinese, english]) => [chinese, english]),
    states: documentStates,
    derivedStates,
    actions: Object.entries(documentActions).map(([name, action]) => ({ name, ...action, from: [...action.from] })),
  }
}
