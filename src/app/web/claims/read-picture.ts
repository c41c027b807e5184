import { codeReader } from '../../../ui/scan/code-reader.ts'

/** The text of the code on a photo of an invoice; null where there is none, or where the photo cannot be read. */
export async function readPicture(file: File): Promise<string | null> {
  if (!file.type.startsWith('image/')) return null
  try {
    const picture = await createImageBitmap(file)
    const [code] = await (await codeReader()).detect(picture)
    picture.close()
    return code?.rawValue ?? null
  } catch {
    return null
  }
}
