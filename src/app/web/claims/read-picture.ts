type Detected = { readonly rawValue: string }
type Detector = { detect: (source: ImageBitmap) => Promise<readonly Detected[]> }
type DetectorClass = new (options: { formats: readonly string[] }) => Detector

/** The text of the QR code on a photo of an invoice; null where there is none, or where the browser reads no codes. */
export async function readPicture(file: File): Promise<string | null> {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector')
  if (typeof found !== 'function' || !file.type.startsWith('image/')) return null
  try {
    const picture = await createImageBitmap(file)
    const [code] = await new (found as DetectorClass)({ formats: ['qr_code'] }).detect(picture)
    picture.close()
    return code?.rawValue ?? null
  } catch {
    return null
  }
}
