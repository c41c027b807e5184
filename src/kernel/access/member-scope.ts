import { Problem, fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import { snake } from '../definition/define.ts'
import type { AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import type { MemberScope } from './row-scope.ts'

const unknownIn = async (
  work: Work,
  entity: AnyEntity,
  ids: readonly string[],
  path: string,
): Promise<FieldProblem[]> => {
  if (ids.length === 0) return []
  const rows = await work.tx.rowsIn<{ id: string }>(
    'whole',
    `select id from ${snake(entity.name)} where company_id = $1 and id = any($2::uuid[])`,
    [work.company, ids],
  )
  const known = new Set(rows.map((row) => row.id))
  return ids.every((id) => known.has(id))
    ? []
    : [fieldProblem(path, `没有这个${entity.label}`, `there is no such ${entity.name}`)]
}

/** Says who of the employees a member is, whose records they are shown, and where. Throws a Problem naming what is unknown. */
export const writeMemberScope = async (work: Work, user: string, scope: MemberScope): Promise<void> => {
  const entities = [...work.installed.catalogue.entities.values()]
  const person = entities.find((entity) => entity.scope === 'person')
  const found = await Promise.all([
    person === undefined || scope.employee === null ? [] : unknownIn(work, person, [scope.employee], 'employee'),
    ...Object.entries(scope.chosen).map(([name, ids]) => {
      const entity = entities.find((one) => one.name === name && one.scope === 'chosen')
      return entity === undefined
        ? [fieldProblem(`chosen.${name}`, '不能按它限定', 'cannot be chosen')]
        : unknownIn(work, entity, ids, `chosen.${name}`)
    }),
  ])
  const problems = found.flat()
  const needsEmployee = scope.people !== null && scope.people !== 'all' && scope.employee === null
  if (needsEmployee)
    problems.push(fieldProblem('employee', '请先选择对应的职员', 'choose the employee that the user is'))
  if (problems.length > 0)
    throw new Problem('invalid', { zh: '数据范围有误，未保存', en: 'The scope was not saved' }, problems)
  await work.tx.query(
    `insert into member_scope (company_id, user_id, employee, people, chosen) values ($1, $2, $3, $4, $5)
     on conflict (company_id, user_id) do update set employee = excluded.employee, people = excluded.people, chosen = excluded.chosen`,
    [work.company, user, scope.employee, scope.people, JSON.stringify(scope.chosen)],
  )
}
