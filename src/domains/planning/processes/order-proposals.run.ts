import { decimal, isDecimalString, zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { isUuid } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { createDocument } from '../../../kernel/documents/documents.ts'
import { isJsonObject } from '../../../kernel/documents/draft.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { purchaseOrder, purchaseRequest } from '../../purchasing/index.ts'
import { readProposals } from '../supply/proposals.ts'
import type { Proposal, ProposalsAsked } from '../supply/proposals.ts'
import { orderProposals } from './order-proposals.ts'
import { lockNeeds } from './request-needs.run.ts'

/** What a buyer made of a proposal. */
interface Decision {
  readonly item: string
  readonly supplier: string | null
  readonly quantity: Decimal | null
  readonly price: string | null
}

const textIn = (value: Json | undefined) => (typeof value === 'string' && value !== '' ? value : null)

const decisionOf = (value: Json, index: number): Decision => {
  const given: JsonObject = isJsonObject(value) ? value : {}
  const item = textIn(given['item'])
  const quantity = textIn(given['quantity'])
  const price = textIn(given['price'])
  const isNumber = (text: string | null) => text === null || (isDecimalString(text) && decimal(text).gte(zero))
  const problems = [
    ...(item === null || !isUuid(item) ? [fieldProblem(`lines.${index}.item`, '请指明商品', 'must name an item')] : []),
    ...(isNumber(quantity) ? [] : [fieldProblem(`lines.${index}.quantity`, '数量应大于零', 'must be above zero')]),
    ...(isNumber(price) ? [] : [fieldProblem(`lines.${index}.price`, '单价应为数字', 'must be a number')]),
  ]
  if (item === null || problems.length > 0) throw invalid('指定的明细有误', 'The lines given are not valid', problems)
  const supplier = textIn(given['supplier'])
  return { item, supplier, quantity: quantity === null ? null : decimal(quantity), price }
}

interface Chosen {
  readonly proposal: Proposal
  readonly supplier: string | null
  readonly quantity: Decimal
  readonly price: string | null
}

const chosenOf = (proposal: Proposal, decision: Decision | undefined): Chosen => ({
  proposal,
  supplier: decision?.supplier ?? proposal.offer?.supplier ?? null,
  quantity: decision?.quantity ?? proposal.quantity,
  price: decision?.price ?? null,
})

const lineOf = ({ proposal, quantity, price }: Chosen): JsonObject => ({
  item: proposal.of.item,
  unit: proposal.of.unit,
  quantity: quantity.toString(),
  ...(price === null ? {} : { price }),
})

const writeRequest = async (work: Work, chosen: readonly Chosen[], warehouse: string | null) => {
  const record = await createDocument(work, purchaseRequest, {
    origin: 'replenishment',
    purpose: '智能补货',
    warehouse,
    lines: chosen.map((one) => ({
      ...lineOf(one),
      supplier: one.supplier,
      neededOn: one.proposal.neededOn,
      origin: 'replenishment',
      originNumber: one.proposal.of.code,
      reason: one.proposal.reason.slice(0, 400),
    })),
  })
  return [{ id: String(record.header['id']), number: String(record.header['number']), lines: chosen.length }]
}

const writeOrders = async (work: Work, chosen: readonly Chosen[], warehouse: string | null) => {
  const written: { id: string; number: string; lines: number }[] = []
  for (const [supplier, of] of Map.groupBy(chosen, (one) => one.supplier)) {
    const record = await createDocument(work, purchaseOrder, {
      supplier,
      warehouse,
      promisedOn:
        of
          .map((one) => one.proposal.neededOn)
          .toSorted()
          .at(-1) ?? null,
      lines: of.map((one) => ({
        ...lineOf(one),
        promisedOn: one.proposal.neededOn,
        remark: one.proposal.reason.slice(0, 200),
      })),
    })
    written.push({ id: String(record.header['id']), number: String(record.header['number']), lines: of.length })
  }
  return written
}

/** Proposals as drafts: of orders, one a supplier, or of one request. Lines without a supplier stay out of orders. */
export const orderWhatIsProposed = async (
  work: Work,
  asked: ProposalsAsked,
  as: 'order' | 'request',
  decisions: readonly Decision[] | null,
  warehouse: string | null,
) => {
  await lockNeeds(work)
  const today = work.clock.today(String(work.settings['zone'] ?? 'Asia/Shanghai'))
  const items = decisions?.map((one) => one.item) ?? asked.items
  const proposals = await readProposals(work, today, { ...asked, items })
  const decided = new Map(decisions?.map((one) => [one.item, one]) ?? [])
  const chosen = proposals
    .map((proposal) => chosenOf(proposal, decided.get(proposal.of.item)))
    .filter((one) => one.quantity.gt(zero))
  const left = as === 'order' ? chosen.filter((one) => one.supplier === null) : []
  const kept = as === 'order' ? chosen.filter((one) => one.supplier !== null) : chosen
  const write = as === 'order' ? writeOrders : writeRequest
  return {
    documents: kept.length === 0 ? [] : await write(work, kept, warehouse),
    left: left.map((one) => ({ item: `${one.proposal.of.code} ${one.proposal.of.name}` })),
  }
}

export const runOrderProposals = defineProcessRun(orderProposals, async (parameters, inWork, progress) => {
  await progress.report(0, 1)
  const given = parameters.lines
  const decisions = Array.isArray(given) ? given.map((one: Json, index) => decisionOf(one, index)) : null
  const asked: ProposalsAsked = {
    days: Math.max(1, parameters.days ?? 90),
    coverDays: Math.max(0, parameters.coverDays ?? 30),
    category: parameters.category ?? null,
    items: null,
    supplier: decisions === null ? (parameters.supplier ?? null) : null,
    basis: parameters.basis ?? 'average',
  }
  const written = await inWork((work) =>
    orderWhatIsProposed(work, asked, parameters.as ?? 'order', decisions, parameters.warehouse ?? null),
  )
  if (written.documents.length === 0) {
    throw conflict(
      written.left.length === 0
        ? '没有需要补货的商品'
        : `没有供应商可选：${written.left.map((one) => one.item).join('、')}；请录入供应商报价，或先生成采购申请`,
      written.left.length === 0 ? 'Nothing has to be bought' : 'No supplier is known for these items',
    )
  }
  await progress.report(1, 1)
  return { ...written, numbers: written.documents.map((one) => one.number).join('、') }
})
