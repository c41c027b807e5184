import type { Json } from '../../base/json.ts'
import { mayDecide } from '../approvals/approvals.ts'
import { nextSteps, stepsOf } from '../approvals/steps.ts'
import type { Step } from '../approvals/steps.ts'
import type { AnyFlow } from '../definition/flow.ts'
import { poolOf } from '../documents/draw.ts'
import { carriedOn } from '../documents/derived-state.ts'
import type { CarriedOn } from '../documents/derived-state.ts'
import { stateOf } from '../documents/documents.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { actionsIn, isEditable } from '../documents/lifecycle.ts'
import { recordJson, recordReferences } from '../documents/record-json.ts'
import { kebab } from '../definition/define.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import type { KeptAnswer } from './idempotency.ts'

/** What a definition is called at its address, and the names its rights go by. */
export interface Address {
  readonly definition: AnyEntity | AnyDocument
  /** `customer` for a role of the party, else the definition's own name. */
  readonly name: string
  readonly flag?: string
}

/** The rights that let someone do a thing at an address: of the role or of the whole entity. */
export const rightsAt = (address: Address, verb: string): string[] =>
  address.name === address.definition.name
    ? [`${address.name}.${verb}`]
    : [`${address.name}.${verb}`, `${address.definition.name}.${verb}`]

const mayAt = (work: Work, address: Address, verb: string): boolean =>
  rightsAt(address, verb).some((right) => work.actor.may(right))

/** Approvals are asked of whoever the rules name: they need no right of their own to give or refuse them. */
const deciding = (work: Work, record: LoadedRecord, steps: readonly Step[]): ReadonlyMap<string, boolean> => {
  const waits = nextSteps(steps).length > 0
  const decides = stateOf(record) === 'submitted' && mayDecide(work, record, steps).length > 0
  const [first] = steps
  const mine = first === undefined || first.submittedById === work.actor.id || work.actor.may('approval.override')
  return new Map([
    ['approve', decides],
    ...(waits
      ? ([
          ['reject', decides],
          ['post', false],
        ] as const)
      : []),
    ...(mine ? [] : ([['withdraw', false]] as const)),
  ])
}

/** What the caller may do with a document now. */
const documentActionsNow = (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  steps: readonly Step[],
): string[] => {
  const decided = deciding(work, record, steps)
  const state = stateOf(record)
  const isReversal = record.header['reverses'] !== null
  const edits = isEditable(state) ? ['update', 'delete'] : []
  return [...edits, ...actionsIn(state)].filter(
    (action) =>
      (decided.get(action) ?? work.actor.may(`${definition.name}.${action}`)) &&
      !(isReversal && ['unpost', 'reverse', 'amend'].includes(action)),
  )
}

/** Whether a flow can still draw something of a document: nothing is offered that would come out empty. */
const leadsOn = (flow: AnyFlow, open: ReadonlySet<string>): boolean =>
  flow.keepsOpen === true || flow.keepsSource === true || flow.collects !== undefined || open.has(poolOf(flow))

/** What a document may be carried on to, the usual way first. */
const conversions = (work: Work, definition: AnyDocument, record: LoadedRecord, carried: CarriedOn): Json => {
  if (stateOf(record) !== 'posted') return []
  // The domains say in which order what grows from a document is offered; what goes back comes last.
  return [...work.installed.catalogue.flows.values()]
    .filter(
      (flow) =>
        flow.from.name === definition.name && work.actor.may(`${flow.to.name}.create`) && leadsOn(flow, carried.open),
    )
    .toSorted((one, other) => Number(one.exceptional === true) - Number(other.exceptional === true))
    .map((flow) => ({
      flow: flow.name,
      target: flow.to.name,
      address: kebab(flow.to.name),
      label: flow.label,
      english: flow.english ?? flow.to.english ?? flow.to.name,
    }))
}

const approvalJson = (steps: readonly Step[]): Json =>
  steps.map((step) => ({
    step: step.step,
    approver: step.approver,
    state: step.state,
    reasons: step.reasons.map(({ zh, en }) => ({ zh, en })),
    submittedBy: step.submittedBy,
    submittedAt: step.submittedAt.toISOString(),
    decidedBy: step.decidedBy,
    decidedAt: step.decidedAt?.toISOString() ?? null,
    note: step.note,
    isAny: step.anyOf !== null,
    dueAt: step.dueAt?.toISOString() ?? null,
    isLate: step.escalatedAt !== null,
    addedBy: step.addedBy,
  }))

/** A document as it is answered: itself, names of what it refers to, what may be done, how far it was carried on. */
const documentBody = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
): Promise<Record<string, Json>> => {
  const id = String(record.header['id'])
  const [references, carried, steps] = await Promise.all([
    recordReferences(work, definition, record),
    carriedOn(work, definition, record),
    stepsOf(work, id),
  ])
  return {
    ...recordJson(definition, record, work),
    references,
    actions: documentActionsNow(work, definition, record, steps),
    approval: approvalJson(steps),
    convert: conversions(work, definition, record, carried),
    derived: carried.derived,
  }
}

const entityBody = async (
  work: Work,
  address: Address,
  definition: AnyEntity,
  record: LoadedRecord,
): Promise<Record<string, Json>> => ({
  ...recordJson(definition, record, work, address.name),
  references: await recordReferences(work, definition, record),
  actions: ['update', 'delete'].filter((verb) => mayAt(work, address, verb)),
})

/** A record as it is answered, with its version and address. */
export const recordAnswer = async (
  work: Work,
  address: Address,
  record: LoadedRecord,
  status = 200,
): Promise<KeptAnswer> => {
  const { definition } = address
  const body =
    definition.sort === 'document'
      ? await documentBody(work, definition, record)
      : await entityBody(work, address, definition, record)
  return {
    status,
    body,
    version: Number(record.header['version']),
    ...(status === 201 ? { location: `/api/${kebab(address.name)}/${String(record.header['id'])}` } : {}),
  }
}
