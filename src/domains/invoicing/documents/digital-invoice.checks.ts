import { isSocialCreditCode } from '../../../base/social-credit-code.ts'
import { conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck, defineConsequence, defineGuard } from '../../../kernel/documents/installed.ts'
import { systemActor } from '../../../kernel/access/system-actor.ts'
import { enqueue } from '../../../kernel/jobs/job-runner.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import { salesInvoice } from '../../sales/index.ts'
import { issueDigitalInvoices } from '../processes/issue-digital-invoices.ts'
import { digitalInvoice } from './digital-invoice.ts'

type Input = PostingInput<typeof digitalInvoice>

/** 18 places with a check character, or the 15 and 20 of older registrations. */
const isTaxNumber = (text: string): boolean => isSocialCreditCode(text) || /^[0-9A-Z]{15}$|^[0-9A-Z]{20}$/.test(text)

const buyerProblems = ({ header }: Input): FieldProblem[] => {
  const { buyerTaxNumber, invoiceKind, isPerson } = header
  if (buyerTaxNumber === null || buyerTaxNumber === '') {
    return invoiceKind === 'special'
      ? [fieldProblem('buyerTaxNumber', '专用发票必须填购买方税号', 'a special invoice needs the buyer’s tax number')]
      : []
  }
  return isPerson === true || isTaxNumber(buyerTaxNumber)
    ? []
    : [fieldProblem('buyerTaxNumber', '税号不正确：应为 18 位统一社会信用代码', 'is no valid tax number')]
}

const lineProblems = ({ lines }: Input): FieldProblem[] =>
  lines.flatMap((line, index) => [
    ...(/^\d{19}$/.test(line.taxCode ?? '')
      ? []
      : [
          fieldProblem(
            `lines.${index}.taxCode`,
            '请填 19 位税收分类编码；填在商品资料里，以后自动带出',
            'needs a tax class code of 19 digits; keep it at the item',
          ),
        ]),
    ...(line.shortName === null
      ? [fieldProblem(`lines.${index}.shortName`, '请填商品服务简称', 'needs the short name of its tax class')]
      : []),
    ...(line.gross.isZero()
      ? [fieldProblem(`lines.${index}.gross`, '金额为零的行不开票', 'a line of nothing is not invoiced')]
      : []),
  ])

const redProblems = ({ header }: Input): FieldProblem[] => {
  if (header.isRed !== true) return []
  return [
    ...(/^\d{20}$/.test(header.blueNumber ?? '')
      ? []
      : [fieldProblem('blueNumber', '请填要冲红的蓝字数电票号码（20 位）', 'needs the number of the blue invoice')]),
    ...(header.redReason === null ? [fieldProblem('redReason', '请选择冲红原因', 'choose the reason')] : []),
  ]
}

/** A bill that needs no invoice gets none. */
const unwanted = ({ lines, source }: Input): FieldProblem[] =>
  lines.flatMap((line, index) =>
    source(salesInvoice, line)?.header.invoiceKind === 'none'
      ? [
          fieldProblem(
            `lines.${index}.source`,
            '销售发票的发票类型是“不开票”',
            'its bill says that no invoice is wanted',
          ),
        ]
      : [],
  )

/** What the tax bureau would refuse is refused here first, on the field. */
export const checkDigitalInvoice = defineCheck(digitalInvoice, async (input) => [
  ...buyerProblems(input),
  ...lineProblems(input),
  ...redProblems(input),
  ...unwanted(input),
])

/** It waits to be issued, and is handed in as soon as this is committed. */
export const handInOnPost = defineConsequence(digitalInvoice, async ({ header }, work) => {
  await work.tx.query(
    `update digital_invoice set issue_state = 'waiting', failure = null, sending = coalesce(sending, 'none') where company_id = $1 and id = $2`,
    [work.company, header.id],
  )
  await enqueue(work.tx, { company: work.company, actor: systemActor }, issueDigitalInvoices.name, {})
})

const free = new Set([null, 'waiting', 'failed'])

/** What the tax bureau has cannot be taken back here: it takes a red invoice. */
export const guardDigitalInvoice = defineGuard(digitalInvoice, async ({ header }) => {
  if (free.has(header.issueState) && header.receipt === null) return
  if (header.issueState === 'failed') return
  throw conflict(
    `数电票 ${header.invoiceNumber ?? header.number} 已交税务局，不能撤回；请开红字发票冲红`,
    `${header.number} is with the tax bureau; take it back by a red invoice`,
  )
})
