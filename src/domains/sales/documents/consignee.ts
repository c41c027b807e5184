import { ref } from '../../../kernel/definition/field.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** 代销商: the customer who sells goods of ours and settles by list. */
export const consignee = {
  customer: ref(party, { label: '代销商', english: 'Consignee', required: true, facet: 'customer', indexed: true }),
} as const
