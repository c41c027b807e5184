import { request, type ListQuery } from '../../../ui/api/client.ts'
import { showToast } from '../../../ui/control/toast.tsx'

function nameIn(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1]
  if (encoded !== undefined) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/.exec(header ?? '')?.[1] ?? null
}

/** Fetches a file and hands it to the browser's downloads; what goes wrong is said. */
export async function download(path: string, query: ListQuery, fallbackName: string): Promise<void> {
  try {
    const response = await request(path, { query })
    const url = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = url
    link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  } catch (error) {
    showToast('error', error instanceof Error ? error.message : String(error))
  }
}
