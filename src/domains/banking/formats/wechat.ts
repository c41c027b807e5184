import { amountIn, wordIn } from './cells.ts'
import { readMapped } from './read-mapped.ts'
import type { StatementLine } from './statement.ts'
import type { TableFormat } from './table-format.ts'
import { preambleWarnings } from './wallet-preamble.ts'

/** 零钱 and 零钱通 are the wallet; a bank's name is a card, whose own statement tells what it paid. */
const own = /零钱|^$/

const goesOut = /提现|信用卡还款|转出-到(?!零钱)/
const comesIn = /充值|转入零钱通-来自(?!零钱)|退款/

type Row = ReadonlyMap<string, string>

const interpret = (line: StatementLine, row: Row): StatementLine => {
  const [kind, side, method, remark] = ['交易类型', '收/支', '支付方式', '备注'].map((head) => wordIn(row.get(head)))
  const amount = line.amount.abs()
  const memo = [kind, wordIn(row.get('商品')), remark].filter((word) => word !== undefined && word !== '').join(' ')
  const fee = amountIn(/服务费\s*[¥￥]?\s*([\d.,]+)/.exec(remark ?? '')?.[1])
  const base = { ...line, memo, fee }
  if (side === '收入') return { ...base, amount, side: 'in' }
  if (side === '支出') {
    return { ...base, amount: amount.neg(), side: 'out', leftOut: own.test(method ?? '') ? null : 'elsewhere' }
  }
  if (goesOut.test(kind ?? '')) return { ...base, amount: amount.neg(), side: 'neutral' }
  if (comesIn.test(kind ?? '')) return { ...base, amount, side: 'neutral' }
  // Between 零钱 and 零钱通 nothing leaves the wallet; what a card paid for is told by the card.
  return { ...base, amount, side: 'neutral', leftOut: own.test(method ?? '') ? 'neutral' : 'elsewhere' }
}

/** 微信支付: a csv in UTF-8 or a workbook, both with a preamble that counts the rows. */
export const wechat: TableFormat = {
  name: 'wechat',
  label: '微信支付',
  heads: ['交易时间', '交易类型', '交易对方', '收/支', '支付方式', '交易单号'],
  read: (table) => {
    const read = readMapped(
      table,
      { 交易时间: 'date', 交易对方: 'counterparty', 金额: 'amount', 交易单号: 'reference' },
      interpret,
    )
    return { ...read, warnings: [...preambleWarnings(table.preamble, read.lines), ...read.warnings] }
  },
}
