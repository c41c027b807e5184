import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { chineseFont } from './font.ts'

/** Makes a PDF of what is given, in the Chinese font; the name of the font is `Noto`. */
export const makePdf = async (definition: TDocumentDefinitions, dataDir: string): Promise<Buffer> => {
  // Loaded when it is first asked for: it is large, and a restart must not wait for it.
  const { default: pdfmake } = await import('pdfmake')
  const font = chineseFont(dataDir)
  const bold = chineseFont(dataDir, 700)
  pdfmake.addFonts({ Noto: { normal: font, bold, italics: font, bolditalics: bold } })
  // Nothing on paper leads outside: no pictures by address, no files but the fonts.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path: string) => path === font || path === bold)
  return pdfmake
    .createPdf({ ...definition, defaultStyle: { font: 'Noto', fontSize: 8, ...definition.defaultStyle } })
    .getBuffer()
}
