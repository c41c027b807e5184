import { boolean, date } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 账套导出: the vouchers of some days with what stood before them, for another accounting program, an auditor or an archive. */
export const bookExchange = defineReport({
  name: 'bookExchange',
  label: '账套导出',
  english: 'Books for other programs',
  layout: 'ledgerBook',
  parameters: {
    from: date({ label: '开始日期', english: 'From' }),
    to: date({ label: '结束日期', english: 'To' }),
    unbooked: boolean({ label: '包含未记账凭证', english: 'With unbooked vouchers', initial: false }),
  },
  columns: [
    { name: 'date', label: '日期', english: 'Date', kind: 'date', width: 100 },
    { name: 'number', label: '凭证号', english: 'Voucher', kind: 'text', width: 90 },
    { name: 'summary', label: '摘要', english: 'Summary', kind: 'text', width: 260 },
    { name: 'code', label: '科目编码', english: 'Code', kind: 'text', width: 100 },
    { name: 'account', label: '科目', english: 'Account', kind: 'text', width: 220 },
    { name: 'auxiliary', label: '辅助核算', english: 'Told apart by', kind: 'text', width: 200 },
    { name: 'debit', label: '借方', english: 'Debit', kind: 'money', total: true },
    { name: 'credit', label: '贷方', english: 'Credit', kind: 'money', total: true },
  ],
  files: {
    gbt24589: {
      label: '国标 GB/T 24589.1（XML）',
      english: 'GB/T 24589.1 (XML)',
      extension: 'zip',
      contentType: 'application/zip',
    },
    ufida: {
      label: '用友凭证引入（txt）',
      english: 'UFIDA vouchers (txt)',
      extension: 'txt',
      contentType: 'text/plain; charset=gbk',
    },
    kingdee: {
      label: '金蝶凭证引入（xlsx）',
      english: 'Kingdee vouchers (xlsx)',
      extension: 'xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    },
    hledger: { label: 'hledger', extension: 'journal', contentType: 'text/plain; charset=utf-8' },
    beancount: { label: 'Beancount', extension: 'beancount', contentType: 'text/plain; charset=utf-8' },
  },
  help: '官方账簿只含已记账凭证；未记账的可一并导出，供试算。文件在“导出”里选。',
})
