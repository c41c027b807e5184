/** The kinds of file that the product knows by their content. */
export type ContentType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'application/pdf'
  | 'application/ofd'
  | 'application/zip'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.ms-excel'
  | 'application/xml'
  | 'text/plain'

const magic: readonly { readonly type: ContentType; readonly bytes: readonly number[]; readonly at?: number }[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  // An OLE compound file; of those only old Excel workbooks are of use here.
  { type: 'application/vnd.ms-excel', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
]

const inline: ReadonlySet<ContentType> = new Set<ContentType>([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
])

/**
 * What a file is, by its content and never by its name; undefined for content the product does not know. Text is UTF-8 or
 * GB18030 without control characters; HTML and SVG are text as well, so that nothing uploaded runs in a browser.
 */
export function contentTypeOf(bytes: Uint8Array): ContentType | undefined {
  const known = magic.find(({ bytes: expected, at = 0 }) => startsWith(bytes, expected, at))
  if (known !== undefined) return known.type
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04], 0) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06], 0)) {
    return packageType(entryNames(bytes))
  }
  const text = utf16Of(bytes) ?? textOf(bytes)
  if (text === undefined) return undefined
  return /^\uFEFF?<\?xml\s/.test(text) ? 'application/xml' : 'text/plain'
}

/** Whether a browser may show the file in place; everything else is only ever sent as a download. */
export function isShownInline(type: ContentType): boolean {
  return inline.has(type)
}

function startsWith(bytes: Uint8Array, expected: readonly number[], at: number): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte)
}

function packageType(names: readonly string[]): ContentType {
  if (names.includes('OFD.xml')) return 'application/ofd'
  if (names.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  if (names.includes('word/document.xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  }
  return 'application/zip'
}

const endLength = 22
const longestComment = 0xffff
const entryLength = 46

/** The names in a zip's directory, which lies at its end; none when it is cut short. */
function entryNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end === undefined) return []
  const names: string[] = []
  let place = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (place + entryLength > view.byteLength || view.getUint32(place, true) !== 0x02014b50) break
    const nameLength = view.getUint16(place + 28, true)
    names.push(new TextDecoder().decode(bytes.subarray(place + entryLength, place + entryLength + nameLength)))
    place += entryLength + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true)
  }
  return names
}

function directoryEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength
  for (let place = last; place >= 0 && place >= last - longestComment; place -= 1) {
    if (view.getUint32(place, true) === 0x06054b50) return place
  }
  return undefined
}

/** Tabs, line ends and form feeds are text; other control characters are not. Neither encoding uses these bytes otherwise. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f
}

function textOf(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
      return bytes.some(isControl) ? undefined : text
    } catch {
      // Not this encoding; the next one may fit.
    }
  }
  return undefined
}

/** Text that says by its mark that it is UTF-16, as Excel's “Unicode text”. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const isLittle = startsWith(bytes, [0xff, 0xfe], 0)
  if (!isLittle && !startsWith(bytes, [0xfe, 0xff], 0)) return undefined
  try {
    const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be', { fatal: true }).decode(bytes)
    return Array.from(text).some((letter) => isControl(letter.codePointAt(0) ?? 0)) ? undefined : text
  } catch {
    return undefined
  }
}
