import { centsText } from '../../../base/fixed-point.ts'
import { encodeGbk } from '../../../base/gbk.ts'
import type { AuxiliaryKind, ExchangedBooks, ExchangedLine, ExchangedVoucher } from '../books/exchanged-books.ts'

/** The fields are parted by commas and never quoted, and a summary holds 60 characters. */
const plain = (text: string, length = 60): string =>
  text
    .replace(/[,"\s]+/g, ' ')
    .trim()
    .slice(0, length)

const codeOf = (line: ExchangedLine, kind: AuxiliaryKind): string =>
  plain(line.auxiliaries.find((one) => one.kind === kind)?.code ?? '')

/** A quantity has the sign of its side there; nothing where the account counts none. */
const quantityOf = (line: ExchangedLine): string => line.quantity?.replace(/^-/, '') ?? ''

const lineFields = (voucher: ExchangedVoucher, line: ExchangedLine): readonly string[] => [
  voucher.date,
  voucher.word,
  String(voucher.number),
  String(voucher.attachments),
  plain(line.summary),
  line.account.code,
  centsText(line.debit),
  centsText(line.credit),
  quantityOf(line),
  line.currencyAmount?.replace(/^-/, '') ?? '',
  '', // 汇率: found by the reader from both amounts
  plain(voucher.maker, 20),
  '', // 结算方式
  '', // 票号
  '', // 发生日期
  codeOf(line, 'department'),
  codeOf(line, 'employee'),
  codeOf(line, 'customer'),
  codeOf(line, 'supplier'),
  '', // 业务员
  codeOf(line, 'project'),
]

/**
 * Vouchers as the 凭证引入 of 用友 T3, T6 and U8 reads them: text in GBK, a first line that names the layout, then one entry a
 * line: 制单日期, 凭证类别字, 业务号, 附单据数, 摘要, 科目编码, 借方, 贷方, 数量, 外币, 汇率, 制单人, 结算方式, 票号, 发生日期, 部门, 个人, 客户,
 * 供应商, 业务员, 项目.
 */
export const ufidaVouchers = (books: ExchangedBooks): Uint8Array<ArrayBuffer> => {
  const lines = books.vouchers.flatMap((voucher) => voucher.lines.map((line) => lineFields(voucher, line).join(',')))
  return encodeGbk(`${['填制凭证,V800', ...lines].join('\r\n')}\r\n`)
}
