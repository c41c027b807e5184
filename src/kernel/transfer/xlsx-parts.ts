import type { ColumnKind } from '../definition/report.ts'
import { numberFormats } from './sheet.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const spelled: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '\t',
  '\n': '\n',
}
const special = /[&<>"\p{Cc}\u{fffe}\u{ffff}]/u
const everySpecial = new RegExp(special.source, 'gu')

/** Text as XML spells it, without the control characters that it cannot hold. */
export const xmlText = (text: string): string =>
  special.test(text) ? text.replace(everySpecial, (one) => spelled[one] ?? '') : text

const kinds = Object.keys(numberFormats)
const firstOwnFormat = 164

/** The style of a cell: of no kind plain text, else its kind's format; bold in heads and totals. */
export const styleOf = (kind: ColumnKind | undefined, bold: boolean): number =>
  (kind === undefined ? 0 : kinds.indexOf(kind) + 1) + (bold ? kinds.length + 1 : 0)

const formatOf = (index: number, bold: boolean): string =>
  `<xf numFmtId="${index === 0 ? 0 : firstOwnFormat + index - 1}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`

const formats = [false, true].flatMap((bold) => ['', ...kinds].map((_, index) => formatOf(index, bold)))

const font = (bold: boolean) => `<font>${bold ? '<b/>' : ''}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`

/** All styles that a table's cells have. */
export const stylesPart = `${head}<styleSheet xmlns="${main}"><numFmts count="${kinds.length}">${Object.values(
  numberFormats,
)
  .map((code, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${xmlText(code)}"/>`)
  .join(
    '',
  )}</numFmts><fonts count="2">${font(false)}${font(true)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** A sheet of a workbook as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  /** Not even offered where hidden sheets are shown. */
  readonly hidden: boolean
}

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`

const override = (path: string, type: string) =>
  `<Override PartName="/${path}" ContentType="${spreadsheet}.${type}+xml"/>`

/** What is in the package beside the sheets themselves: path and text. */
export const packageParts = (sheets: readonly ListedSheet[]): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${sheets.map((_, index) => override(sheetPath(index), 'worksheet')).join('')}</Types>`,
  ],
  [
    '_rels/.rels',
    `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId0" Type="${office}/styles" Target="styles.xml"/>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name, hidden }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${hidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`).join('')}</sheets><calcPr calcId="171027" fullCalcOnLoad="1"/></workbook>`,
  ],
  ['xl/styles.xml', stylesPart],
]

/** What a sheet's text begins with: how many rows stay in sight, and how wide the columns are. */
export const sheetBegin = (frozen: number, columns: readonly { readonly width: number; readonly style: number }[]) => {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  const view = `<sheetViews><sheetView workbookViewId="0">${frozen > 0 ? pane : ''}</sheetView></sheetViews>`
  const wide = columns.map(
    ({ width, style }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}">${view}<sheetFormatPr defaultRowHeight="15"/>${wide.length > 0 ? `<cols>${wide.join('')}</cols>` : ''}<sheetData>`
}

export const sheetEnd = '</sheetData></worksheet>'
