import { readMapped } from './read-mapped.ts'
import type { TableFormat } from './table-format.ts'

/** 中国银行: signed amounts, the newest first, with the balance after each. */
export const boc: TableFormat = {
  name: 'boc',
  label: '中国银行',
  heads: ['记账日期', '记账时间', '币别', '金额', '余额', '对方账户名'],
  read: (table) =>
    readMapped(table, {
      记账日期: 'date',
      记账时间: 'time',
      币别: 'currency',
      金额: 'amount',
      余额: 'balance',
      交易名称: 'memo',
      附言: 'memo',
      对方账户名: 'counterparty',
      '对方卡号/账号': 'counterpartyAccount',
    }),
}
