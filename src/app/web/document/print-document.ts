import { request } from '../../../ui/api/client.ts'
import { ApiProblem } from '../../../ui/api/problem.ts'
import { showToast } from '../../../ui/control/toast.tsx'
import type { DocumentAnswer } from './document-answer.ts'

/** Prints the document's paper; where the server makes none, the page itself. */
export async function printDocument(address: string, answer: DocumentAnswer | null): Promise<void> {
  if (answer === null) return
  try {
    const response = await request(`${address}/${answer.id}/print`)
    const url = URL.createObjectURL(await response.blob())
    globalThis.open(url, '_blank')
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) globalThis.print()
    else showToast('error', error instanceof Error ? error.message : String(error))
  }
}
