import type { CellProblem, ImportOutcome } from '../../src/kernel/transfer/import-outcome.ts'
import type { ImportPlan } from '../../src/kernel/transfer/import-plan.ts'
import type { TestClient } from '../../src/kernel/http/testing/client.ts'
import { upload } from '../../src/kernel/transfer/testing/upload.ts'

/** What an import answers to a person. */
export type ImportReply = Omit<ImportOutcome, 'errors'> & {
  readonly status: number
  readonly ok: boolean
  readonly job?: string
  readonly errors: readonly (Omit<CellProblem, 'message'> & { readonly message: string })[]
}

/** Sends a file to be imported, as the page does. */
export const sendFile = async (
  client: TestClient,
  address: string,
  content: Buffer | string,
  plan: ImportPlan = {},
  query = '',
): Promise<ImportReply> => {
  const fields = { plan: JSON.stringify(plan) }
  const reply = await upload(client, `/api/imports/${address}?${query}`, 'file.xls', content, fields)
  return { status: reply.status, ...(JSON.parse(reply.text) as Omit<ImportReply, 'status'>) }
}
