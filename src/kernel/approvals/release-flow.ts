import type { Json } from '../../base/json.ts'
import { audit } from '../audit/audit.ts'
import { Problem, conflict } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import { findDocument, numberIn } from '../documents/documents.ts'
import { findEntity } from '../documents/entities.ts'
import { forgetReferences } from '../documents/lookup.ts'
import { prepareToPost } from '../documents/prepare.ts'
import { tableOf } from '../documents/storage.ts'
import type { Work } from '../posting/work.ts'
import { checkApprovalFlow } from './check-flow.ts'
import { approvalFlow, readFlow } from './flow.ts'
import { flowNames } from './flow-values.ts'
import { needsOf } from './flows.ts'
import { judge, rulesFor } from './rules.ts'
import { namesOf } from './steps.ts'

const table = tableOf(approvalFlow).name

/** 启用: the flow is in force at once, and the version before it retires; what was submitted under that goes on by it. */
export const releaseFlow = async (work: Work, key: string): Promise<void> => {
  const { header } = await findEntity(work, approvalFlow, key, { lock: true })
  const problems = await checkApprovalFlow.check(header, work, false)
  if (problems.length > 0)
    throw new Problem('invalid', { zh: '流程有误，未启用', en: 'The flow was not released' }, problems)
  forgetReferences(work, approvalFlow.name)
  const now = work.clock.now()
  await work.tx.query(
    `update ${table} set state = 'retired' where company_id = $1 and document_type = $2 and state = 'live'`,
    [work.company, header['documentType']],
  )
  await work.tx.query(
    `update ${table} set state = 'live', released_at = $3, released_by = $4, version = version + 1,
       number = (select coalesce(max(f.number), 0) + 1 from ${table} f where f.company_id = $1 and f.document_type = $5)
     where company_id = $1 and id = $2`,
    [work.company, header['id'], now, work.actor.name, header['documentType']],
  )
  audit(work, {
    action: 'release',
    type: approvalFlow.name,
    record: String(header['id']),
    label: String(header['name']),
    after: { nodes: (header['nodes'] ?? null) as Json },
  })
}

/** 停用: no flow is in force for the type any more; what was submitted goes on. */
export const retireFlow = async (work: Work, key: string): Promise<void> => {
  const { header } = await findEntity(work, approvalFlow, key, { lock: true })
  if (header['state'] !== 'live') throw conflict('流程没有启用', 'The flow is not in force')
  forgetReferences(work, approvalFlow.name)
  await work.tx.query(
    `update ${table} set state = 'retired', version = version + 1 where company_id = $1 and id = $2`,
    [work.company, header['id']],
  )
  audit(work, {
    action: 'retire',
    type: approvalFlow.name,
    record: String(header['id']),
    label: String(header['name']),
  })
}

/** 试运行: the way a document there is would go by nodes that are not in force yet; nothing is written. */
export const simulateFlow = async (work: Work, definition: AnyDocument, nodes: Json, key: string): Promise<Json> => {
  const read = readFlow(nodes, flowNames(work, definition))
  if (read.problems.length > 0)
    throw new Problem('invalid', { zh: '流程有误', en: 'The flow is not valid' }, read.problems)
  const record = await findDocument(work, definition, key)
  const { input } = await prepareToPost(work, definition, record)
  const required = [
    ...(await judge(work, definition, await rulesFor(work, definition), input)),
    ...(await needsOf(work, definition, { id: '', nodes: read.nodes }, input)),
  ]
  const names = await namesOf(work, required)
  return {
    number: numberIn(record),
    steps: required.map(({ rule, reasons }, index) => ({
      step: rule.step,
      approver: names[index] ?? '',
      node: rule.anyOf ?? rule.id,
      rule: rule.id,
      any: (rule.anyOf ?? null) !== null,
      hours: rule.hours ?? null,
      reasons: reasons.map(({ zh, en }) => ({ zh, en })),
    })),
  }
}
