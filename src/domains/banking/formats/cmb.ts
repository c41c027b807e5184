import { readMapped } from './read-mapped.ts'
import type { StatementLine } from './statement.ts'
import type { TableFormat } from './table-format.ts'

/** The counterparty's number stands behind its name: `北京住房公积金管理中心1111111111`. */
const apart = (line: StatementLine): StatementLine => {
  const [, name = line.counterparty, account = ''] = /^(.*?\D)\s*(\d{8,})$/.exec(line.counterparty) ?? []
  return { ...line, counterparty: name.trim(), counterpartyAccount: account }
}

/** 招商银行: signed amounts with the balance after each. */
export const cmb: TableFormat = {
  name: 'cmb',
  label: '招商银行',
  heads: ['记账日期', '交易金额', '联机余额', '交易摘要', '对手信息'],
  read: (table) =>
    readMapped(
      table,
      {
        记账日期: 'date',
        货币: 'currency',
        交易金额: 'amount',
        联机余额: 'balance',
        交易摘要: 'memo',
        对手信息: 'counterparty',
        客户摘要: 'memo',
      },
      apart,
    ),
}
