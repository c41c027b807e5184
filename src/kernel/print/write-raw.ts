import { Decimal, decimal } from '../../base/decimal.ts'
import { notFound } from '../definition/problem.ts'
import { findEntity } from '../documents/entities.ts'
import type { Work } from '../posting/work.ts'
import { printer, printerLanguages } from './printer.ts'
import type { PrinterLanguage } from './printer.ts'
import type { PlacedPrinting } from './print-with-template.ts'
import { writeEscPos } from './raw/escpos.ts'
import { writeEscp } from './raw/escp.ts'
import { writeTspl } from './raw/tspl.ts'
import { writeZpl } from './raw/zpl.ts'
import type { Offset } from './template/layout.ts'
import { offsetPages } from './template/print-layout.ts'

/** A printer as printing needs it. */
export interface ChosenPrinter {
  readonly code: string
  readonly name: string
  readonly language: PrinterLanguage
  readonly cut: boolean
  readonly drawer: boolean
  readonly offset: Offset
}

export const isPrinterLanguage = (text: string): text is PrinterLanguage => Object.hasOwn(printerLanguages, text)

/** A printer of no company: its language alone, for a file that is carried to it. */
export const printerOf = (language: PrinterLanguage): ChosenPrinter => ({
  code: '',
  name: language,
  language,
  cut: true,
  drawer: false,
  offset: { x: 0, y: 0 },
})

const millimetres = (value: unknown): number => (Decimal.isDecimal(value) ? value : decimal(0)).toNumber()

/** The printer by its id or code. Throws where there is none, or it is not in use. */
export const printerNamed = async (work: Work, key: string): Promise<ChosenPrinter> => {
  const { header } = await findEntity(work, printer, key)
  if (header['disabled'] === true) throw notFound('打印机已停用', 'The printer is not in use')
  const language = String(header['language'])
  return {
    code: String(header['code']),
    name: String(header['name']),
    language: isPrinterLanguage(language) ? language : 'escp',
    cut: header['cut'] === true,
    drawer: header['drawer'] === true,
    offset: { x: millimetres(header['offsetX']), y: millimetres(header['offsetY']) },
  }
}

/** A printing in the commands of a printer, moved by how far that is off: as the template says for it, else as itself says. */
export const writeRaw = ({ pages, layout }: PlacedPrinting, to: ChosenPrinter): Uint8Array<ArrayBuffer> => {
  const placed = offsetPages(pages, layout.offsets[to.code] ?? to.offset)
  switch (to.language) {
    case 'escpos':
      return writeEscPos(placed, to)
    case 'zpl':
      return writeZpl(placed)
    case 'tspl':
      return writeTspl(placed)
    default:
      return writeEscp(placed)
  }
}
