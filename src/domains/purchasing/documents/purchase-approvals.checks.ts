import { zero } from '../../../base/decimal.ts'
import { defineApprovalFacts } from '../../../kernel/approvals/approval-facts.ts'
import { boolean, choice, money, text } from '../../../kernel/definition/field.ts'
import { department } from '../../../ledgers/dimensions/people.ts'
import { item } from '../../../ledgers/dimensions/item.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { requestBudget } from '../budgets/request-budget.ts'
import { purchaseOrder } from './purchase-order.ts'
import { purchaseRequest } from './purchase-request.ts'
import { requestOrigins } from './request-line.ts'

/** What approvals of a request are decided by; the budget is asked anew, for others may have used it since it was saved. */
export const purchaseRequestFacts = defineApprovalFacts(
  purchaseRequest,
  {
    amount: money({ label: '预计金额', english: 'Estimated amount' }),
    overBudget: boolean({ label: '超预算', english: 'Over budget' }),
    overBy: money({ label: '超出金额', english: 'Over by' }),
    department: text({ label: '部门编码', english: 'Code of the department' }),
    origin: choice({ label: '来源', options: requestOrigins }),
  },
  async ({ header, lines, lookup }, work) => {
    const budget = await requestBudget(work, {
      request: header.id,
      department: header.department,
      on: header.date,
      asked: lines.map((line) => ({
        category: lookup(item, line.item)?.category ?? null,
        amount: line.amount ?? zero,
      })),
    })
    return {
      amount: header.totalAmount,
      overBudget: budget.overBudget,
      overBy: budget.overBy ?? zero,
      department: lookup(department, header.department)?.code,
      origin: header.origin,
    }
  },
)

/** What approvals of an order are decided by. */
export const purchaseOrderFacts = defineApprovalFacts(
  purchaseOrder,
  {
    amount: money({ label: '价税合计', english: 'Gross' }),
    supplier: text({ label: '供应商编码', english: 'Code of the supplier' }),
    typedPrice: boolean({ label: '有手工价', english: 'A price was typed' }),
    requested: boolean({ label: '全部来自申请', english: 'All of it was requested' }),
  },
  async ({ header, lines, lookup }) => ({
    amount: header.totalGross,
    supplier: lookup(party, header.supplier)?.code,
    typedPrice: lines.some((line) => line.priceSource === 'typed'),
    requested: lines.every((line) => line.source?.type === purchaseRequest.name),
  }),
)
