import { fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import { enqueue } from '../../../kernel/jobs/job-runner.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { readInvoiceFiles } from '../reading/read-files.ts'
import { verifyInvoices } from './verify-invoices.ts'
import { receiveInvoiceFiles } from './receive-files.ts'
import { receiveInvoices, receivedJson } from './receive-invoices.ts'

const mostFiles = 100

interface StoredRow {
  readonly id: string
  readonly name: string
  readonly sha256: string
}

const storedFiles = async (work: Work, ids: readonly string[]): Promise<StoredRow[]> => {
  const rows = await work.tx.rows<StoredRow>(
    `select id, name, sha256 from stored_file where company_id = $1 and id::text = any($2) and created_by = $3`,
    [work.company, ids, work.actor.name],
  )
  const missing = ids.filter((id) => !rows.some((row) => row.id === id))
  if (missing.length === 0) return rows
  throw invalid('文件没有上传完', 'A file is not there', [
    fieldProblem('files', `没有这个文件：${missing[0] ?? ''}，请先上传`, 'there is no such file; upload it first'),
  ])
}

export const runReceiveInvoiceFiles = defineCallRun(receiveInvoiceFiles, async ({ files }, work) => {
  const ids = [...new Set((files ?? '').split(/[,，\s]+/).filter((id) => id !== ''))]
  if (ids.length === 0 || ids.length > mostFiles) {
    throw invalid('没有收到文件', 'No files were given', [
      fieldProblem('files', `请选择 1 到 ${mostFiles} 个文件；更多请打成压缩包`, `give 1 to ${mostFiles} files`),
    ])
  }
  const rows = await storedFiles(work, ids)
  const read = await Promise.all(
    rows.map(async (row) => readInvoiceFiles({ name: row.name, bytes: await work.files.read(row.sha256) })),
  )
  const results = await receiveInvoices(work, read.flat())
  if (results.some((result) => result.state === 'received')) {
    await enqueue(work.tx, work, verifyInvoices.name, {})
  }
  return { files: receivedJson(results) }
})
