import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { Problem, fieldProblem } from '../../../kernel/definition/problem.ts'
import type { ParametersOf } from '../../../kernel/definition/report.ts'
import { defineReportRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { makePdf } from '../../../kernel/print/make-pdf.ts'
import { drawSymbol } from '../../../kernel/print/template/symbols.ts'
import { labelSymbol } from '../rules/label-content.ts'
import type { LabelSymbol } from '../rules/label-content.ts'
import { goodsLabels, labelSizes } from './goods-labels.ts'

type Asked = ParametersOf<typeof goodsLabels>

interface Row {
  readonly code: string
  readonly name: string
  readonly spec: string | null
  readonly barcode: string | null
  readonly lot: string | null
  readonly serial: string | null
  readonly producedOn: string | null
  readonly expiresOn: string | null
}

const goodsColumns = `i.code, i.name, i.spec, i.barcode`
const lotColumns = `l.produced_on as "producedOn", l.expires_on as "expiresOn"`

/** One label a kind of goods: the item, its lot, each unit of it, or all that a document brought in. */
const labelled = (work: Work, asked: Asked): Promise<Row[]> => {
  if (asked.serialNumber) {
    return work.tx.rows(
      `select ${goodsColumns}, s.lot, s.number as serial, ${lotColumns} from stock_serial s join item i on i.company_id = $1 and i.id = s.item
       left join lot l on l.company_id = $1 and l.item = s.item and l.number = s.lot where s.company_id = $1 and s.number = $2`,
      [work.company, asked.serialNumber.trim()],
    )
  }
  if (asked.documentNumber) {
    return work.tx.rows(
      `select distinct ${goodsColumns}, e.lot, s.number as serial, ${lotColumns}
       from posting p join stock_entry e on e.company_id = $1 and e.posting_id = p.id and e.quantity > 0 and e.negates is null
       join item i on i.company_id = $1 and i.id = e.item
       left join lot l on l.company_id = $1 and l.item = e.item and l.number = e.lot
       left join stock_entry_serial s on s.company_id = $1 and s.entry = e.id
       where p.company_id = $1 and p.document_number = $2 order by 1, 5, 6`,
      [work.company, asked.documentNumber.trim()],
    )
  }
  if (asked.lot) {
    return work.tx.rows(
      `select ${goodsColumns}, l.number as lot, null as serial, ${lotColumns} from lot l join item i on i.company_id = $1 and i.id = l.item
       where l.company_id = $1 and l.id = $2`,
      [work.company, asked.lot],
    )
  }
  return work.tx.rows(
    `select ${goodsColumns}, null as lot, null as serial, null as "producedOn", null as "expiresOn" from item i
     where i.company_id = $1 and i.id = $2`,
    [work.company, asked.item ?? null],
  )
}

const millimetre = 72 / 25.4

const barsOf = (bars: readonly number[], width: number, height: number): Content => {
  const modules = bars.reduce((sum, one) => sum + one, 0)
  const module = Math.min(width / modules, 1.2)
  let x = 0
  const canvas = bars.flatMap((bar, index) => {
    const at = x
    x += bar * module
    return index % 2 === 0 ? [{ type: 'rect' as const, x: at, y: 0, w: bar * module, h: height, color: 'black' }] : []
  })
  return { canvas, margin: [(width - modules * module) / 2, 2, 0, 2] }
}

/** The label's words as a square of dots, GS1 data where they are; a printer at the scale of pharmacies and workshops reads no bars. */
const matrixOf = (text: string, side: number): Content => {
  const drawn = drawSymbol(text.startsWith('(') ? 'gs1DataMatrix' : 'dataMatrix', text)
  const module = side / (drawn?.across ?? 1)
  return {
    canvas: (drawn?.dark ?? []).map((part) => ({
      type: 'rect' as const,
      x: part.x * module,
      y: part.y * module,
      w: part.width * module,
      h: part.height * module,
      color: 'black',
    })),
    margin: [0, 3, 0, 2],
  }
}

const codeOf = (
  { text, link, bars }: LabelSymbol,
  { isMatrix, isQr, width, height }: { isMatrix: boolean; isQr: boolean; width: number; height: number },
): Content => {
  if (isMatrix) return matrixOf(text, Math.min(width, height * 0.45))
  return isQr
    ? { qr: link, fit: Math.min(width, height * 0.55), margin: [0, 3, 0, 0] }
    : barsOf(bars, width, height * 0.35)
}

const labelOf = (row: Row, asked: Asked, size: { readonly width: number; readonly height: number }): Content => {
  const symbol = labelSymbol(row)
  const width = (size.width - 4) * millimetre
  const height = (size.height - 4) * millimetre
  const words = [
    ...(row.lot === null ? [] : [`批号 ${row.lot}`]),
    ...(row.serial === null ? [] : [`序列号 ${row.serial}`]),
    ...(row.expiresOn === null ? [] : [`有效期至 ${row.expiresOn}`]),
  ]
  const small = size.height < 35 ? 5.5 : size.height > 60 ? 11 : 7
  const isMatrix = asked.symbol === 'dataMatrix'
  const isQr = !isMatrix && (asked.symbol === 'qr' || symbol.bars.length === 0)
  return [
    { text: row.name, fontSize: small + 2.5, noWrap: true },
    { text: [row.code, row.spec ?? ''].filter(Boolean).join('  '), fontSize: small },
    ...(words.length === 0 ? [] : [{ text: words.join('  '), fontSize: small }]),
    codeOf(symbol, { isMatrix, isQr, width, height }),
    { text: symbol.text, fontSize: small - 0.5, alignment: isQr || isMatrix ? 'left' : 'center' },
  ]
}

const mostLabels = 3000

const labels = async (asked: Asked, work: Work, size: { readonly width: number; readonly height: number }) => {
  const rows = await labelled(work, asked)
  const copies = Math.max(1, asked.copies ?? 1)
  if (rows.length === 0 || rows.length * copies > mostLabels) {
    const [zh, en] =
      rows.length === 0
        ? ['没有可打印的标签，请选商品、批次、序列号或入库单号', 'there is nothing to label']
        : [`一次最多 ${mostLabels} 张标签`, `at most ${mostLabels} labels at once`]
    throw new Problem('invalid', { zh, en }, [fieldProblem('copies', zh, en)])
  }
  const all = rows.flatMap((row) => Array.from({ length: copies }, () => row))
  const definition: TDocumentDefinitions = {
    pageSize: { width: size.width * millimetre, height: size.height * millimetre },
    pageMargins: 2 * millimetre,
    content: all.map((row, index) => ({
      stack: [labelOf(row, asked, size)],
      ...(index === 0 ? {} : { pageBreak: 'before' as const }),
    })),
  }
  // The font is made once a start; labels need no other folder.
  return new Uint8Array(await makePdf(definition, join(tmpdir(), 'suanpan-labels')))
}

export const runGoodsLabels = {
  ...defineReportRun(goodsLabels, async (parameters, work) => {
    const rows = await labelled(work, parameters)
    return {
      rows: rows.map((row) => ({
        itemName: `${row.code} ${row.name}`,
        lot: row.lot,
        serialNumber: row.serial,
        expiresOn: row.expiresOn,
        content: parameters.symbol === 'qr' ? labelSymbol(row).link : labelSymbol(row).text,
      })),
    }
  }),
  files: {
    label40x30: (asked: Asked, work: Work) => labels(asked, work, labelSizes.label40x30),
    label60x40: (asked: Asked, work: Work) => labels(asked, work, labelSizes.label60x40),
    label100x70: (asked: Asked, work: Work) => labels(asked, work, labelSizes.label100x70),
  },
}
