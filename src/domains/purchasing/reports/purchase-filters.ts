import { ref } from '../../../kernel/definition/field.ts'
import { item, itemCategory } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'

/** What reports of purchases may be narrowed to. */
export const purchaseFilters = {
  supplier: ref(party, { label: '供应商', facet: 'supplier' }),
  item: ref(item, { label: '商品' }),
  category: ref(itemCategory, { label: '商品分类' }),
} as const
