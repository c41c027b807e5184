import type { CellProblem, ImportOutcome } from '../../src/kernel/transfer/import-outcome.ts'
import type { ImportPlan } from '../../src/kernel/transfer/import-plan.ts'
import type { TestClient } from '../../src/kernel/http/testing/client.ts'

/** What an import answers to a person. */
export type ImportReply = Omit<ImportOutcome, 'errors'> & {
  readonly status: number
  readonly ok: boolean
  readonly job?: string
  readonly errors: readonly (Omit<CellProblem, 'message'> & { readonly message: string })[]
}

const boundary = 'xxSuanpanxx'

/** Sends a file to be imported, as the page does. */
export const sendFile = async (
  client: TestClient,
  address: string,
  content: Buffer | string,
  plan: ImportPlan = {},
  query = '',
): Promise<ImportReply> => {
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="plan"\r\n\r\n${JSON.stringify(plan)}\r\n` +
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="file.xls"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const reply = await client.ask('POST', `/api/imports/${address}?${query}`, body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
  return { status: reply.status, ...(JSON.parse(reply.text) as Omit<ImportReply, 'status'>) }
}
