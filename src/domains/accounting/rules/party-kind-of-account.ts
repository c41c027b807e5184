import type { PartyItemKind } from '../../../ledgers/party/party.ts'

/** First-level codes of both standards (财会〔2011〕17号, 财会〔2006〕18号), details before the account they belong to. */
const kindsByCode: readonly (readonly [string, PartyItemKind])[] = [
  ['1121', 'noteReceivable'],
  ['1122', 'receivable'],
  ['1123', 'advanceToSupplier'],
  ['1221', 'otherReceivable'],
  ['220202', 'estimate'],
  ['2202', 'payable'],
  ['2201', 'notePayable'],
  ['2203', 'advanceFromCustomer'],
  ['2204', 'advanceFromCustomer'],
  ['2241', 'otherPayable'],
]

/** The kind of open item that a hand line on an account of parties makes; others are told by their category. */
export const partyKindOfAccount = (code: string, category: string): PartyItemKind =>
  kindsByCode.find(([prefix]) => code.startsWith(prefix))?.[1] ??
  (category === 'asset' ? 'otherReceivable' : 'otherPayable')
