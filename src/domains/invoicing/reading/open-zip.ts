import JSZip from 'jszip'
import { unreadable } from './read-invoice.ts'

export interface ZippedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const mostFiles = 500
const mostBytes = 100 * 1024 * 1024

/** The files in a zip, no more than a month of invoices has: a small file that swells is refused before it fills the memory. */
export const openZip = async (bytes: Uint8Array): Promise<ZippedFile[]> => {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw unreadable('压缩包打不开', 'The zip cannot be opened')
  })
  const entries = Object.values(zip.files).filter((entry) => !entry.dir)
  if (entries.length > mostFiles) throw unreadable(`压缩包里多于 ${mostFiles} 个文件，请分批上传`, 'Too many files')
  const files: ZippedFile[] = []
  let total = 0
  for (const entry of entries) {
    const content = await entry.async('uint8array', () => {})
    total += content.byteLength
    if (total > mostBytes) throw unreadable('压缩包解开后超过 100 MB，请分批上传', 'The zip is too large')
    files.push({ name: entry.name, bytes: content })
  }
  return files
}
