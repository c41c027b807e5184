import { chanceOf } from '../../src/app/demo/chance.ts'
import type { Chance } from '../../src/app/demo/chance.ts'

/** What a row of a file should become: the values of the record, or the column for which it is refused. */
export interface KnownRow {
  readonly row: number
  readonly code: string
  readonly values: Readonly<Record<string, string | number | boolean | null>> | null
  readonly column: string | null
}

/** A file with every kind of dirt that lists of small companies carry, and the truth of each of its rows. */
export interface DirtyFile {
  readonly text: string
  readonly rows: readonly KnownRow[]
  /** The sum that the table states itself, of its rows that can be read. */
  readonly stated: string
}

interface Cells {
  readonly cells: Record<string, string>
  readonly values: Record<string, string | number | boolean | null>
}

const wide = (text: string): string =>
  text.replace(/[0-9A-Za-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** An amount in cents as people write it. */
const writtenAmount = (chance: Chance, cents: number): string => {
  const [yuan, rest] = [String(Math.floor(cents / 100)), String(cents % 100).padStart(2, '0')]
  const plain = `${yuan}.${rest}`
  const ways = [plain, `${grouped(yuan)}.${rest}`, `￥${plain}`, ` ${plain} `, `${plain}元`, wide(plain)]
  return chance.pick(cents % 1_000_000 === 0 && cents > 0 ? [...ways, `${cents / 1_000_000}万`] : ways)
}

export const amountText = (cents: number): string => {
  const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  return text.replace(/\.?0+$/, '') || '0'
}

type Spoil = (cells: Record<string, string>, chance: Chance, earlier: readonly string[]) => string | undefined

const put =
  (column: string, ...texts: readonly string[]): Spoil =>
  (cells, chance) => {
    cells[column] = chance.pick(texts)
    return column
  }

interface Kind {
  readonly heads: readonly string[]
  readonly summed: string
  clean(n: number, chance: Chance, sum: (cents: number) => void): Cells
  readonly spoils: readonly Spoil[]
  codeOf(cells: Record<string, string>): string
}

const units = ['个', '箱', '瓶'] as const

export const dirtyItems: Kind = {
  heads: ['商品编码*', '品名', '规格', '单位', '基本条码', '采购价(元)', '保质期(天)', '是否批次', '状态'],
  summed: '采购价(元)',
  clean: (n, chance, sum) => {
    const cents = chance.happens(5) ? chance.between(1, 9) * 1_000_000 : chance.between(1, 9_999_999)
    sum(cents)
    const unit = chance.pick(units)
    const days = chance.between(1, 720)
    const isLot = chance.happens(30)
    const isActive = chance.happens(90)
    const code = `${'0'.repeat(3)}${n}`
    const name = `不锈钢${chance.pick(['水壶', '餐盘', '刀具', '“特价”锅', '碗;盏', '勺,叉'])}${n}`
    return {
      cells: {
        '商品编码*': chance.happens(20) ? ` ${code} ` : code,
        品名: name,
        规格: `Φ${chance.between(10, 40)}cm`,
        单位: chance.happens(20) ? ` ${unit}` : unit,
        基本条码: `069${String(n).padStart(10, '0')}`,
        '采购价(元)': writtenAmount(chance, cents),
        '保质期(天)': chance.pick([String(days), `${days}.00`, wide(String(days))]),
        是否批次: chance.pick(isLot ? ['是', '1', 'Y', '√', '有'] : ['否', '0', 'N', '无', '']),
        状态: chance.pick(isActive ? ['1', '启用', '正常', '在用'] : ['0', '禁用', '停用']),
      },
      values: {
        name,
        barcode: `069${String(n).padStart(10, '0')}`,
        purchase_price: amountText(cents),
        shelf_life_days: days,
        tracks_lots: isLot,
        disabled: !isActive,
        unit,
      },
    }
  },
  spoils: [
    put('品名', ''),
    put('品名', '长'.repeat(201)),
    put('采购价(元)', 'abc', '面议', '1.2.3', '12,34', '#N/A'),
    put('单位', '阿僧祇', 'q'),
    put('保质期(天)', '半年', '1.5'),
    put('状态', '也许'),
    put('基本条码', '6.90123E+12'),
    (cells, chance, earlier) => {
      if (earlier.length === 0) return undefined
      cells['商品编码*'] = chance.pick(earlier)
      return '商品编码*'
    },
  ],
  codeOf: (cells) => (cells['商品编码*'] ?? '').trim(),
}

export const dirtyCustomers: Kind = {
  heads: ['客户编号', '客户名称', '联系人', '手机号码', '税号', '信用额度', '账期（天）', '客户等级'],
  summed: '信用额度',
  clean: (n, chance, sum) => {
    const cents = chance.between(0, 90_000_000)
    sum(cents)
    const days = chance.between(0, 90)
    const level = chance.pick(['A', 'B', 'C'])
    const code = `K${n}`
    const name = `${chance.pick(['宁波', '义乌', '慈溪'])}${chance.pick(['启川', '恒达', '东方'])}厨具（${n}）有限公司`
    return {
      cells: {
        客户编号: code,
        客户名称: chance.happens(10) ? `${name} ` : name,
        联系人: chance.pick(['小梁', '王经理', '']),
        手机号码: `13${String(n).padStart(9, '0')}`,
        税号: `9133${String(n).padStart(14, '0')}`,
        信用额度: writtenAmount(chance, cents),
        '账期（天）': chance.pick([String(days), wide(String(days))]),
        客户等级: chance.pick([level, level.toLowerCase()]),
      },
      values: {
        name,
        phone: `13${String(n).padStart(9, '0')}`,
        tax_number: `9133${String(n).padStart(14, '0')}`,
        credit_limit: amountText(cents),
        payment_days: days,
        level: level.toLowerCase(),
      },
    }
  },
  spoils: [
    put('客户名称', ''),
    put('信用额度', '很多', '十万'),
    put('账期（天）', '月结', '30.5'),
    put('客户等级', '特级', 'Z'),
    put('税号', '9'.repeat(21)),
  ],
  codeOf: (cells) => cells['客户编号'] ?? '',
}

/** What customers owed on the day before the first month: a document a row. */
export const dirtyBalances = (customers: readonly string[]): Kind => ({
  heads: ['单据编号', '单据日期', '会计科目', '往来单位', '借方余额'],
  summed: '借方余额',
  clean: (n, chance, sum) => {
    const cents = chance.between(1, 50_000_000)
    sum(cents)
    const party = chance.pick(customers)
    return {
      cells: {
        单据编号: `QC${n}`,
        单据日期: chance.pick(['2025-12-31', '2025/12/31', '2025年12月31日', '46022', '20251231', '2025.12.31']),
        会计科目: chance.pick(['1122', '应收账款', '1122 应收账款']),
        往来单位: party,
        借方余额: writtenAmount(chance, cents),
      },
      values: { total_debit: amountText(cents), date: '2025-12-31' },
    }
  },
  spoils: [
    put('单据日期', '2025-13-31', '去年底'),
    put('会计科目', '99999'),
    put('往来单位', '没有这家'),
    put('借方余额', '若干', '--5'),
  ],
  codeOf: (cells) => cells['单据编号'] ?? '',
})

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const sumText = (cents: number): string =>
  grouped(`${Math.floor(cents / 100)}`) + `.${String(cents % 100).padStart(2, '0')}`

/** Makes a file: a title and instructions above the head, heads repeated, subtotals, a total; one row in twenty wrong. */
export const dirtyFile = (kind: Kind, count: number, seed: number): DirtyFile => {
  const chance = chanceOf(seed)
  const lines = ['某某有限公司 期初资料', '1、带星号的为必填项；2、请勿删除本行', kind.heads.join(',')]
  const rows: KnownRow[] = []
  const codes: string[] = []
  let total = 0
  for (let n = 1; n <= count; n += 1) {
    if (n % 1000 === 0) lines.push(kind.heads.join(','))
    let cents = 0
    const { cells, values } = kind.clean(n, chance, (amount) => (cents = amount))
    const column = chance.happens(5) ? chance.pick(kind.spoils)(cells, chance, codes) : undefined
    if (column === undefined) codes.push(kind.codeOf(cells))
    // The table adds up what it can read.
    if (column !== kind.summed) total += cents
    lines.push(kind.heads.map((head) => quoted(cells[head] ?? '')).join(','))
    rows.push({
      row: lines.length,
      code: kind.codeOf(cells),
      values: column === undefined ? values : null,
      column: column ?? null,
    })
  }
  lines.push(
    ['合计', ...kind.heads.slice(1).map((head) => (head === kind.summed ? quoted(sumText(total)) : ''))].join(','),
  )
  lines.push('制表人：张三')
  return { text: lines.join('\r\n'), rows, stated: sumText(total).replaceAll(',', '') }
}
