import { zero } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, ref } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { employee } from '../../../ledgers/dimensions/people.ts'
import type { PartyItemKind } from '../../../ledgers/party/party.ts'
import { settlementLine } from './settlement-line.ts'

/**
 * Which kinds of item are set off against which: what they owe us on one side, what we owe on the other. Items of one kind
 * are set off too: a credit note, whose amount is negative, against an invoice.
 */
export const settlementSides = {
  receivablePayable: { owed: ['receivable', 'otherReceivable'], owing: ['payable', 'otherPayable'] },
  advanceReceivable: { owed: ['receivable'], owing: ['advanceFromCustomer'] },
  advancePayable: { owed: ['advanceToSupplier'], owing: ['payable'] },
  receivables: { owed: ['receivable', 'otherReceivable'], owing: [] },
  payables: { owed: [], owing: ['payable', 'otherPayable'] },
} as const satisfies Record<string, { owed: readonly PartyItemKind[]; owing: readonly PartyItemKind[] }>

const owedKinds: readonly PartyItemKind[] = ['receivable', 'advanceToSupplier', 'otherReceivable']

/** Whether items of this kind are owed to us; the others are what we owe. */
export const isOwedToUs = (kind: PartyItemKind): boolean => owedKinds.includes(kind)

interface SetOff {
  readonly kind?: PartyItemKind | null
  readonly amount?: Decimal | null
}

/** What a line takes of what they owe us; negative where it takes of what we owe, as a credit note's does. */
const takenOf = ({ kind, amount }: SetOff): Decimal => {
  const value = amount ?? zero
  return kind && isOwedToUs(kind) ? value : value.neg()
}

const sumWhere = (lines: readonly SetOff[], owed: boolean): Decimal =>
  lines.reduce((total, line) => {
    const taken = takenOf(line)
    return taken.isPositive() === owed ? total.plus(taken.abs()) : total
  }, zero)

/** 核销单: open items set off one against another, without money. */
export const settlement = defineDocument({
  name: 'settlement',
  label: '核销单',
  numbering: 'HXD-{yyyyMM}-{seq:4}',
  header: {
    kind: choice({
      label: '核销类型',
      options: {
        receivablePayable: '应收冲应付',
        advanceReceivable: '预收冲应收',
        advancePayable: '预付冲应付',
        receivables: '应收红蓝对冲',
        payables: '应付红蓝对冲',
      },
      help: '红蓝对冲：红字（贷项）款项的核销金额填负数',
      required: true,
    }),
    employee: ref(employee, { label: '经手人', english: 'Handled by' }),
    totalOwed: money({ label: '核销债权', english: 'Owed to us', computed: true }),
    totalOwing: money({ label: '核销债务', english: 'Owed by us', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '核销明细',
      atLeast: 2,
      fields: {
        party: ref(party, { label: '往来单位', required: true }),
        openItem: settlementLine.openItem,
        kind: settlementLine.kind,
        documentNumber: settlementLine.documentNumber,
        openAmount: settlementLine.openAmount,
        amount: settlementLine.amount,
      },
    }),
  },
  derive: (_header, { tables }) => ({
    totalOwed: sumWhere(tables.lines, true),
    totalOwing: sumWhere(tables.lines, false),
  }),
  list: ['kind', 'totalOwed', 'employee'],
  totals: ['amount'],
})
