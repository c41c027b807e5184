import type { Decimal } from '../../../base/decimal.ts'
import { zero } from '../../../base/decimal.ts'
import { boolean, choice, date, money, text } from '../../../kernel/definition/field.ts'
import type { Draft } from '../../../kernel/definition/field.ts'
import { FieldRefusal } from '../../../kernel/definition/problem.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'
import { readSubBills, subBills, worthOf, writeSubBills } from '../rules/sub-bills.ts'

/** Who promises to pay: a bank, a finance company, or a company itself. */
export const billKinds = {
  bank: '银行承兑汇票',
  financeCompany: '财务公司承兑汇票',
  commercial: '商业承兑汇票',
} as const

/** A bill of exchange as it stands in the register (票据登记簿). */
export const billLine = {
  billNumber: text({
    label: '票据号码',
    english: 'Bill number',
    required: true,
    searched: true,
    indexed: true,
    maxLength: 40,
  }),
  billKind: choice({ label: '票据种类', english: 'Kind', options: billKinds, initial: 'bank', required: true }),
  amount: money({ label: '票面金额', english: 'Face amount', required: true }),
  issuedOn: date({ label: '出票日', english: 'Issued on' }),
  maturesOn: date({ label: '到期日', english: 'Matures on', required: true }),
  drawer: text({ label: '出票人', english: 'Drawer' }),
  acceptor: text({ label: '承兑人', english: 'Acceptor' }),
  splittable: boolean({ label: '可拆分', english: 'May be split', help: '新一代票据，可按金额分开背书、贴现' }),
  subRange: text({ label: '子票区间', english: 'Sub-bills', maxLength: 40, help: '如 1-10000000；每号 0.01 元' }),
  remark: text({ label: '备注' }),
} as const

/** Days in their order, an amount, and the sub-bills that it is made of. */
export const deriveBill = (line: Draft<typeof billLine>): Partial<Draft<typeof billLine>> => {
  if (line.issuedOn && line.maturesOn && line.maturesOn <= line.issuedOn) {
    throw new FieldRefusal('maturesOn', '到期日应晚于出票日', 'must be after the day of issue')
  }
  if (line.amount && line.amount.lte(0)) {
    throw new FieldRefusal('amount', '票面金额应大于零', 'must be more than nothing')
  }
  if (line.splittable !== true || !line.amount) return { billKind: line.billKind ?? 'bank' }
  const range = line.subRange ? readSubBills(line.subRange) : subBills(1n, line.amount)
  if (range === undefined || !worthOf(range).eq(line.amount)) {
    throw new FieldRefusal('subRange', '子票区间与票面金额不符（每号 0.01 元）', 'does not add up to the face amount')
  }
  return { billKind: line.billKind ?? 'bank', subRange: writeSubBills(range) }
}

interface Settling {
  readonly lines: readonly { readonly amount?: Decimal | null }[]
  readonly settlements: readonly { readonly amount?: Decimal | null }[]
}

/** What the bills are worth, what they settle, and what of them is in advance. */
export const deriveBillTotals = ({ lines, settlements }: Settling, isOpening: boolean | null | undefined) => {
  const totalAmount = totalOf(lines, 'amount')
  const totalSettled = totalOf(settlements, 'amount')
  const advance = isOpening === true ? zero : totalAmount.minus(totalSettled)
  if (advance.isNegative()) {
    const over = advance.neg().toString()
    throw new FieldRefusal(
      'totalSettled',
      `核销金额比票面金额多 ${over}`,
      `${over} more is settled than the bills are worth`,
    )
  }
  return { totalAmount, totalSettled, advance }
}

/** Totals that a document of bills shows. */
export const billTotals = {
  totalAmount: money({ label: '票面合计', english: 'Face total', computed: true }),
  totalSettled: money({ label: '核销合计', english: 'Settled', computed: true }),
} as const
