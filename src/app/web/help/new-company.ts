import { requestJson } from '../../../ui/api/client.ts'

/** Makes an empty company under a code that nobody has, and answers its id. */
export async function newCompany(name: string): Promise<string> {
  const code = `C${Date.now().toString(36).toUpperCase()}`
  const { id } = await requestJson<{ readonly id: string }>('company', { method: 'POST', body: { code, name } })
  return id
}
