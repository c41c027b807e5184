import { englishOf } from '../definition/define.ts'
import { Problem, conflict, fieldProblem, forbidden, invalid } from '../definition/problem.ts'
import type { Message } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { LoadedRecord } from '../documents/load.ts'
import { isMadeHere } from '../documents/made-here.ts'
import { prepareToPost } from '../documents/prepare.ts'
import type { Prepared } from '../documents/prepare.ts'
import { notify, withdrawNotices } from '../notices/notify.ts'
import type { Work } from '../posting/work.ts'
import { flowNeeds, hasFlow } from './flows.ts'
import { judge, rulesFor } from './rules.ts'
import type { Required, Rule } from './rules.ts'
import {
  decideSteps,
  dropWaiting,
  forgetSteps,
  isNamed,
  namesOf,
  nextSteps,
  openSteps,
  stepsOf,
  leftAfter,
  principalOf,
} from './steps.ts'
import type { Step } from './steps.ts'

const idOf = (record: LoadedRecord) => String(record.header['id'])
const numberOf = (record: LoadedRecord) => String(record.header['number'])
const isSubmitted = (record: LoadedRecord) => record.header['state'] === 'submitted'

/** Four eyes: neither who wrote the document nor who submitted it. */
const isOwn = (work: Work, record: LoadedRecord, steps: readonly Step[]): boolean =>
  record.header['createdBy'] === work.actor.name || steps.some((step) => step.submittedById === work.actor.id)

/** Who stands in for the writer does not approve in their name what they wrote. */
const isForOwner = (
  work: Work,
  record: LoadedRecord,
  by: { readonly role: string | null; readonly user: string | null },
): boolean => {
  const principal = principalOf(work.actor, by)
  return principal !== undefined && principal.name === record.header['createdBy']
}

const sameFacts = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)

/** What of the required approvals is there: given as the document waits, or, when amended, for the very same facts. */
const covered = (record: LoadedRecord, steps: readonly Step[], need: Required): boolean =>
  steps.some(
    (step) =>
      (step.rule === need.rule.id || (step.anyOf !== null && step.anyOf === need.rule.anyOf)) &&
      step.state === 'approved' &&
      (isSubmitted(record) || sameFacts(step.facts, need.facts)),
  )

const listed = (missing: readonly Required[], language: 'zh' | 'en') =>
  missing.flatMap(({ reasons }) => reasons.map((reason) => reason[language])).join(language === 'zh' ? '；' : '; ')

/** What a refusal calls a document: one that is refused as it is saved has no number that anybody would find. */
const calledIn = (work: Work, definition: AnyDocument, record: LoadedRecord): Message =>
  isMadeHere(work, idOf(record))
    ? { zh: `这张${definition.label}`, en: `This ${englishOf(definition).toLowerCase()}` }
    : { zh: numberOf(record), en: numberOf(record) }

const refuse = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  missing: readonly Required[],
  way: 'submit' | 'amend',
) => {
  const called = calledIn(work, definition, record)
  const who = [...new Set(await namesOf(work, missing))].join('、')
  const ways = {
    submit: isSubmitted(record)
      ? { zh: '等待审批，不能直接审核', en: 'waits for approval' }
      : { zh: '请提交审批', en: 'submit it for approval' },
    amend: {
      zh: '请由审批人变更，或反审核后重新提交审批',
      en: 'have an approver amend it, or unpost and submit it again',
    },
  }
  throw new Problem(
    'unapproved',
    {
      zh: `${called.zh}需要${who}审批，${ways[way].zh}`,
      en: `${called.en} needs the approval of ${who}; ${ways[way].en}`,
    },
    [fieldProblem('state', listed(missing, 'zh'), listed(missing, 'en'))],
  )
}

/**
 * Lets a document post, or its amendment, only with the approvals its facts ask for. Whoever a rule names gives the approval
 * by doing it, unless four eyes are asked for and it is their own.
 */
export const refuseUnapproved = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  prepared: Prepared,
  rules: readonly Rule[],
  way: 'submit' | 'amend' = 'submit',
): Promise<void> => {
  const steps = record.header['state'] === 'draft' ? [] : await stepsOf(work, idOf(record))
  const needed = [
    ...(await judge(work, definition, rules, prepared.input)),
    ...(await flowNeeds(work, definition, prepared.input, steps)),
  ]
  // Who was asked besides is waited for as well, whatever rules and flows say.
  const isAskedBesides = steps.some((step) => step.state === 'waiting' && step.addedBy !== null)
  const missing = needed.filter((need) => !covered(record, steps, need))
  if (missing.length === 0 && !isAskedBesides) return
  const own = isOwn(work, record, steps)
  const groups = Map.groupBy(missing, ({ rule }) => rule.anyOf ?? rule.id)
  const given = [...groups.values()].map((group) =>
    group.find(({ rule }) => isNamed(work.actor, rule) && !(rule.fourEyes && (own || isForOwner(work, record, rule)))),
  )
  if (isAskedBesides || given.includes(undefined)) return refuse(work, definition, record, missing, way)
  const mine = given.flatMap((need) => need ?? [])
  const waiting = steps.filter((step) => mine.some(({ rule }) => rule.id === step.rule) && step.state === 'waiting')
  decideSteps(work, waiting, 'approved', null)
  const unknown = mine.filter(({ rule }) => !waiting.some((step) => step.rule === rule.id))
  if (record.header['state'] === 'draft') forgetSteps(work, idOf(record))
  return openSteps(work, definition, record, unknown, work.actor.name)
}

const keyOf = (step: Step) => `approval/${step.id}`

/** Tells whose turn it is now. */
export const announce = (work: Work, definition: AnyDocument, record: LoadedRecord, steps: readonly Step[]): void => {
  const now = work.clock.now().getTime()
  for (const step of steps) {
    if (step.hours !== null && step.dueAt === null) {
      const due = new Date(now + step.hours * 3_600_000)
      work.tx.send(`update approval_step set due_at = $3 where company_id = $1 and id = $2`, [
        work.company,
        step.id,
        due,
      ])
    }
    const notice = {
      key: keyOf(step),
      subject: { type: definition.name, id: idOf(record) },
      text: {
        zh: `待审批：${definition.label} ${numberOf(record)}，${step.reasons.map((reason) => reason.zh).join('；')}`,
        en: `To approve: ${numberOf(record)}, ${step.reasons.map((reason) => reason.en).join('; ')}`,
      },
    }
    if (step.role !== null) notify(work, { ...notice, to: { role: step.role } })
    if (step.user !== null) notify(work, { ...notice, to: { username: step.user } })
  }
}

const withdrawAll = (work: Work, steps: readonly Step[]): void => {
  for (const step of steps) withdrawNotices(work, keyOf(step))
}

/**
 * 提交: what could not be posted is refused as it would be then, so that nobody is asked to approve it. Who has to approve is
 * found by the rules; a document under none waits for whoever may post it.
 */
export const openApproval = async (work: Work, definition: AnyDocument, record: LoadedRecord): Promise<void> => {
  const [rules, isDrawn] = await Promise.all([rulesFor(work, definition), hasFlow(work, definition)])
  const prepared = await prepareToPost(work, definition, record)
  if (rules.length === 0 && !isDrawn) return
  forgetSteps(work, idOf(record))
  const needs = [
    ...(await judge(work, definition, rules, prepared.input)),
    ...(await flowNeeds(work, definition, prepared.input, [])),
  ]
  await openSteps(work, definition, record, needs)
  announce(work, definition, record, nextSteps(await stepsOf(work, idOf(record))))
}

/** Whether someone may decide the steps that are next. */
export const mayDecide = (work: Work, record: LoadedRecord, steps: readonly Step[]): readonly Step[] => {
  const own = isOwn(work, record, steps)
  const anyone = work.actor.may('approval.override')
  return nextSteps(steps).filter(
    (step) => (anyone || isNamed(work.actor, step)) && !(step.fourEyes && (own || isForOwner(work, record, step))),
  )
}

const refuseDecision = (work: Work, record: LoadedRecord, steps: readonly Step[]): never => {
  const next = nextSteps(steps)
  if (next.length === 0) {
    throw conflict(`${numberOf(record)} 没有等待的审批`, `${numberOf(record)} waits for no approval`)
  }
  const who = next.map((step) => step.approver).join('、')
  if (next.some((step) => isNamed(work.actor, step))) {
    throw forbidden('不能审批自己制单或提交的单据', 'What you wrote or submitted yourself is approved by someone else')
  }
  throw forbidden(`${numberOf(record)} 等待${who}审批`, `${numberOf(record)} waits for the approval of ${who}`)
}

/** 同意: answers whether it was the last approval, so that the document posts. */
export const approve = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  note: string | null,
): Promise<boolean> => {
  const steps = await stepsOf(work, idOf(record))
  const mine = mayDecide(work, record, steps)
  if (mine.length === 0) refuseDecision(work, record, steps)
  decideSteps(work, mine, 'approved', note)
  const left = leftAfter(steps, mine)
  withdrawAll(
    work,
    steps.filter((step) => step.state === 'waiting' && !left.includes(step)),
  )
  announce(work, definition, record, nextSteps(left))
  return left.length === 0
}

/** 驳回: the reason stays with the document until it is submitted again. Without steps, whoever has the right sends it back. */
export const reject = async (
  work: Work,
  definition: AnyDocument,
  record: LoadedRecord,
  reason: string | null,
): Promise<void> => {
  const steps = await stepsOf(work, idOf(record))
  if (nextSteps(steps).length === 0) {
    if (work.actor.may(`${definition.name}.reject`)) return
    throw forbidden(`需要权限：${definition.name}.reject`, `It needs the right ${definition.name}.reject`)
  }
  const mine = mayDecide(work, record, steps)
  if (mine.length === 0) refuseDecision(work, record, steps)
  if (reason === null) {
    throw invalid('请说明驳回原因', 'Say why it is rejected', [fieldProblem('reason', '请填写原因', 'is required')])
  }
  decideSteps(work, mine, 'rejected', reason)
  dropWaiting(work, idOf(record))
  withdrawAll(work, steps)
  const [first] = mine
  if (first === undefined) return
  notify(work, {
    to: { user: first.submittedById },
    key: `${keyOf(first)}/rejected`,
    subject: { type: definition.name, id: idOf(record) },
    text: {
      zh: `${definition.label} ${numberOf(record)} 被驳回：${reason}`,
      en: `${numberOf(record)} was rejected: ${reason}`,
    },
  })
}

/** 撤回: by who submitted it, before it is decided. */
export const withdraw = async (work: Work, record: LoadedRecord): Promise<void> => {
  const steps = await stepsOf(work, idOf(record))
  const [first] = steps
  if (first !== undefined && first.submittedById !== work.actor.id && !work.actor.may('approval.override')) {
    throw forbidden(
      `只有提交人${first.submittedBy}可以撤回`,
      `Only ${first.submittedBy}, who submitted it, can withdraw it`,
    )
  }
  forgetSteps(work, idOf(record))
  withdrawAll(work, steps)
}
