import { text } from '../../../kernel/definition/field.ts'
import { defineReport } from '../../../kernel/definition/report.ts'

/** 电子发票档案: every original with its hash, checked now against what lies in the archive, and the voucher it stands behind. */
export const invoiceArchive = defineReport({
  name: 'invoiceArchive',
  label: '电子发票档案',
  english: 'Invoice archive',
  parameters: {
    from: text({ label: '期间从', english: 'From', maxLength: 7, help: '如 2026-01，按开票日期；空为本月' }),
    through: text({ label: '期间至', english: 'Through', maxLength: 7, help: '空为同一月' }),
  },
  columns: [
    { name: 'invoiceNumber', label: '发票号码', english: 'Invoice', kind: 'text', width: 170 },
    { name: 'direction', label: '收/开', english: 'Direction', kind: 'text', width: 60 },
    { name: 'issuedOn', label: '开票日期', english: 'Issued on', kind: 'date' },
    { name: 'otherSide', label: '对方', english: 'Other side', kind: 'text', width: 200 },
    { name: 'gross', label: '价税合计', english: 'Gross', kind: 'money' },
    {
      name: 'document',
      label: '单据',
      english: 'Document',
      kind: 'text',
      width: 130,
      drill: { to: 'document', type: 'documentType', id: 'documentId' },
    },
    { name: 'voucher', label: '记账凭证', english: 'Voucher', kind: 'text', width: 120 },
    { name: 'file', label: '原件', english: 'File', kind: 'text', width: 220 },
    { name: 'verdict', label: '完整性', english: 'Integrity', kind: 'text', width: 90 },
    { name: 'sha256', label: 'SHA-256', kind: 'text', width: 420 },
    { name: 'keptAt', label: '归档时间', english: 'Kept at', kind: 'text', width: 150 },
  ],
  files: {
    archive: { label: '归档包', english: 'Archive package', extension: 'zip', contentType: 'application/zip' },
  },
  help: '逐个重算原件的哈希并与归档时比对；归档包含原件、入账信息 XML、目录和凭证清单',
})
