import { requestJson } from '../../../ui/api/client.ts'

/** Uploads one file; answers the id that processes and calls take. */
export async function uploadFile(file: File): Promise<string> {
  const body = new FormData()
  body.append('file', file, file.name)
  return (await requestJson<{ readonly id: string }>('files', { method: 'POST', body })).id
}
