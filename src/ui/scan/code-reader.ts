/** A code that stands on a picture. */
export type DetectedCode = { readonly rawValue: string }

/** Reads the codes of a picture: bars, QR, DataMatrix. */
export type CodeReader = {
  readonly detect: (picture: HTMLVideoElement | ImageBitmap) => Promise<readonly DetectedCode[]>
}

type ReaderClass = new () => CodeReader

const own = (): ReaderClass | undefined => {
  const found: unknown = Reflect.get(globalThis, 'BarcodeDetector')
  return typeof found === 'function' ? (found as ReaderClass) : undefined
}

const brought = async (): Promise<ReaderClass> => {
  const [{ BarcodeDetector, prepareZXingModule }, { default: program }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  // The program comes from our own server: nothing is fetched from elsewhere.
  prepareZXingModule({ overrides: { locateFile: () => program } })
  return BarcodeDetector
}

/** The browser's own reader of codes; where it has none, ours, which is loaded when it is first asked for. */
export async function codeReader(): Promise<CodeReader> {
  const Reader = own() ?? (await brought())
  return new Reader()
}
