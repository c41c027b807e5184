import { writeFormXlsx } from '../../../kernel/transfer/write-form-xlsx.ts'
import type { AnyReport, ReportResult } from '../../../kernel/definition/report.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'

/** 2026 年 1 月 31 日, or 2026 年 1 月 1 日 至 2026 年 3 月 31 日. */
const longDays = (days: string): string =>
  days.replaceAll(
    /(\d{4})-(\d{2})-(\d{2})/g,
    (_all, year: string, month: string, day: string) => `${year} 年 ${Number(month)} 月 ${Number(day)} 日`,
  )

/** Writes a statement in its form. */
export const statementForm = (report: AnyReport, result: ReportResult, work: Work): Promise<Uint8Array> => {
  const notes = result.notes ?? []
  const days = notes.find((note) => /^(日期|期间)：/.test(note))?.slice(3) ?? ''
  const { currency } = settingsOf(work.settings)
  const name = work.settings['name']
  return writeFormXlsx({
    title: report.label,
    number: result.form ?? report.form ?? '',
    company: typeof name === 'string' ? name : '',
    date: longDays(days),
    unit: `单位：${currency === 'CNY' ? '元' : currency}`,
    columns: result.columns ?? report.columns,
    rows: result.rows,
    signatures: ['单位负责人', '会计主管', '制表人'],
  })
}
