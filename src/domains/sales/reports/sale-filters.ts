import { ref } from '../../../kernel/definition/field.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'

/** What reports of sales may be narrowed to. */
export const saleFilters = {
  customer: ref(party, { label: '客户', facet: 'customer' }),
  item: ref(item, { label: '商品' }),
  category: ref(itemCategory, { label: '商品分类' }),
  salesperson: ref(employee, { label: '业务员' }),
} as const
