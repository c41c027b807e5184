import type { Json } from '../../base/json.ts'
import { audit } from '../audit/audit.ts'
import { englishOf } from '../definition/define.ts'
import { fieldProblem, invalid } from '../definition/problem.ts'
import { defineCallRun } from '../documents/installed.ts'
import type { Work } from '../posting/work.ts'
import { ownDomainName } from './company-view.ts'
import { modules, switchModules } from './modules.ts'

const offIn = async (work: Work): Promise<readonly string[]> => {
  const [row] = await work.tx.rows<{ off: readonly string[] }>(
    `select modules_off as off from company_directory where company_id = $1`,
    [work.company],
  )
  return row?.off ?? []
}

const switched = (work: Work) =>
  work.installed.catalogue.domains.filter((domain) => domain.always !== true && domain.name !== ownDomainName)

const answer = async (work: Work): Promise<Json> => {
  const off = await offIn(work)
  return {
    modules: switched(work).map((domain) => ({
      name: domain.name,
      label: domain.label,
      english: englishOf(domain),
      on: !off.includes(domain.name),
      documents: (domain.documents ?? []).filter((one) => one.internal !== true).map((one) => one.label),
    })),
  }
}

export const runModules = defineCallRun(modules, (_parameters, work) => answer(work))

export const runSwitchModules = defineCallRun(switchModules, async ({ off }, work): Promise<Json> => {
  const known = new Set(switched(work).map((domain) => domain.name))
  const given = Array.isArray(off) ? off.filter((one): one is string => typeof one === 'string') : []
  const unknown = given.find((one) => !known.has(one))
  if (!Array.isArray(off) || given.length !== off.length || unknown !== undefined)
    throw invalid('功能模块有误，未保存', 'The modules were not saved', [
      fieldProblem('off', `没有可停用的模块“${unknown ?? ''}”`, 'names a module that there is not'),
    ])
  const before = await offIn(work)
  const after = [...new Set(given)].toSorted()
  await work.tx.query(`update company_directory set modules_off = $2::jsonb where company_id = $1`, [
    work.company,
    JSON.stringify(after),
  ])
  audit(work, {
    action: 'update',
    type: 'company',
    record: work.company,
    label: '功能模块',
    before: { modulesOff: [...before] },
    after: { modulesOff: after },
  })
  return answer(work)
})
