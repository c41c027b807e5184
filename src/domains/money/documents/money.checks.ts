import type { Id } from '../../../base/id.ts'
import { fieldProblem } from '../../../kernel/definition/problem.ts'
import type { FieldProblem } from '../../../kernel/definition/problem.ts'
import { defineCheck } from '../../../kernel/documents/installed.ts'
import type { PostingInput } from '../../../kernel/posting/proposal.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { disabledReferences } from '../../../ledgers/disabled-references.ts'
import { partyItemKinds } from '../../../ledgers/party/party.ts'
import type { PartyItemKind } from '../../../ledgers/party/party.ts'
import { cashTransfer } from './cash-transfer.ts'
import { collection } from './collection.ts'
import { customerRefund } from './customer-refund.ts'
import { expense } from './expense.ts'
import { otherIncome } from './other-income.ts'
import { payment } from './payment.ts'
import { settlement, settlementSides } from './settlement.ts'
import { suspense } from './suspense.ts'

interface SettledLine {
  readonly openItem: Id<'partyEntry'>
  readonly kind: PartyItemKind
}

/** Items that are of another kind than the line says; whose they are, and how much is open, the party ledger says. */
export const wrongKinds = (
  lines: readonly SettledLine[],
  kinds: ReadonlyMap<string, string>,
  path: string,
): FieldProblem[] =>
  lines.flatMap((line, index) => {
    const kind = kinds.get(line.openItem)
    if (kind === line.kind) return []
    return kind === undefined
      ? [fieldProblem(`${path}.${index}.openItem`, '没有这个未清项', 'there is no such open item')]
      : [fieldProblem(`${path}.${index}.kind`, `此款项不是${partyItemKinds[line.kind]}`, `is of the kind ${kind}`)]
  })

const kindsOf = async (work: Work, lines: readonly SettledLine[]): Promise<ReadonlyMap<string, string>> => {
  if (lines.length === 0) return new Map()
  const rows = await work.tx.rows<{ id: string; kind: string }>(
    `select id, kind from party_item where company_id = $1 and id = any($2::uuid[])`,
    [work.company, lines.map((line) => line.openItem)],
  )
  return new Map(rows.map((row) => [row.id, row.kind]))
}

/** Money from or to nowhere: an account, or somebody who owes or is owed, must be named. */
export const unpaidByNoOne = (cashAccount: string | null, other: string | null, path: string): FieldProblem[] =>
  cashAccount === null && other === null
    ? [fieldProblem(path, '请填写资金账户或往来单位', 'name a cash account, or who owes or is owed')]
    : []

/** Only the kinds that the settlement is for, and both sides equal. */
export const unequalSides = ({ header, lines }: PostingInput<typeof settlement>): FieldProblem[] => {
  const sides = settlementSides[header.kind]
  const allowed: readonly PartyItemKind[] = [...sides.owed, ...sides.owing]
  const strange = lines.flatMap((line, index) =>
    allowed.includes(line.kind)
      ? []
      : [fieldProblem(`lines.${index}.kind`, '款项与核销类型不符', 'is not what this kind of settlement sets off')],
  )
  if (header.totalOwed !== null && header.totalOwing?.eq(header.totalOwed)) return strange
  const text = `债权 ${String(header.totalOwed)} 与债务 ${String(header.totalOwing)} 不相等`
  return [...strange, fieldProblem('totalOwing', text, 'both sides must be equal')]
}

/** Items of one currency alone are set off one against another: amounts of two would not be equal, whatever they say. */
const mixedCurrencies = async (work: Work, lines: readonly SettledLine[]): Promise<FieldProblem[]> => {
  const rows = await work.tx.rows<{ id: string; currency: string }>(
    `select id, currency from party_item where company_id = $1 and id = any($2::uuid[])`,
    [work.company, lines.map((line) => line.openItem)],
  )
  const currencies = new Map(rows.map((row) => [row.id, row.currency]))
  const first = currencies.get(lines[0]?.openItem ?? '')
  return lines.flatMap((line, index) => {
    const own = currencies.get(line.openItem)
    return own === undefined || own === first
      ? []
      : [
          fieldProblem(
            `lines.${index}.openItem`,
            `此款项是${own}，其余是${first ?? ''}：不同币种请分别收付款结清`,
            `is in ${own}, the others in ${first ?? ''}: settle each currency with money of its own`,
          ),
        ]
  })
}

/** An advance for an order is for one of the party's own. */
const unknownOrder = async (
  work: Work,
  order: { readonly table: 'sales_order' | 'purchase_order'; readonly column: 'customer' | 'supplier' },
  party: string,
  number: string | null,
): Promise<FieldProblem[]> => {
  if (number === null) return []
  const rows = await work.tx.rows<{ number: string }>(
    `select number from ${order.table} where company_id = $1 and number = $2 and ${order.column} = $3 and state <> 'void'`,
    [work.company, number, party],
  )
  return rows.length > 0
    ? []
    : [fieldProblem('orderNumber', `该单位没有订单 ${number}`, `the party has no order ${number}`)]
}

/** Money goes back for something: a credit or an advance, named. */
export const unnamedRefund = ({ header }: PostingInput<typeof customerRefund>): FieldProblem[] =>
  header.totalAmount !== null && header.totalSettled?.eq(header.totalAmount)
    ? []
    : [
        fieldProblem(
          'totalSettled',
          '退款金额须与核销合计相等：请选择要退的应收贷项或预收',
          'must settle what is paid back',
        ),
      ]

export const moneyChecks = [
  defineCheck(collection, async (input, work) => [
    ...wrongKinds(input.settlements, await kindsOf(work, input.settlements), 'settlements'),
    ...(await unknownOrder(
      work,
      { table: 'sales_order', column: 'customer' },
      input.header.customer,
      input.header.orderNumber,
    )),
    ...disabledReferences(collection, input),
  ]),
  defineCheck(customerRefund, async (input, work) => [
    ...wrongKinds(input.settlements, await kindsOf(work, input.settlements), 'settlements'),
    ...unnamedRefund(input),
    ...disabledReferences(customerRefund, input),
  ]),
  defineCheck(payment, async (input, work) => [
    ...wrongKinds(input.settlements, await kindsOf(work, input.settlements), 'settlements'),
    ...(await unknownOrder(
      work,
      { table: 'purchase_order', column: 'supplier' },
      input.header.supplier,
      input.header.orderNumber,
    )),
    ...disabledReferences(payment, input),
  ]),
  defineCheck(expense, async (input) => [
    ...unpaidByNoOne(input.header.cashAccount, input.header.payee, 'cashAccount'),
    ...disabledReferences(expense, input),
  ]),
  defineCheck(otherIncome, async (input) => [
    ...unpaidByNoOne(input.header.cashAccount, input.header.payer, 'cashAccount'),
    ...disabledReferences(otherIncome, input),
  ]),
  defineCheck(suspense, async (input) => [
    ...input.lines.flatMap((line, index) =>
      line.amount.gt(0)
        ? []
        : [fieldProblem(`lines.${index}.amount`, '金额应大于零，方向由类型决定', 'must be more than zero')],
    ),
    ...disabledReferences(suspense, input),
  ]),
  defineCheck(cashTransfer, async (input) => disabledReferences(cashTransfer, input)),
  defineCheck(settlement, async (input, work) => [
    ...unequalSides(input),
    ...(await mixedCurrencies(work, input.lines)),
    ...wrongKinds(input.lines, await kindsOf(work, input.lines), 'lines'),
  ]),
]
