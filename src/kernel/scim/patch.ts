import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { attributeOf, isScimObject, readPath } from './filter.ts'
import type { ScimObject, ScimPath } from './filter.ts'
import { ScimProblem } from './scim-problem.ts'

type Deed = 'add' | 'replace' | 'remove'

const isDeed = (text: string): text is Deed => ['add', 'replace', 'remove'].includes(text)

/** The object with an attribute set, under the name it has there already whatever its case; undefined takes it away. */
const withAttribute = (of: ScimObject, name: string, value: Json | undefined): ScimObject => {
  const kept = Object.keys(of).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name
  const rest = Object.fromEntries(Object.entries(of).filter(([key]) => key !== kept))
  return value === undefined ? rest : { ...rest, [kept]: value }
}

const isSame = (left: Json, right: Json): boolean =>
  isScimObject(left) && isScimObject(right) && left['value'] !== undefined
    ? left['value'] === right['value']
    : JSON.stringify(left) === JSON.stringify(right)

const joined = (before: Json | undefined, value: Json): Json => {
  if (Array.isArray(before)) {
    const more = [value].flat().filter((one) => !before.some((had) => isSame(had, one)))
    return [...before, ...more]
  }
  return isScimObject(before) && isScimObject(value) ? { ...before, ...value } : value
}

const changedValue = (one: Json, deed: Deed, part: string | undefined, value: Json | undefined): Json | undefined => {
  if (part === undefined) return deed === 'remove' ? undefined : joined(deed === 'add' ? one : undefined, value ?? null)
  return withAttribute(isScimObject(one) ? one : {}, part, deed === 'remove' ? undefined : value)
}

const changeMatching = (resource: ScimObject, path: ScimPath, deed: Deed, value: Json | undefined): ScimObject => {
  const before = [attributeOf(resource, path.attribute) ?? []].flat()
  const isMeant = (one: Json) => isScimObject(one) && path.matches?.(one) === true
  if (deed === 'replace' && !before.some(isMeant))
    throw new ScimProblem(400, 'The path names nothing that is there', 'noTarget')
  const after = before.flatMap((one) => {
    const changed = isMeant(one) ? changedValue(one, deed, path.part, value) : one
    return changed === undefined ? [] : [changed]
  })
  return withAttribute(resource, path.attribute, after)
}

const changeAt = (resource: ScimObject, path: ScimPath, deed: Deed, value: Json | undefined): ScimObject => {
  if (path.matches !== undefined) return changeMatching(resource, path, deed, value)
  const before = attributeOf(resource, path.attribute)
  if (path.part !== undefined) {
    const within = isScimObject(before) ? before : {}
    const after = withAttribute(within, path.part, deed === 'remove' ? undefined : value)
    return withAttribute(resource, path.attribute, after)
  }
  if (deed === 'remove') {
    // Some directories name the values to take away beside the path.
    const gone = value === undefined ? undefined : [value].flat()
    const rest =
      Array.isArray(before) && gone ? before.filter((had) => !gone.some((one) => isSame(had, one))) : undefined
    return withAttribute(resource, path.attribute, rest)
  }
  return withAttribute(resource, path.attribute, deed === 'add' ? joined(before, value ?? null) : (value ?? null))
}

const applyOne = (resource: ScimObject, operation: Json): ScimObject => {
  if (!isScimObject(operation)) throw new ScimProblem(400, 'An operation is an object', 'invalidSyntax')
  // Directories write Add and Replace too.
  const deed = textOf(attributeOf(operation, 'op')).toLowerCase()
  if (!isDeed(deed)) throw new ScimProblem(400, 'op must be add, replace or remove', 'invalidSyntax')
  const value = attributeOf(operation, 'value')
  const path = attributeOf(operation, 'path')
  if (typeof path === 'string' && path !== '') {
    if (deed !== 'remove' && value === undefined) throw new ScimProblem(400, 'value is missing', 'invalidValue')
    return changeAt(resource, readPath(path), deed, value)
  }
  if (deed === 'remove') throw new ScimProblem(400, 'remove needs a path', 'noTarget')
  if (!isScimObject(value)) throw new ScimProblem(400, 'Without a path the value is an object', 'invalidValue')
  return Object.entries(value).reduce((so, [name, one]) => changeAt(so, readPath(name), deed, one), resource)
}

/** A resource after the operations of a PATCH (RFC 7644 §3.5.2), one after the other; none of them is half done. */
export const patched = (resource: ScimObject, body: ScimObject): ScimObject => {
  const operations = attributeOf(body, 'operations')
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > 1000)
    throw new ScimProblem(400, 'Operations is missing', 'invalidSyntax')
  return operations.reduce<ScimObject>(applyOne, resource)
}
