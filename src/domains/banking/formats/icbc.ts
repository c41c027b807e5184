import { readMapped } from './read-mapped.ts'
import type { TableFormat } from './table-format.ts'

/** 工商银行: in and out in columns of their own; the card's own amount is meant, not that of the shop's currency. */
export const icbc: TableFormat = {
  name: 'icbc',
  label: '工商银行',
  heads: ['交易日期', '记账金额(收入)', '记账金额(支出)', '对方户名'],
  read: (table) =>
    readMapped(table, {
      交易日期: 'date',
      摘要: 'memo',
      交易场所: 'memo',
      '记账金额(收入)': 'received',
      '记账金额(支出)': 'paid',
      记账币种: 'currency',
      余额: 'balance',
      对方户名: 'counterparty',
      对方账号: 'counterpartyAccount',
    }),
}
