import { defineDocument } from '../../../kernel/definition/define.ts'
import { choice, money, ref, text } from '../../../kernel/definition/field.ts'
import { lineTable } from '../../../kernel/definition/record.ts'
import { party } from '../../../ledgers/dimensions/party.ts'
import { cashAccount } from '../../../ledgers/dimensions/place.ts'
import { totalOf } from '../../../ledgers/priced-lines.ts'

/** 暂收暂付单: money that came or went before anyone knows whose it is; it waits with a holder until a 核销单 sets it off against its party. */
export const suspense = defineDocument({
  name: 'suspense',
  label: '暂收暂付单',
  english: 'Suspense entry',
  numbering: 'ZSZF-{yyyyMM}-{seq:4}',
  header: {
    direction: choice({
      label: '类型',
      english: 'Direction',
      options: { in: '暂收款', out: '暂付款' },
      required: true,
    }),
    holder: ref(party, {
      label: '暂挂单位',
      english: 'Held with',
      required: true,
      help: '查明前挂账的往来单位；查明后用核销单（应收冲应付）冲到所属单位',
    }),
    counterparty: text({ label: '对方户名', english: 'Counterparty', searched: true, maxLength: 100 }),
    totalAmount: money({ label: '金额合计', computed: true }),
  },
  tables: {
    lines: lineTable({
      label: '收付明细',
      atLeast: 1,
      fields: {
        cashAccount: ref(cashAccount, { label: '资金账户', required: true }),
        amount: money({ label: '金额', required: true }),
        summary: text({ label: '摘要', maxLength: 200 }),
        reference: text({ label: '流水号', english: 'Reference', maxLength: 60 }),
      },
    }),
  },
  derive: (_header, { tables }) => ({ totalAmount: totalOf(tables.lines, 'amount') }),
  list: ['direction', 'holder', 'counterparty', 'totalAmount'],
  totals: ['amount'],
})
