import type { Json } from '../../base/json.ts'
import { snake } from '../definition/define.ts'
import type { Message } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import { isUnused, sharedReading } from '../documents/shared-records.ts'
import { tableOf } from '../documents/storage.ts'
import { evaluateExpression } from '../expression/evaluate.ts'
import type { Lookup } from '../expression/evaluate.ts'
import { parseExpression } from '../expression/parse.ts'
import type { PostingInput } from '../posting/proposal.ts'
import type { Work } from '../posting/work.ts'
import { approvalFlow, pathThrough, readFlow } from './flow.ts'
import type { ApproveNode, Approver, FlowNode } from './flow.ts'
import { flowNames, flowValues } from './flow-values.ts'
import type { Required } from './rules.ts'
import type { Step } from './steps.ts'

interface StoredFlow {
  readonly id: string
  readonly type: string
  readonly state: string
  readonly nodes: Json
}

/** All versions that are live or were; asked again when one is changed. */
const allFlows = sharedReading([approvalFlow.name], (work) =>
  work.tx.rowsIn<StoredFlow>(
    'whole',
    `select id, document_type as type, state, nodes from ${tableOf(approvalFlow).name} where company_id = $1 and state <> 'draft' and not disabled`,
    [work.company],
  ),
)

/** Steps of a flow come after those of rules, with room between them for whoever is asked besides. */
const firstStep = 100
const stepWidth = 100

/** The flow a document goes by: the one it was submitted under, else the one that is live. */
const flowFor = async (
  work: Work,
  definition: AnyDocument,
  steps: readonly Step[],
): Promise<StoredFlow | undefined> => {
  if (isUnused(work, approvalFlow.name)) return undefined
  const flows = await allFlows(work)
  const begun = steps.find((step) => step.flow !== null)?.flow
  return begun === undefined
    ? flows.find((flow) => flow.type === definition.name && flow.state === 'live')
    : flows.find((flow) => flow.id === begun)
}

/** The user who heads the department of a document, or of whoever acts: by the employee that the user is. */
const headOf = async (work: Work, header: Readonly<Record<string, unknown>>): Promise<string | undefined> => {
  const entities = [...work.installed.catalogue.entities.values()]
  const person = entities.find((entity) => entity.scope === 'person')
  const unit = entities.find((entity) => entity.scope === 'unit')
  const fieldTo = (of: typeof unit, target: string | undefined) =>
    Object.entries(of?.fields ?? {}).find(([, field]) => field.kind === 'ref' && field.target?.name === target)?.[0]
  const heads = fieldTo(unit, person?.name)
  const belongs = fieldTo(person, unit?.name)
  if (person === undefined || unit === undefined || heads === undefined || belongs === undefined) return undefined
  const department = typeof header[unit.name] === 'string' ? header[unit.name] : null
  const rows = await work.tx.rowsIn<{ username: string }>(
    'whole',
    `select u.username from ${snake(unit.name)} d join member_scope m on m.company_id = $1 and m.employee = d.${snake(heads)}
     join access."user" u on u.id = m.user_id
     where d.company_id = $1 and d.id = coalesce($2::uuid, (select e.${snake(belongs)} from ${snake(person.name)} e
       join member_scope o on o.company_id = $1 and o.employee = e.id where e.company_id = $1 and o.user_id = $3)) limit 1`,
    [work.company, department, work.actor.id],
  )
  return rows[0]?.username
}

interface Named {
  readonly role: string | null
  readonly user: string | null
}

/** Whom an approver of a flow is; a head that nobody is falls to the administrators, so that nothing waits for no one. */
const whoIs = async (work: Work, approver: Approver, header: Readonly<Record<string, unknown>>): Promise<Named> => {
  if (approver.kind === 'role') return { role: approver.value, user: null }
  if (approver.kind === 'user') return { role: null, user: approver.value }
  const user = await headOf(work, header)
  return user === undefined ? { role: 'administrator', user: null } : { role: null, user }
}

const requiredOf = async (
  work: Work,
  flow: string,
  input: PostingInput<AnyDocument>,
  { node, because }: { readonly node: ApproveNode; readonly because: readonly string[] },
  at: number,
): Promise<Required[]> => {
  const header: Readonly<Record<string, unknown>> = input.header
  const escalateTo = node.escalateTo === null ? null : await whoIs(work, node.escalateTo, header)
  const words = [node.name, ...because].join('：')
  const reasons: readonly Message[] = [{ zh: words, en: words }]
  return Promise.all(
    node.approvers.map(async (approver) => {
      const named = await whoIs(work, approver, header)
      const rule = {
        id: approver.id,
        name: node.name,
        step: firstStep + at * stepWidth,
        ...named,
        fourEyes: node.fourEyes,
        matching: 'all' as const,
        conditions: [],
        flow,
        anyOf: node.mode === 'any' ? node.id : null,
        hours: node.hours,
        escalateTo,
      }
      return { rule, reasons, facts: { because } }
    }),
  )
}

const holdsIn =
  (lookup: Lookup) =>
  (condition: string): boolean =>
    evaluateExpression(parseExpression(condition), lookup) === true

/** What drawn nodes ask of a document as it stands. */
export const needsOf = async (
  work: Work,
  definition: AnyDocument,
  flow: { readonly id: string; readonly nodes: readonly FlowNode[] },
  input: PostingInput<AnyDocument>,
): Promise<readonly Required[]> => {
  const path = pathThrough(flow.nodes, holdsIn(await flowValues(work, definition, input)))
  const needs = await Promise.all(path.map((one, at) => requiredOf(work, flow.id, input, one, at)))
  return needs.flat()
}

/** What the flow in force asks of a document, if there is one for its type. */
export const flowNeeds = async (
  work: Work,
  definition: AnyDocument,
  input: PostingInput<AnyDocument>,
  steps: readonly Step[],
): Promise<readonly Required[]> => {
  const flow = await flowFor(work, definition, steps)
  if (flow === undefined) return []
  const { nodes } = readFlow(flow.nodes, flowNames(work, definition))
  return needsOf(work, definition, { id: flow.id, nodes }, input)
}

/** Whether a flow is in force for a type of document. */
export const hasFlow = async (work: Work, definition: AnyDocument): Promise<boolean> =>
  (await flowFor(work, definition, [])) !== undefined
