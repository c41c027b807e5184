import { readMapped } from './read-mapped.ts'
import { preambleWarnings } from './wallet-preamble.ts'
import { wordIn } from './cells.ts'
import type { StatementLine } from './statement.ts'
import type { TableFormat } from './table-format.ts'

/** What the wallet itself holds; whatever else is named was paid by a card, whose own statement tells it. */
const own = /余额|余额宝|账户余额|^$/

const neutralOut = /提现|转出到|还款|转入余额宝以外/
const neutralIn = /退款|充值|卖出至|转入|收益/

type Row = ReadonlyMap<string, string>

/** Rows of no side: refunds and top-ups come in, withdrawals go out, trades that were closed unpaid are nothing. */
const interpret = (line: StatementLine, row: Row): StatementLine => {
  const [side, method, state] = ['收/支', '收/付款方式', '交易状态'].map((head) => wordIn(row.get(head)))
  const amount = line.amount.abs()
  const base = { ...line, memo: [wordIn(row.get('交易分类')), wordIn(row.get('商品说明'))].filter(Boolean).join(' ') }
  if (side === '收入') return { ...base, amount, side: 'in' }
  if (side === '支出') {
    const isUnpaid = state === '交易关闭' && method === ''
    const leftOut = isUnpaid ? 'unpaid' : own.test(method ?? '') ? null : 'elsewhere'
    return { ...base, amount: amount.neg(), side: 'out', leftOut }
  }
  if (state === '交易关闭') return { ...base, amount, side: 'neutral', leftOut: 'unpaid' }
  if (!own.test(method ?? '')) return { ...base, amount, side: 'neutral', leftOut: 'elsewhere' }
  const words = `${base.memo} ${state ?? ''}`
  if (neutralOut.test(words)) return { ...base, amount: amount.neg(), side: 'neutral' }
  return { ...base, amount, side: 'neutral', leftOut: neutralIn.test(words) ? null : 'neutral' }
}

/** 支付宝: GB18030, with a preamble that counts the rows, cells padded with spaces and order numbers ended by tabs. */
export const alipay: TableFormat = {
  name: 'alipay',
  label: '支付宝',
  heads: ['交易时间', '交易对方', '收/支', '收/付款方式', '交易订单号'],
  read: (table) => {
    const read = readMapped(
      table,
      {
        交易时间: 'date',
        交易对方: 'counterparty',
        对方账号: 'counterpartyAccount',
        金额: 'amount',
        交易订单号: 'reference',
      },
      interpret,
    )
    return { ...read, warnings: [...preambleWarnings(table.preamble, read.lines), ...read.warnings] }
  },
}
