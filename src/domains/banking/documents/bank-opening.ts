import { sum, zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, date, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** Who has an item that the other side lacks. */
export const openingSides = { bank: '银行已记，企业未记', book: '企业已记，银行未记' } as const

/** 银行期初: the day from which an account is reconciled, the bank's balance at its end, and what was not reconciled then (未达账项). */
export const bankOpening = defineDocument({
  name: 'bankOpening',
  label: '银行期初',
  numbering: 'YHQC-{yyyyMM}-{seq:4}',
  header: {
    cashAccount: ref(cashAccount, { label: '资金账户', required: true, indexed: true }),
    startsAfter: date({
      label: '启用前一日',
      english: 'Day before',
      required: true,
      help: '此日及以前的收付视为已对账，未达账项除外',
    }),
    balance: money({
      label: '银行余额',
      english: 'Balance of the bank',
      required: true,
      help: '此日终了银行对账单的余额',
    }),
    adjusted: money({ label: '调节后余额', english: 'Adjusted balance', computed: true }),
  },
  tables: {
    items: lineTable({
      label: '未达账项',
      fields: {
        side: choice({ label: '类型', options: openingSides, required: true }),
        date: date({ label: '日期', required: true }),
        amount: money({ label: '金额', required: true, help: '收入为正，支出为负' }),
        counterparty: text({ label: '对方户名', english: 'Counterparty' }),
        memo: text({ label: '摘要', english: 'Memo' }),
        reference: text({ label: '流水号', english: 'Reference', maxLength: 120 }),
      },
    }),
  },
  derive: (header, { tables }) => {
    const booked = tables.items.filter((line) => line.side === 'book').map((line) => line.amount ?? zero)
    return { adjusted: (header.balance ?? zero).plus(sum(booked)) }
  },
  list: ['cashAccount', 'startsAfter', 'balance', 'adjusted'],
})
