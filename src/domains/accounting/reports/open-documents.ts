import { defineReport } from '../../../kernel/definition/report.ts'

/** 待办单据: of every type of document, how many wait to be finished, approved or carried on. */
export const openDocuments = defineReport({
  name: 'openDocuments',
  label: '待办单据',
  english: 'Open documents',
  parameters: {},
  columns: [
    { name: 'label', label: '单据', english: 'Document', kind: 'text', width: 180 },
    { name: 'draft', label: '草稿', english: 'Draft', kind: 'integer', total: true, width: 100 },
    { name: 'submitted', label: '待审核', english: 'Submitted', kind: 'integer', total: true, width: 100 },
    { name: 'open', label: '未执行完', english: 'Not carried on', kind: 'integer', total: true, width: 100 },
  ],
})
