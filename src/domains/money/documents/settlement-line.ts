import { choice, money, ref, text } from '../../../kernel/definition/field.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'

/** An open item of the party ledger; it is known by the entry that opened it. */
export const openItemTarget = { name: 'partyEntry', label: '未清项' } as const

/** An open item that is settled, whole or in part. */
export const settlementLine = {
  openItem: ref(openItemTarget, { label: '未清项', english: 'Open item', required: true }),
  kind: choice({ label: '款项', options: partyItemKinds, required: true }),
  documentNumber: text({ label: '单据编号', english: 'Document' }),
  openAmount: money({ label: '未清金额', english: 'Open' }),
  amount: money({ label: '本次核销', english: 'Settled now', required: true }),
  discount: money({ label: '折扣', english: 'Discount', help: '现金折扣：同时核销，不收付款' }),
} as const
