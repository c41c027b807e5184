import { decimal } from '../../../base/decimal.ts'
import { centsText } from '../../../base/fixed-point.ts'
import { auxiliaryKinds } from '../books/exchanged-books.ts'
import type { ExchangedBooks, ExchangedLine, ExchangedVoucher } from '../books/exchanged-books.ts'

/** The columns of 金蝶's 标准格式凭证引入, in its order. */
const kingdeeColumns = [
  '凭证日期',
  '会计年度',
  '会计期间',
  '凭证字',
  '凭证号',
  '科目代码',
  '科目名称',
  '币别代码',
  '币别名称',
  '原币金额',
  '借方',
  '贷方',
  '制单',
  '审核',
  '核准',
  '出纳',
  '经办',
  '结算方式',
  '结算号',
  '凭证摘要',
  '数量',
  '数量单位',
  '单价',
  '参考信息',
  '业务日期',
  '往来业务编号',
  '附件数',
  '序号',
  '系统模块',
  '业务描述',
  '汇率类型',
  '汇率',
  '分录序号',
  '核算项目',
  '过账',
  '机制凭证',
  '现金流量',
] as const

type KingdeeRow = Readonly<Record<(typeof kingdeeColumns)[number], string | number>>

const currencyOf = (code: string): readonly [code: string, name: string] =>
  code === 'CNY' ? ['RMB', '人民币'] : [code, code]

// A sheet's numbers keep fifteen digits; amounts of a ledger that a small company keeps have fewer.
const amount = (cents: bigint): number => Number(centsText(cents))

/** What a unit of the line's currency was worth, to six places. */
const rateOf = (line: ExchangedLine, cents: bigint): number => {
  const foreign = decimal(line.currencyAmount ?? '0').abs()
  return foreign.isZero() ? 1 : Number(decimal(centsText(cents)).abs().div(foreign).toDecimalPlaces(6).toString())
}

/** 客户---C001---某某公司, several after one another. */
const projectsOf = (line: ExchangedLine): string =>
  line.auxiliaries.map((one) => `${auxiliaryKinds[one.kind]}---${one.code}---${one.name}`).join(',')

const kingdeeRow = (
  books: ExchangedBooks,
  voucher: ExchangedVoucher,
  line: ExchangedLine,
  place: { readonly voucher: number; readonly line: number },
): KingdeeRow => {
  const [currencyCode, currencyName] = currencyOf(line.currency ?? books.company.currency)
  const size = line.debit === 0n ? line.credit : line.debit
  return {
    凭证日期: voucher.date,
    会计年度: Number(voucher.date.slice(0, 4)),
    会计期间: Number(voucher.date.slice(5, 7)),
    凭证字: voucher.word,
    凭证号: voucher.number,
    科目代码: line.account.code,
    科目名称: line.account.name,
    币别代码: currencyCode,
    币别名称: currencyName,
    原币金额: line.currencyAmount === null ? amount(size) : Number(line.currencyAmount.replace(/^-/, '')),
    借方: amount(line.debit),
    贷方: amount(line.credit),
    制单: voucher.maker,
    审核: voucher.reviewer ?? '',
    核准: '',
    出纳: '',
    经办: '',
    结算方式: '',
    结算号: '',
    凭证摘要: line.summary,
    数量: line.quantity === null ? 0 : Number(line.quantity.replace(/^-/, '')),
    数量单位: line.unit ?? '',
    单价: 0,
    参考信息: voucher.document,
    业务日期: voucher.date,
    往来业务编号: '',
    附件数: voucher.attachments,
    序号: place.voucher,
    系统模块: '',
    业务描述: '',
    汇率类型: '公司汇率',
    汇率: rateOf(line, size),
    分录序号: place.line,
    核算项目: projectsOf(line),
    过账: 0,
    机制凭证: '',
    现金流量: '',
  }
}

/** Vouchers as 金蝶 KIS and K/3 import them: one sheet, one entry a row, the headings of its template. */
export const kingdeeVouchers = async (books: ExchangedBooks): Promise<Uint8Array> => {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('凭证')
  sheet.addRow([...kingdeeColumns])
  for (const [index, voucher] of books.vouchers.entries()) {
    for (const [at, line] of voucher.lines.entries()) {
      const row = kingdeeRow(books, voucher, line, { voucher: index + 1, line: at })
      sheet.addRow(kingdeeColumns.map((column) => row[column]))
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
