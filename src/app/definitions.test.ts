import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogueOf } from '../kernel/definition/domain.ts'
import { kebab } from '../kernel/definition/define.ts'
import { rightToSee } from '../kernel/definition/field.ts'
import type { Field, Fields } from '../kernel/definition/field.ts'
import type { AnyDocument, AnyEntity } from '../kernel/definition/record.ts'
import { isAccountRole } from '../ledgers/account-roles.ts'
import { domains } from './domains.ts'

const catalogue = catalogueOf(domains)
const entities = [...catalogue.entities.values()]
const documents = [...catalogue.documents.values()]
const flows = [...catalogue.flows.values()]
const camelCase = /^[a-z][a-zA-Z0-9]*$/
const chinese = /\p{Script=Han}/u

/** Every group of fields that stands together on a form: a head, or one table. */
const groupsOf = (definition: AnyEntity | AnyDocument): (readonly [string, Fields])[] => [
  [definition.name, definition.sort === 'document' ? definition.header : definition.fields],
  ...Object.entries(definition.tables).map(([name, table]) => [`${definition.name}.${name}`, table.fields] as const),
]
const groups = [...entities, ...documents].flatMap(groupsOf)
const repeated = (words: readonly string[]) => words.filter((word, index) => words.indexOf(word) !== index)

describe('names and labels', () => {
  test('are camelCase, and no two types share an address', () => {
    const all = [...entities, ...documents, ...flows, ...catalogue.ledgers.values(), ...catalogue.processes.values()]
    expect(all.map((each) => each.name).filter((name) => !camelCase.test(name))).toEqual([])
    const addresses = [...entities, ...documents].map((each) => kebab(each.name)).concat([...catalogue.facets.keys()])
    expect(repeated(addresses)).toEqual([])
  })

  test('of types are Chinese and mean one thing', () => {
    const types = [...entities, ...documents, ...domains]
    expect(types.filter((each) => !chinese.test(each.label)).map((each) => each.name)).toEqual([])
    expect(repeated([...entities, ...documents].map((each) => each.label))).toEqual([])
  })

  test.each(groups)('of the fields of %s are Chinese and each its own', (_name, fields) => {
    const all: [string, Field][] = Object.entries(fields)
    expect(all.filter(([name]) => !camelCase.test(name))).toEqual([])
    expect(all.filter(([, field]) => !chinese.test(field.label)).map(([name]) => name)).toEqual([])
    expect(repeated(all.map(([, field]) => field.label))).toEqual([])
    expect(repeated(all.map(([name, field]) => field.english ?? name))).toEqual([])
  })
})

describe('documents', () => {
  test('are numbered by prefixes of their own', () => {
    expect(repeated(documents.map((each) => each.numbering.split('-')[0] ?? ''))).toEqual([])
    expect(documents.filter((each) => !/^[A-Z]+-\{yyyy(MM)?\}-\{seq:\d\}$/.test(each.numbering))).toEqual([])
  })

  test.each(documents.map((each) => [each.name, each] as const))(
    '%s lists and sums fields that it has',
    (_name, document) => {
      const [table] = Object.values(document.tables)
      expect((document.list ?? []).filter((name) => !(name in document.header))).toEqual([])
      expect((document.totals ?? []).filter((name) => table === undefined || !(name in table.fields))).toEqual([])
      expect(document.list?.length ?? 0).toBeGreaterThan(0)
    },
  )

  // What is owed is told to whoever pays it, though what each of the goods cost is not.
  const owed = new Set(['purchaseInvoice'])

  test.each(documents.filter((each) => !owed.has(each.name)).map((each) => [each.name, each] as const))(
    '%s hides its sums from who may not see what is summed',
    (_name, document) => {
      const [lines] = Object.values(document.tables)
      const shown = Object.entries(document.header).filter(([name, field]) => {
        if (field.computed !== true || field.kind !== 'money' || rightToSee(field.sensitive) !== undefined) return false
        const summed = name.startsWith('total') ? name.charAt(5).toLowerCase() + name.slice(6) : name
        return rightToSee(lines?.fields[summed]?.sensitive) !== undefined
      })
      expect(shown.map(([name]) => name)).toEqual([])
    },
  )

  test('and entities refer to what is installed, or to what the ledgers keep', () => {
    const kept = new Set(['partyEntry', 'stockEntry', 'generalVoucher', 'document', 'line'])
    const targets = groups.flatMap(([group, fields]) =>
      Object.values(fields).flatMap((field) => (field.target === undefined ? [] : [`${group} → ${field.target.name}`])),
    )
    const unknown = targets.filter((each) => {
      const name = each.split(' → ')[1] ?? ''
      return !catalogue.entities.has(name) && !kept.has(name)
    })
    expect(unknown).toEqual([])
  })

  test('name facets that their targets have', () => {
    const fields = groups.flatMap(([, of]) => Object.values(of)).filter((field) => field.facet !== undefined)
    expect(
      fields.filter((field) => catalogue.facets.get(field.facet ?? '')?.entity.name !== field.target?.name),
    ).toEqual([])
  })
})

describe('flows', () => {
  test.each(flows.map((each) => [each.name, each] as const))(
    '%s measures by fields of both its ends',
    (_name, flow) => {
      const source = flow.from.tables[flow.table ?? 'lines']?.fields ?? {}
      const target = flow.to.tables['lines']?.fields ?? {}
      const { quantity, base, into = { quantity, base } } = flow.measure
      expect([quantity, base].filter((name) => !(name in source))).toEqual([])
      const drawn = flow.keepsSource === true ? [] : [into.quantity, into.base]
      expect(drawn.filter((name) => !(name in target))).toEqual([])
      expect([flow.amount, flow.part].filter((name) => name !== undefined && !(name in source))).toEqual([])
      expect(documents.map((one) => one.name)).toEqual(expect.arrayContaining([flow.from.name, flow.to.name]))
    },
  )

  test('that share what is open start from the same lines', () => {
    expect(flows.filter((flow) => flow.sharesOpenWith !== undefined && flow.sharesOpenWith.from !== flow.from)).toEqual(
      [],
    )
  })

  test('draw from a type to another in one way; what only gathers stands beside', () => {
    const drawing = flows.filter((flow) => flow.collects === undefined)
    expect(repeated(drawing.map((flow) => `${flow.from.name} → ${flow.to.name}`))).toEqual([])
  })
})

/** Roles as postings write them; they are text to the kernel, so the compiler does not know a wrong one. */
const rolesIn = (source: string): string[] =>
  [...source.matchAll(/\b(?:role|against|remainder): (?:\(\) => )?'(\w+)'/g)].map((match) => match[1] ?? '')

test('postings name account roles that exist', () => {
  const root = join(import.meta.dirname, '..', 'domains')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.posting.ts'))
  const named = files.flatMap((file) => rolesIn(readFileSync(join(root, file), 'utf8')).map((role) => ({ file, role })))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter(({ role }) => !isAccountRole(role))).toEqual([])
})

test('reasons offer account roles that exist', () => {
  const options = catalogue.entities.get('stockReason')?.fields['role']?.options ?? {}
  expect(Object.keys(options).filter((role) => !isAccountRole(role))).toEqual([])
})
