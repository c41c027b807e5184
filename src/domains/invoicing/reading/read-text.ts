import { decimal } from '../../../base/decimal.ts'
import { amountIn, dayIn, rateIn, soundInvoice, textOrNull, unreadable } from './read-invoice.ts'
import type { ReadInvoice, ReadLine } from './read-invoice.ts'

const money = /-?[¥￥]?-?\d[\d,]*\.\d{2}/
const ratePattern = /^(\d+(\.\d+)?%|免税|不征税|\*{3})$/

/**
 * A row of the goods: name, then whatever of specification, unit, quantity and price there is, then amount, rate and tax. It is
 * read from its end, where nothing is left out.
 */
const lineIn = (row: string): ReadLine | undefined => {
  const words = row.split(/\s+/).filter((word) => word !== '')
  const name = words.shift() ?? ''
  const [tax, rate, net] = [words.pop(), words.pop(), words.pop()]
  if (!/^\*[^*]+\*/.test(name) || rate === undefined || !ratePattern.test(rate)) return undefined
  const [netAmount, taxAmount, taxRate] = [amountIn(net), amountIn(tax), rateIn(rate)]
  if (netAmount === null || taxRate === null) return undefined
  const price = amountIn(words.at(-1))
  const quantity = amountIn(words.at(-2))
  const isCounted = price !== null && quantity !== null
  const before = isCounted ? words.slice(0, -2) : words
  return {
    name,
    spec: before.length > 1 ? before.slice(0, -1).join(' ') : null,
    unit: before.at(-1) ?? null,
    quantity: isCounted ? quantity : null,
    price: isCounted ? price : null,
    net: netAmount,
    taxRate,
    tax: taxAmount ?? decimal(0),
    taxCode: null,
  }
}

const amountsIn = (row: string | undefined) =>
  [...(row ?? '').matchAll(new RegExp(money, 'g'))].map(([amount]) => amountIn(amount) ?? decimal(0))

/** The invoice that the words of a page say, row by row, as 数电票 and electronic invoices are laid out. */
export const readInvoiceText = (rows: readonly string[]): ReadInvoice => {
  const all = rows.join('\n').replace(/[：]/g, ':')
  const compact = all.replace(/[^\S\n]+/g, '')
  const found = (pattern: RegExp, which = 0) => textOrNull([...compact.matchAll(pattern)][which]?.[1])
  const number = found(/发票号码:?(\d{20}|\d{8})/g) ?? textOrNull(/\b(\d{20})\b/.exec(all)?.[1])
  const issuedOn = dayIn(found(/开票日期:?(\d{4}年\d{2}月\d{2}日)/g))
  const sum = amountsIn(rows.find((row) => /合\s*计/.test(row) && !/价税/.test(row) && money.test(row)))
  const gross = amountsIn(rows.find((row) => /价税合计/.test(row) && money.test(row))).at(-1)
  const [net] = sum
  if (number === null || issuedOn === null || net === undefined || gross === undefined) {
    throw unreadable('PDF 里认不出发票号码、开票日期或合计', 'Number, day or totals are not found in the PDF')
  }
  // Buyer left, seller right: on one row, or buyer above.
  const names = [...all.matchAll(/名\s*称\s*:\s*([^\s:]+)/g)].map(([, name = '']) => name)
  const numbers = [...compact.matchAll(/识别号:?([0-9A-Z]{15,20})/g)].map(([, text = '']) => text)
  const isBothNumbered = numbers.length > 1
  return soundInvoice({
    code: found(/发票代码:?(\d{10,12})/g),
    number,
    kind: /专用发票/.test(compact) ? 'special' : 'ordinary',
    isRed: gross.isNegative(),
    issuedOn,
    buyer: { name: names[0] ?? '', taxNumber: isBothNumbered ? (numbers[0] ?? null) : null },
    seller: { name: names[1] ?? '', taxNumber: numbers.at(-1) ?? null },
    lines: rows.flatMap((row) => lineIn(row) ?? []),
    net,
    tax: sum[1] ?? decimal(0),
    gross,
    remark: null,
  })
}
