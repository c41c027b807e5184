import { text } from '../../../kernel/definition/field.ts'
import { defineCall } from '../../../kernel/definition/call.ts'

/** 收票: reads the invoices in uploaded files and enters each once. */
export const receiveInvoiceFiles = defineCall({
  name: 'receiveInvoiceFiles',
  label: '收票',
  english: 'Receive invoices',
  right: 'incomingInvoice.create',
  parameters: {
    files: text({
      label: '文件',
      english: 'Files',
      required: true,
      maxLength: 4000,
      help: '先上传（POST /api/files），再填各文件的 id，以逗号分隔',
    }),
  },
})
