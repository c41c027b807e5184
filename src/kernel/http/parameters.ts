import { isUuid } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { UnreadableValue, fieldKinds } from '../definition/field-kinds.ts'
import type { Fields } from '../definition/field.ts'
import { Problem, fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import { idsByCode } from '../documents/load.ts'
import type { Work } from '../posting/work.ts'

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === ''

/**
 * Reads the parameters of a report or process: by kind, references by id or code, defaults where nothing is given.
 * Throws a Problem naming each at fault.
 */
export const readParameters = async (
  work: Work,
  fields: Fields,
  given: Readonly<Record<string, Json | undefined>>,
): Promise<Record<string, unknown>> => {
  const problems: FieldProblem[] = []
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    const typed = isEmpty(given[name]) ? (field.initial === 'today' ? today : field.initial) : given[name]
    if (typed === undefined || typed === null) {
      if (field.required) problems.push(fieldProblem(name, `请填写${field.label}`, `${name} is required`))
      values[name] = null
      continue
    }
    const target = field.kind === 'ref' ? work.installed.catalogue.entities.get(field.target?.name ?? '') : undefined
    const byCode = target !== undefined && typeof typed === 'string' && !isUuid(typed)
    const value = byCode ? ((await idsByCode(work.tx, work.company, target, [typed])).get(typed) ?? typed) : typed
    try {
      values[name] = fieldKinds[field.kind].parse(field, value)
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error
      problems.push({ path: name, message: error.text })
    }
  }
  if (problems.length > 0)
    throw new Problem('invalid', { zh: '参数有误', en: 'The parameters are not valid' }, problems)
  return values
}
