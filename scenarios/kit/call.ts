import type { Json } from '../../src/base/json.ts'
import type { AnyCall } from '../../src/kernel/definition/call.ts'
import { readParameters } from '../../src/kernel/http/parameters.ts'
import type { Books } from '../../src/ledgers/testing/books.ts'

/** Someone of the company in a story. */
export interface Person {
  readonly name: string
  readonly may?: (right: string) => boolean
}

/** Makes a call of a domain's page as a person does. */
export const makeCall = (
  books: Books,
  call: AnyCall,
  asked: Readonly<Record<string, Json>>,
  person: Person = { name: '测试' },
): Promise<Json> =>
  books.inWork(async (work) => {
    const run = books.installed.calls.get(call.name)
    if (run === undefined) throw new Error(`${call.name} is not installed`)
    const actor = { id: person.name, name: person.name, may: person.may ?? (() => true) }
    return run.run(await readParameters(work, call.parameters, asked), { ...work, actor })
  })
