import { zero } from '../../../base/decimal.ts'
import { money } from '../../../kernel/definition/field.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineApprovalFacts } from '../../../kernel/approvals/approval-facts.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { claimInvoices, invoiceKey } from '../../../ledgers/invoices/used-invoices.ts'
import { readStandards } from '../policy/read-standards.ts'
import { advanceReturn } from './advance-return.ts'
import { claimPayment } from './claim-payment.ts'
import { employeeAdvance } from './employee-advance.ts'
import { expenseClaim } from './expense-claim.ts'

/** Items that are of another kind than they are settled as. */
const otherKinds = async (
  work: Work,
  lines: readonly { readonly openItem: string }[],
  kind: string,
  table: string,
): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ id: string }>(
    `select id from party_item where company_id = $1 and id = any($2::uuid[]) and kind = $3`,
    [work.company, lines.map((line) => line.openItem), kind],
  )
  const known = new Set(rows.map(({ id }) => id))
  return lines.flatMap((line, index) =>
    known.has(line.openItem)
      ? []
      : [
          fieldProblem(
            `${table}.${index}.openItem`,
            '不是该员工的借款或应付报销款',
            'is no advance or claim to settle',
          ),
        ],
  )
}

/** Every invoice once; nothing over a standard that forbids it. */
const checkExpenseClaim = defineCheck(expenseClaim, async (input, work) => {
  const { header, lines } = input
  const standards = await readStandards(work, [header.employee])
  const over = lines.flatMap((line, index): FieldProblem[] => {
    const amount = line.overStandard ?? zero
    if (amount.isZero()) return []
    const text = `超出差旅标准 ${amount.toString()}`
    const problem = fieldProblem(`lines.${index}.gross`, text, `${amount.toString()} over the travel policy`)
    return [standards.get(line.expenseItem)?.control === 'forbid' ? problem : { ...problem, warning: true }]
  })
  const unproved = lines.flatMap((line, index): FieldProblem[] =>
    line.invoiceKind === 'special' && line.invoiceNumber === null
      ? [fieldProblem(`lines.${index}.invoiceNumber`, '专用发票请填写发票号码', 'a special invoice needs its number')]
      : [],
  )
  const invoices = lines.flatMap(({ invoiceCode: code, invoiceNumber: number, sellerName }, index) =>
    number === null ? [] : [{ code, number, party: sellerName, path: `lines.${index}.invoiceNumber` }],
  )
  const twice = invoices.flatMap((invoice, index) =>
    invoices.slice(0, index).some((other) => invoiceKey(other) === invoiceKey(invoice))
      ? [fieldProblem(invoice.path, `发票 ${invoice.number} 在本单重复`, `invoice ${invoice.number} stands here twice`)]
      : [],
  )
  return [
    ...over,
    ...unproved,
    ...twice,
    ...(await claimInvoices(work, { type: expenseClaim.name, id: header.id, number: header.number }, invoices)),
    ...disabledReferences(expenseClaim, input),
  ]
})

export const claimsChecks = [
  checkExpenseClaim,
  defineCheck(employeeAdvance, async (input) => disabledReferences(employeeAdvance, input)),
  defineCheck(claimPayment, async (input, work) => [
    ...(input.lines.length + input.settlements.length === 0
      ? [fieldProblem('lines', '请选择要付的借款或报销', 'choose what is paid')]
      : []),
    ...input.lines.flatMap((line, index) =>
      line.source === null
        ? [fieldProblem(`lines.${index}.employee`, '借款付款请从借款单下推', 'an advance is paid from its request')]
        : [],
    ),
    ...(await otherKinds(work, input.settlements, 'otherPayable', 'settlements')),
    ...disabledReferences(claimPayment, input),
  ]),
  defineCheck(advanceReturn, async (input, work) => [
    ...(await otherKinds(work, input.lines, 'otherReceivable', 'lines')),
    ...disabledReferences(advanceReturn, input),
  ]),
]

/** What approval rules may ask of a claim: how much it is, and how much of it is over the standard. */
export const expenseClaimFacts = defineApprovalFacts(
  expenseClaim,
  { amount: money({ label: '报销合计' }), overStandard: money({ label: '超标准合计', english: 'Over the standard' }) },
  async ({ header }) => ({ amount: header.totalGross, overStandard: header.overStandard }),
)

export const employeeAdvanceFacts = defineApprovalFacts(
  employeeAdvance,
  { amount: money({ label: '借款合计' }) },
  async ({ header }) => ({ amount: header.totalAmount }),
)
