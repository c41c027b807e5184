import { currentLanguage, t } from '../../../ui/language.ts'
import { said } from '../../../ui/language/said.ts'

/** What processes answer, by the names of their figures; in English the names say it themselves. */
const chinese: Readonly<Record<string, string>> = {
  bills: '票据',
  booked: '已记账',
  changed: '已更改',
  customers: '客户',
  differences: '有差异',
  document: '单据',
  documents: '单据',
  done: '已处理',
  from: '自',
  invoices: '发票',
  items: '商品',
  kept: '已保存',
  left: '剩余',
  lines: '行数',
  matched: '已匹配',
  missing: '缺少',
  number: '单号',
  numbers: '单号',
  origin: '来源',
  period: '期间',
  pools: '成本池',
  rated: '已评级',
  refused: '未成',
  rejected: '已退回',
  reminded: '已提醒',
  reminders: '提醒',
  reviewed: '已审核',
  rows: '行数',
  rules: '规则',
  signed: '已签字',
  skipped: '跳过',
  state: '状态',
  tagged: '已指定',
  template: '模板',
  to: '至',
  unreviewed: '未审核',
  vouchers: '凭证',
  waiting: '待处理',
  written: '已写入',
}

/** States that a figure says by a word of the program. */
const states: Readonly<Record<string, string>> = {
  open: '已打开',
  asked: '已申请，须由另一人同意',
  closed: '已结账',
  draft: '草稿',
  submitted: '待审核',
  posted: '已审核',
  refused: '未成',
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text)

const nameOf = (name: string): string => (currentLanguage() === 'zh-CN' ? (chinese[name] ?? name) : name)

const valueOf = (name: string, value: string | number): string => {
  const text = String(value)
  return name === 'state' && currentLanguage() === 'zh-CN' ? (states[text] ?? text) : said(text)
}

/** The figures of an answer by name, those inside of others too, and what it lists; ids say nothing to anyone. */
const figuresIn = (result: object): string[] =>
  Object.entries(result).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string' || typeof value === 'number')
      return isId(String(value)) ? [] : [`${nameOf(name)} ${valueOf(name, value)}`]
    if (Array.isArray(value)) {
      const listed = value.filter((each) => ['string', 'number'].includes(typeof each) && !isId(String(each)))
      return listed.length > 0 ? [`${nameOf(name)} ${listed.join('、')}`] : []
    }
    return typeof value === 'object' && value !== null ? figuresIn(value) : []
  })

/** What a process answers, in words: its figures by name, or nothing but that it is done. */
export function resultText(result: unknown): string {
  if (typeof result !== 'object' || result === null) return t('process.done')
  const parts = figuresIn(result)
  return parts.length === 0 ? t('process.done') : `${t('process.done')}：${parts.join('，')}`
}
