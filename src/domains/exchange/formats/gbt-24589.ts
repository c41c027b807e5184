import type { CalendarDate } from '../../../base/calendar-date.ts'
import { centsText } from '../../../base/fixed-point.ts'
import { firstDay, lastDay, period } from '../../../base/period.ts'
import { auxiliaryKinds } from '../books/exchanged-books.ts'
import type {
  Auxiliary,
  AuxiliaryKind,
  ExchangedAccount,
  ExchangedBalance,
  ExchangedBooks,
  ExchangedVoucher,
} from '../books/exchanged-books.ts'

/** An element with text, or with elements. */
type Element = readonly [name: string, content: string | readonly Element[]]

const escaped = (text: string): string =>
  text
    // XML 1.0 has no control characters, not even escaped.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const written = ([name, content]: Element): string =>
  typeof content === 'string'
    ? `<${name}>${escaped(content)}</${name}>`
    : `<${name}>\n${content.map(written).join('\n')}\n</${name}>`

const xml = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`

const dayText = (day: CalendarDate): string => day.replaceAll('-', '')
const sideOf = (cents: bigint): string => (cents > 0n ? '借' : cents < 0n ? '贷' : '平')
const size = (cents: bigint): string => centsText(cents < 0n ? -cents : cents)

const accountTypes: Readonly<Record<ExchangedAccount['category'], string>> = {
  asset: '资产类',
  liability: '负债类',
  equity: '所有者权益类',
  cost: '成本类',
  profitLoss: '损益类',
  common: '共同类',
}

const kinds = Object.keys(auxiliaryKinds) as readonly AuxiliaryKind[]

/** 辅助项1编号 to 辅助项6编号, one for each kind in a fixed order. */
const auxiliaryElements = (auxiliaries: readonly Auxiliary[]): Element[] =>
  kinds.map((kind, index) => [`辅助项${index + 1}编号`, auxiliaries.find((one) => one.kind === kind)?.code ?? ''])

const files = (books: ExchangedBooks, kind: AuxiliaryKind): readonly Auxiliary[] =>
  books.auxiliaries.filter((one) => one.kind === kind)

const currencyName = (code: string): string => (code === 'CNY' ? '人民币' : code)

const wordNames: Readonly<Record<string, string>> = { 记: '记账凭证', 收: '收款凭证', 付: '付款凭证', 转: '转账凭证' }

/** 公共档案: the set of books, its periods, and what vouchers name. */
const publicArchive = (books: ExchangedBooks): Element => {
  const months = books.balances[0]?.months.map((each) => period(each.month)) ?? []
  const { currency, name, taxNumber } = books.company
  return [
    '公共档案',
    [
      [
        '电子账簿',
        [
          ['电子账簿编号', '001'],
          ['电子账簿名称', name],
          ['会计核算单位', name],
          ['组织机构代码', taxNumber],
          ['单位性质', '企业单位'],
          ['行业', ''],
          ['开发单位', '算盘'],
          ['本位币', currencyName(currency)],
          ['会计年度', books.to.slice(0, 4)],
          ['标准版本号', 'GB/T 24589.1-2010'],
        ],
      ],
      ...months.map((month): Element => [
        '会计期间',
        [
          ['会计年度', month.slice(0, 4)],
          ['会计期间号', String(Number(month.slice(5)))],
          ['会计期间起始日期', dayText(firstDay(month))],
          ['会计期间结束日期', dayText(lastDay(month))],
        ],
      ]),
      ...[...new Set(books.vouchers.map((voucher) => voucher.word))].map((word): Element => [
        '记账凭证类型',
        [
          ['记账凭证类型编号', word],
          ['记账凭证类型名称', wordNames[word] ?? `${word}字凭证`],
          ['记账凭证类型简称', word],
        ],
      ]),
      [
        '币种',
        [
          ['币种编码', currency],
          ['币种名称', currencyName(currency)],
        ],
      ],
      ...files(books, 'department').map((one): Element => [
        '部门档案',
        [
          ['部门编码', one.code],
          ['部门名称', one.name],
          ['上级部门编码', ''],
        ],
      ]),
      ...files(books, 'employee').map((one): Element => [
        '员工档案',
        [
          ['员工编码', one.code],
          ['员工姓名', one.name],
        ],
      ]),
      ...files(books, 'supplier').map((one): Element => [
        '供应商档案',
        [
          ['供应商编码', one.code],
          ['供应商名称', one.name],
          ['供应商简称', one.name],
        ],
      ]),
      ...files(books, 'customer').map((one): Element => [
        '客户档案',
        [
          ['客户编码', one.code],
          ['客户名称', one.name],
          ['客户简称', one.name],
        ],
      ]),
      ...(['project', 'item'] as const).flatMap((kind): Element[] => [
        [
          '自定义档案项',
          [
            ['档案编码', kind],
            ['档案名称', auxiliaryKinds[kind]],
            ['档案描述', ''],
            ['是否有层级特征', '0'],
            ['档案编码规则', ''],
          ],
        ],
        ...files(books, kind).map((one): Element => [
          '自定义档案值',
          [
            ['档案编码', kind],
            ['档案值编码', one.code],
            ['档案值名称', one.name],
          ],
        ]),
      ]),
    ],
  ]
}

const balanceElements = (balance: ExchangedBalance, currency: string): Element[] => {
  let standing = balance.opening
  return balance.months.map(({ month, debit, credit }): Element => {
    const opening = standing
    standing += debit - credit
    return [
      '科目余额及发生额',
      [
        ['科目编号', balance.account.code],
        ['期初余额方向', sideOf(opening)],
        ['期末余额方向', sideOf(standing)],
        ['币种编码', currency],
        ['计量单位', ''],
        ['会计年度', month.slice(0, 4)],
        ['会计期间号', String(Number(month.slice(5)))],
        ['期初原币余额', size(opening)],
        ['期初本币余额', size(opening)],
        ['借方原币金额', centsText(debit)],
        ['借方本币金额', centsText(debit)],
        ['贷方原币金额', centsText(credit)],
        ['贷方本币金额', centsText(credit)],
        ['期末原币余额', size(standing)],
        ['期末本币余额', size(standing)],
      ],
    ]
  })
}

const voucherElements = (voucher: ExchangedVoucher, currency: string): Element[] =>
  voucher.lines.map((line, index): Element => {
    const inCurrency = (cents: bigint): string =>
      cents === 0n ? '0.00' : (line.currencyAmount?.replace(/^-/, '') ?? centsText(cents))
    const quantity = (cents: bigint): string => (cents === 0n ? '0' : (line.quantity?.replace(/^-/, '') ?? '0'))
    return [
      '记账凭证',
      [
        ['记账凭证日期', dayText(voucher.date)],
        ['会计年度', voucher.date.slice(0, 4)],
        ['会计期间号', String(Number(voucher.date.slice(5, 7)))],
        ['记账凭证类型编号', voucher.word],
        ['记账凭证编号', String(voucher.number)],
        ['记账凭证行号', String(index + 1)],
        ['记账凭证摘要', line.summary],
        ['科目编号', line.account.code],
        ...auxiliaryElements(line.auxiliaries),
        ['币种编码', line.currency ?? currency],
        ['计量单位', line.unit ?? ''],
        ['借方数量', quantity(line.debit)],
        ['借方原币金额', inCurrency(line.debit)],
        ['借方本币金额', centsText(line.debit)],
        ['贷方数量', quantity(line.credit)],
        ['贷方原币金额', inCurrency(line.credit)],
        ['贷方本币金额', centsText(line.credit)],
        ['附件数', String(voucher.attachments)],
        ['制单人', voucher.maker],
        ['审核人', voucher.reviewer ?? ''],
        ['记账人', voucher.booker ?? ''],
        ['记账标志', voucher.booker === null ? '0' : '1'],
        ['作废标志', '0'],
        ['凭证来源系统', '算盘'],
      ],
    ]
  })

const codeRule = (accounts: readonly ExchangedAccount[]): string => {
  const lengths = accounts.reduce<number[]>((found, account) => {
    const above = account.path.at(-2)?.code.length ?? 0
    found[account.level - 1] ??= account.code.length - above
    return found
  }, [])
  return lengths.join('-')
}

/** 总账: the chart, the balances of every month and all lines of vouchers. */
const generalLedgerFile = (books: ExchangedBooks): Element => {
  const { currency } = books.company
  return [
    '总账',
    [
      [
        '总账基础信息',
        [
          ['结构分隔符', '-'],
          ['会计科目编号规则', codeRule(books.accounts)],
        ],
      ],
      ...books.accounts.map((account): Element => [
        '会计科目',
        [
          ['科目编号', account.code],
          ['科目名称', account.name],
          ['科目级次', String(account.level)],
          ['科目类型', accountTypes[account.category]],
          ['余额方向', account.side === 'debit' ? '借' : '贷'],
        ],
      ]),
      ...books.balances.flatMap((balance) => balanceElements(balance, currency)),
      ...books.vouchers.flatMap((voucher) => voucherElements(voucher, currency)),
    ],
  ]
}

/**
 * The books by GB/T 24589.1《财经信息技术 会计核算软件数据接口 第1部分：企业》: 公共档案.xml and 总账.xml, packed together. Elements are
 * named and ordered as in the edition of 2010; what a set of books of ours does not have is left out.
 */
export const gbt24589 = async (books: ExchangedBooks): Promise<Uint8Array> => {
  const { default: JSZip } = await import('jszip')
  const zip = new JSZip()
  zip.file('公共档案.xml', xml(publicArchive(books)))
  zip.file('总账.xml', xml(generalLedgerFile(books)))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
