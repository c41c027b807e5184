import { sum, zero } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Against, PostingInput, PostingRule, Proposal } from '../../kernel/posting/proposal.ts'
import { within } from '../../kernel/posting/proposal.ts'
import type { AnyDocument } from '../../kernel/definition/record.ts'
import type { CashProposal } from '../cash/cash.ts'
import { cashAccount } from '../dimensions/place.ts'
import type { PlaceKind } from '../dimensions/place.ts'
import type { GeneralProposal } from '../general/general.ts'
import { controlRoleOfKind } from '../party/party.ts'
import type { PartyProposal } from '../party/party.ts'
import type { PlanProposal } from '../plan/plan.ts'
import type { StockProposal } from '../stock/stock.ts'

type AnyProposal = StockProposal | PartyProposal | CashProposal | GeneralProposal | PlanProposal

const roleOfPlace: Readonly<Record<PlaceKind, string>> = {
  onHand: 'inventory',
  inspection: 'inventory',
  rejected: 'inventory',
  inTransit: 'transferInTransit',
  goodsShipped: 'goodsShipped',
  subcontract: 'subcontractMaterials',
  consigned: 'goodsShipped',
  lent: 'goodsShipped',
  assembling: 'inventory',
  held: 'goodsShipped',
}
const roleOfCash = { cash: 'cashOnHand', bank: 'bank', other: 'otherMonetary' } as const

/** The proposals of a rule, in the types of the ledgers that take them. */
export const proposalsOf = <Def extends AnyDocument>(rule: PostingRule<Def>, input: PostingInput<Def>): AnyProposal[] =>
  [...rule.propose(input)].map((proposal: Proposal) => proposal as AnyProposal)

interface Side {
  readonly role: string
  readonly amount: Decimal
}

const controlOf = (
  proposal: Exclude<AnyProposal, PlanProposal>,
  input: PostingInput<AnyDocument>,
  unitCost: string,
): Side => {
  switch (proposal.ledger) {
    case 'stock':
      return { role: roleOfPlace[proposal.place], amount: proposal.amount ?? proposal.quantity.times(unitCost) }
    case 'party':
      return { role: proposal.account ?? controlRoleOfKind[proposal.kind], amount: proposal.amount }
    case 'cash':
      return {
        role: proposal.account ?? roleOfCash[input.lookup(cashAccount, proposal.cashAccount)?.kind ?? 'bank'],
        amount: proposal.amount,
      }
    case 'general': {
      const { account, amount } = proposal
      return { role: typeof account === 'object' ? account.role : account, amount }
    }
    default:
      throw new Error('no other ledger has a control account')
  }
}

const othersOf = (against: Against, amount: Decimal): Side[] => {
  if (against === within) return [{ role: '', amount: amount.neg() }]
  if (typeof against === 'string') return [{ role: against, amount: amount.neg() }]
  if (typeof against !== 'object') throw new Error('an entry stands against a role, roles with shares, or within')
  if (!sum(Object.values(against)).eq(amount)) throw new Error(`the shares of ${amount.toString()} do not add up to it`)
  return Object.entries(against).map(([role, share]) => ({ role, amount: share.neg() }))
}

/**
 * What a posting means for the general ledger, as the engine will project it: signed amounts by role (debit positive),
 * zeros left out. `costs` are unit costs by item, for what the costing method would find. Throws unless shares add up
 * and what stands `within` nets to zero or has a role for what it leaves over.
 */
export const trialOf = <Def extends AnyDocument>(
  rule: PostingRule<Def>,
  input: PostingInput<Def>,
  costs: Readonly<Record<string, string>> = {},
): Record<string, string> => {
  const sides = proposalsOf(rule, input).flatMap((proposal) => {
    // What is carried from one day to another is there and back again.
    if (proposal.ledger === 'plan' || (proposal.ledger === 'party' && proposal.since !== undefined)) return []
    const control = controlOf(proposal, input, proposal.ledger === 'stock' ? (costs[proposal.item] ?? '0') : '0')
    return [control, ...othersOf(proposal.against, control.amount)]
  })
  const left = sum(sides.filter((side) => side.role === '').map((side) => side.amount))
  const remainder = rule.remainder?.(input)
  if (!left.isZero() && remainder === undefined) throw new Error(`${left.neg().toString()} stands against nothing`)
  const named = [...sides.filter((side) => side.role !== ''), { role: remainder ?? '', amount: left }]
  const sign = rule.negated(input) ? -1 : 1
  const byRole = Map.groupBy(named, (side) => side.role)
  const totals = [...byRole].map(([role, of]) => [role, sum(of.map((side) => side.amount)).times(sign)] as const)
  const balance = totals.reduce((total, [, amount]) => total.plus(amount), zero)
  if (!balance.isZero()) throw new Error(`debits and credits differ by ${balance.toString()}`)
  return Object.fromEntries(
    totals.filter(([, amount]) => !amount.isZero()).map(([role, amount]) => [role, amount.toString()]),
  )
}
