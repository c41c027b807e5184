import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { englishOf } from '../kernel/definition/define.ts'
import { catalogue } from './domains.ts'
import { referenceFile } from './places.ts'
import { reference } from './reference.ts'

test('the reference of types is up to date', () => {
  expect(readFileSync(referenceFile, 'utf8'), 'write it: npm run suanpan reference').toBe(reference(catalogue))
})

const facets = [...catalogue.facets].map(([name, { facet }]) => ({ name, ...facet }))

// A process may be called like the document it writes; within a group a word means one thing.
test.each([
  ['types', [...catalogue.entities.values(), ...catalogue.documents.values(), ...facets]],
  ['reports', [...catalogue.reports.values()]],
  ['processes', [...catalogue.processes.values()]],
])('one Chinese word for %s is one English word, and the other way round', (_group, definitions) => {
  const words = definitions.map((each) => ({ zh: each.label, en: englishOf(each) }))
  const ambiguous = (side: 'zh' | 'en') =>
    [...Map.groupBy(words, (word) => word[side])].filter(([, same]) => same.length > 1).map(([word]) => word)
  expect(ambiguous('zh')).toEqual([])
  expect(ambiguous('en')).toEqual([])
})
