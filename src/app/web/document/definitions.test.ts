import { expect, it } from 'vitest'
import { domains } from '../../domains.ts'
import { loadDocument } from './definitions.ts'

// What nobody enters as such has no page.
const documents = domains.flatMap((domain) =>
  (domain.documents ?? []).flatMap((one) => (one.internal === true ? [] : [{ domain: domain.name, one }])),
)

it.each(documents.map(({ domain, one }) => ({ domain, name: one.name, one })))(
  'the browser finds the rules of $name in $domain, so that a person can enter it',
  async ({ domain, name, one }) => {
    expect(await loadDocument(domain, name)).toBe(one)
  },
)
