import { ref, text } from '../../../kernel/definition/field.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import { warehouse } from '../../../ledgers/dimensions/place.ts'

/** The head of documents that say something else of goods while they stay in their warehouse: a state, a lot, a bin. */
export const inPlaceHead = {
  warehouse: ref(warehouse, { label: '仓库', required: true, indexed: true }),
  employee: ref(employee, { label: '经手人', english: 'Handled by' }),
} as const

/** The same where it has to be said why; `help` gives the usual reasons. */
export const reasonedHead = (help: string) => ({
  warehouse: inPlaceHead.warehouse,
  reason: text({ label: '调整原因', english: 'Reason', required: true, help }),
  employee: inPlaceHead.employee,
})
