import type { Language } from '../http/language.ts'

/** The words of paper that no definition says. */
export interface PaperWords {
  readonly line: string
  readonly code: string
  readonly number: string
  readonly date: string
  readonly reverses: string
  readonly red: string
  readonly yes: string
  readonly inWords: string
  readonly pageTotal: string
  readonly total: string
  readonly remark: string
  readonly madeBy: string
  readonly postedBy: string
  readonly handledBy: string
  readonly keptBy: string
  readonly signedBy: string
  printing(this: void, times: number): string
  page(this: void, page: number, pages: number): string
}

export const paperWords: Readonly<Record<Language, PaperWords>> = {
  zh: {
    line: '行号',
    code: '编码',
    number: '单据编号',
    date: '单据日期',
    reverses: '冲销单据',
    red: '（红字）',
    yes: '是',
    inWords: '合计大写',
    pageTotal: '本页小计',
    total: '合计',
    remark: '备注',
    madeBy: '制单',
    postedBy: '审核',
    handledBy: '经手',
    keptBy: '仓管',
    signedBy: '客户签字',
    printing: (times) => `第 ${times} 次打印`,
    page: (page, pages) => `第 ${page} 页 / 共 ${pages} 页`,
  },
  en: {
    line: 'Line',
    code: ' code',
    number: 'Number',
    date: 'Date',
    reverses: 'Reverses',
    red: ' (red)',
    yes: 'yes',
    inWords: 'In words',
    pageTotal: 'This page',
    total: 'Total',
    remark: 'Remark',
    madeBy: 'Made by',
    postedBy: 'Posted by',
    handledBy: 'Handled by',
    keptBy: 'Warehouse',
    signedBy: 'Signed',
    printing: (times) => `Printed ${times} ×`,
    page: (page, pages) => `Page ${page} of ${pages}`,
  },
}
