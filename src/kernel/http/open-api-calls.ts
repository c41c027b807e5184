import { englishOf, kebab } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import type { AnyCall } from '../definition/call.ts'
import { json, operation, parameter, repeat } from './open-api-parts.ts'
import type { Schema } from './open-api-parts.ts'

const pathOf = (call: AnyCall): Schema => {
  const label = `${call.label} ${englishOf(call)}`
  const answers = { 200: json({ type: 'object' }, 'The answer') }
  const fields = Object.entries(call.parameters)
  if (call.asks === true) {
    const parameters = fields.map(([name, field]) =>
      parameter(name, 'query', field.label, fieldKinds[field.kind].schema(field)),
    )
    return { get: operation(label, '接口', answers, { parameters }) }
  }
  const schema = {
    type: 'object',
    properties: Object.fromEntries(
      fields.map(([name, field]) => [name, { ...fieldKinds[field.kind].schema(field), title: field.label }]),
    ),
    required: fields.filter(([, field]) => field.required).map(([name]) => name),
  }
  return {
    post: operation(label, '接口', answers, {
      requestBody: { required: true, content: { 'application/json': { schema } } },
      parameters: [repeat],
    }),
  }
}

/** The calls of the domains' own pages. */
export const callPaths = (catalogue: Catalogue): Schema =>
  Object.fromEntries([...catalogue.calls.values()].map((call) => [`/api/calls/${kebab(call.name)}`, pathOf(call)]))
