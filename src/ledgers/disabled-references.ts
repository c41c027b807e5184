import type { Id } from '../base/id.ts'
import type { Field, Fields, RefTarget } from '../kernel/definition/field.ts'
import { fieldProblem } from '../kernel/definition/problem.ts'
import type { FieldProblem } from '../kernel/definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../kernel/definition/record.ts'
import type { PostingInput } from '../kernel/posting/proposal.ts'

/** A document's input, whatever its fields. */
export interface Referring extends Pick<PostingInput<AnyDocument>, 'lookup'> {
  readonly header: object
}

const isEntity = (target: RefTarget | undefined): target is AnyEntity =>
  target !== undefined && 'sort' in target && target.sort === 'entity'

const problemIn = (field: Field, path: string, id: unknown, input: Referring): FieldProblem[] => {
  if (!isEntity(field.target) || typeof id !== 'string') return []
  const record = input.lookup(field.target, id as Id<string>)
  if (record?.disabled !== true) return []
  return [fieldProblem(path, `${field.label}“${record.name}”已停用`, `${record.name} is disabled`)]
}

const problemsIn = (fields: Fields, values: object, path: string, input: Referring) =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name]
    return field === undefined ? [] : problemIn(field, path + name, value, input)
  })

const linesOf = (input: Referring, name: string): readonly object[] => {
  const lines: unknown = new Map(Object.entries(input)).get(name)
  return Array.isArray(lines) ? lines : []
}

/** What a document refers to that is 停用: head and lines, each field named. Returns and red documents do not ask. */
export const disabledReferences = (definition: AnyDocument, input: Referring): FieldProblem[] => [
  ...problemsIn(definition.header, input.header, '', input),
  ...Object.entries(definition.tables).flatMap(([name, table]) =>
    linesOf(input, name).flatMap((line, index) => problemsIn(table.fields, line, `${name}.${index}.`, input)),
  ),
]
