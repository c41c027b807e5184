import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { boolean, choice, date, decimal, money, percent, ref, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import type { DeriveContext } from '../../../kernel/definition/record.ts'
import { taxRate } from '../../../ledgers/dimensions/item.ts'
import { department, project } from '../../../ledgers/dimensions/people.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { expenseItem, settlementLine } from '../../money/index.ts'
import { taxToCertify } from '../../purchasing/index.ts'
import { deductibleTicketTax, isCertified, rateOfTicket, taxInTicket, ticketKinds } from '../rules/ticket-tax.ts'
import { claimantHead, departmentOf } from './claimant.ts'

/** One receipt of a claim: what for, what it is proved by, and the tax in it. */
export const claimLine = {
  expenseItem: ref(expenseItem, { label: '费用项目', required: true }),
  invoiceKind: choice({
    label: '票据类型',
    english: 'Proof',
    options: ticketKinds,
    initial: 'ordinary',
    help: '铁路、航空 9%，公路水路客票、客运普票、通行费 3% 自动计算可抵扣税额',
  }),
  gross: money({ label: '价税合计', english: 'Gross', required: true }),
  untaxed: money({ label: '民航发展基金', english: 'Not taxed', help: '航空行程单上不计税的部分' }),
  taxRate: percent({ label: '税率%', english: 'Tax %' }),
  tax: money({ label: '税额' }),
  net: money({ label: '金额', english: 'Net', computed: true }),
  deductible: money({ label: '可抵扣税额', english: 'Deductible', computed: true }),
  pendingTax: money({ label: '待认证税额', english: 'Tax to certify', computed: true, hidden: true }),
  notDeductible: boolean({ label: '不得抵扣', english: 'Not deductible', help: '集体福利、个人消费、业务招待' }),
  invoiceNumber: text({ label: '发票号码', searched: true, indexed: true, maxLength: 20 }),
  invoiceCode: text({ label: '发票代码', english: 'Invoice code', maxLength: 12, help: '数电票没有代码' }),
  invoicedOn: date({ label: '开票日期', english: 'Invoiced on' }),
  sellerName: text({ label: '销售方', english: 'Seller' }),
  days: decimal({ label: '天数', scale: 1, help: '住宿、补贴按天的标准乘此天数' }),
  city: text({ label: '城市', english: 'City', maxLength: 40 }),
  overStandard: money({ label: '超标准', english: 'Over the standard', computed: true }),
  department: ref(department, { label: '部门' }),
  project: ref(project, { label: '项目' }),
  summary: text({ label: '摘要' }),
} as const

type ClaimLine = Draft<typeof claimLine>

const numberOf = (text: string | null | undefined) => (text ? text.replaceAll(/\s/g, '') : text)

/** The tax of a line: typed, else computed from what it is proved by, within a cent or so of its rate. */
const taxOf = (line: ClaimLine, rate: Decimal, gross: Decimal): Decimal => {
  const kind = line.invoiceKind ?? 'ordinary'
  const expected = taxInTicket({ kind, gross, untaxed: line.untaxed, rate })
  const typed = line.tax
  if (typed === null || typed === undefined) return expected
  if (typed.isNegative() || typed.gt(gross)) {
    throw new FieldRefusal('tax', '税额应在零与价税合计之间', 'must be between nothing and the gross amount')
  }
  // An invoice may hold lines of several rates; a ticket has the one that the law names.
  if (rateOfTicket(kind) !== null && kind !== 'toll' && kind !== 'ride' && typed.minus(expected).abs().gt('0.05')) {
    const about = expected.toString()
    throw new FieldRefusal('tax', `税额与票面不符，应为 ${about} 左右`, `about ${about} is expected`)
  }
  return typed
}

const deriveLine = (line: ClaimLine, { lookup, settings }: DeriveContext): Partial<ClaimLine> => {
  const { taxpayer, certifyInputVat } = settingsOf(settings)
  const kind = line.invoiceKind ?? 'ordinary'
  const usual = kind === 'special' ? lookup(taxRate, lookup(expenseItem, line.expenseItem)?.taxRate)?.rate : null
  const rate = kind === 'none' ? zero : (line.taxRate ?? rateOfTicket(kind) ?? usual ?? zero)
  const named = { invoiceKind: kind, taxRate: rate, invoiceNumber: numberOf(line.invoiceNumber) }
  if (!line.gross) return named
  if (line.gross.lte(0)) throw new FieldRefusal('gross', '报销金额应大于零', 'must be more than nothing')
  if (line.untaxed?.isNegative() || line.untaxed?.gt(line.gross)) {
    throw new FieldRefusal('untaxed', '不计税部分应小于价税合计', 'must be less than the gross amount')
  }
  const tax = taxOf(line, rate, line.gross)
  const deductible = deductibleTicketTax({ taxpayer, kind, tax, notDeductible: line.notDeductible })
  return {
    ...named,
    tax,
    net: line.gross.minus(tax),
    deductible,
    pendingTax: isCertified(kind) ? taxToCertify(certifyInputVat, deductible) : zero,
  }
}

/** 报销单: what an employee spent for the company, less what was advanced; the rest is paid to them. */
export const expenseClaim = defineDocument({
  name: 'expenseClaim',
  label: '报销单',
  english: 'Expense claim',
  numbering: 'BXD-{yyyyMM}-{seq:4}',
  header: {
    ...claimantHead,
    reason: text({ label: '报销事由', english: 'Reason', required: true }),
    startsOn: date({ label: '出差开始', english: 'From' }),
    endsOn: date({ label: '出差结束', english: 'To' }),
    offsetAdvances: boolean({ label: '冲抵借款', english: 'Set off advances', initial: true }),
    totalGross: money({ label: '报销合计', english: 'Claimed', computed: true }),
    totalDeductible: money({ label: '可抵扣税额', english: 'Deductible tax', computed: true }),
    totalOffset: money({ label: '冲借款', english: 'Set off', computed: true }),
    toPay: money({ label: '应付员工', english: 'To be paid', computed: true }),
    overStandard: money({ label: '超标准合计', english: 'Over the standard', computed: true }),
  },
  tables: {
    lines: lineTable({ label: '费用明细', atLeast: 1, fields: claimLine, derive: deriveLine }),
    settlements: lineTable({
      label: '冲抵借款',
      fields: {
        openItem: settlementLine.openItem,
        kind: settlementLine.kind,
        documentNumber: settlementLine.documentNumber,
        openAmount: settlementLine.openAmount,
        amount: settlementLine.amount,
      },
    }),
  },
  derive: (header, context) => {
    const { lines, settlements } = context.tables
    if (header.startsOn && header.endsOn && header.endsOn < header.startsOn) {
      throw new FieldRefusal('endsOn', '出差结束不能早于开始', 'must not be before the start')
    }
    const totalGross = totalOf(lines, 'gross')
    const totalOffset = totalOf(settlements, 'amount')
    return {
      department: departmentOf(header, context),
      totalGross,
      totalDeductible: totalOf(lines, 'deductible'),
      totalOffset,
      toPay: totalGross.minus(totalOffset),
      overStandard: totalOf(lines, 'overStandard'),
    }
  },
  list: ['employee', 'department', 'reason', 'totalGross', 'totalOffset', 'toPay'],
  totals: ['gross', 'tax', 'deductible'],
})
