import { sum, zero } from '../../../base/decimal.ts'
import { defineDocument } from '../../../kernel/definition/define.ts'
import { date, integer, longText, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'

/** 银行对账单: what the bank or wallet says came in and went out; matched to the books, and never entered in them itself. */
export const bankStatement = defineDocument({
  name: 'bankStatement',
  label: '银行对账单',
  numbering: 'YHDZ-{yyyyMM}-{seq:4}',
  header: {
    cashAccount: ref(cashAccount, { label: '资金账户', required: true, indexed: true }),
    firstDay: date({ label: '起始日期', english: 'From', computed: true }),
    lastDay: date({ label: '截止日期', english: 'To', computed: true }),
    opening: money({ label: '期初余额', english: 'Opening balance', help: '对账单上第一笔之前的余额' }),
    closing: money({ label: '期末余额', english: 'Closing balance' }),
    received: money({ label: '收入合计', english: 'In', computed: true }),
    paid: money({ label: '支出合计', english: 'Out', computed: true }),
    lineCount: integer({ label: '笔数', english: 'Lines', computed: true }),
    format: text({ label: '来源', english: 'Format', maxLength: 40 }),
    warnings: longText({ label: '导入提示', english: 'Told on import' }),
  },
  tables: {
    lines: lineTable({
      label: '流水明细',
      atLeast: 1,
      fields: {
        bookedOn: date({ label: '交易日期', english: 'Booked on', required: true }),
        time: text({ label: '时间', maxLength: 8 }),
        amount: money({ label: '金额', required: true, help: '收入为正，支出为负' }),
        balance: money({ label: '余额' }),
        counterparty: text({ label: '对方户名', english: 'Counterparty', searched: true }),
        counterpartyAccount: text({
          label: '对方账号',
          english: 'Counterparty account',
          searched: true,
          maxLength: 60,
        }),
        memo: text({ label: '摘要', english: 'Memo', searched: true, maxLength: 400 }),
        reference: text({ label: '流水号', english: 'Reference', searched: true, maxLength: 120 }),
        fee: money({ label: '其中手续费', english: 'Fee inside' }),
        fingerprint: text({ label: '识别码', english: 'Fingerprint', hidden: true, indexed: true, maxLength: 64 }),
      },
    }),
  },
  derive: (header, { tables }) => {
    const amounts = tables.lines.map((line) => line.amount ?? zero)
    const days = tables.lines.flatMap((line) => line.bookedOn ?? []).toSorted()
    return {
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
      received: sum(amounts.filter((amount) => amount.isPositive())),
      paid: sum(amounts.filter((amount) => amount.isNegative())).neg(),
      lineCount: tables.lines.length,
      closing: header.closing ?? (header.opening ? header.opening.plus(sum(amounts)) : null),
    }
  },
  list: ['cashAccount', 'firstDay', 'lastDay', 'lineCount', 'received', 'paid', 'closing', 'format'],
  totals: ['amount'],
})
