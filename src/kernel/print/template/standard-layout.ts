import { writtenColumn } from '../written-total.ts'
import type { AnyRecord } from './print-names.ts'
import type { FieldElement, Layout, LayoutElement, Paper, TableColumn, TemplateKind } from './layout.ts'
import { emptyLayout } from './layout.ts'
import { isFigure } from './format-value.ts'
import type { PrintName } from './print-data.ts'

/** The papers that the shipped templates stand on, in millimetres. */
export const standardPapers = {
  a4: { kind: 'document', label: 'A4', english: 'A4', width: 210, height: 297 },
  a5: { kind: 'document', label: 'A5 横向', english: 'A5 landscape', width: 210, height: 148 },
  '241': {
    kind: 'document',
    label: '241×139.7 二等分（三联）',
    english: '241×139.7 three parts',
    width: 241,
    height: 139.7,
  },
  '241-93': { kind: 'document', label: '241×93.1 三等分', english: '241×93.1', width: 241, height: 93.1 },
  '241-279': { kind: 'document', label: '241×279.4 整张', english: '241×279.4', width: 241, height: 279.4 },
  receipt80: { kind: 'receipt', label: '80 mm 小票', english: '80 mm receipt', width: 80, height: 0 },
  receipt58: { kind: 'receipt', label: '58 mm 小票', english: '58 mm receipt', width: 58, height: 0 },
  label60x40: { kind: 'label', label: '标签 60×40', english: 'Label 60×40', width: 60, height: 40 },
  label40x30: { kind: 'label', label: '标签 40×30', english: 'Label 40×30', width: 40, height: 30 },
  labelA4: { kind: 'label', label: 'A4 标签 3×8', english: 'A4 labels 3×8', width: 70, height: 37 },
} as const satisfies Readonly<Record<string, Paper & { kind: TemplateKind; label: string; english: string }>>
export type StandardPaper = keyof typeof standardPapers

export const isStandardPaper = (name: string): name is StandardPaper => Object.hasOwn(standardPapers, name)

type Partly<E extends LayoutElement> = Omit<E, 'id' | 'when' | 'pages'> & Partial<Pick<E, 'when' | 'pages'>>
type Part = { [K in LayoutElement['kind']]: Partly<Extract<LayoutElement, { kind: K }>> }[LayoutElement['kind']]

/** A tenth of a millimetre is as fine as anyone measures. */
const tenth = (millimetres: number): number => Math.round(millimetres * 10) / 10

const numbered = (parts: readonly Part[]): LayoutElement[] =>
  parts.map((part, at) => ({
    when: '',
    pages: 'every',
    ...part,
    x: tenth(part.x),
    y: tenth(part.y),
    width: tenth(part.width),
    height: tenth(part.height),
    id: `e${at + 1}`,
  }))

const words = (
  text: string,
  [x, y, width, height]: readonly [number, number, number, number],
  size: number,
  align: 'left' | 'center' | 'right' = 'left',
  bold = false,
): Part => ({ kind: 'text', text, x, y, width, height, size, align, bold })

const field = (
  name: Pick<PrintName, 'path' | 'label'>,
  [x, y, width, height]: readonly [number, number, number, number],
  size: number,
): Partly<FieldElement> => ({
  kind: 'field',
  path: name.path,
  label: `${name.label}：`,
  x,
  y,
  width,
  height,
  size,
  align: 'left',
  bold: false,
  format: 'plain',
})

/** How wide a column is beside others, by what it holds. */
const weights: Readonly<Partial<Record<PrintName['kind'], number>>> = {
  quantity: 15,
  price: 17,
  money: 22,
  percent: 12,
  integer: 10,
  date: 20,
  boolean: 10,
}

const widthOf = ({ path, kind, label }: PrintName): number => {
  if (path === 'unit') return 12
  if (path.endsWith('.code')) return 22
  return Math.max(weights[kind] ?? (kind === 'ref' ? 34 : 24), 2 + label.length * 3.4)
}

const columnOf = (name: PrintName): TableColumn => ({
  path: name.path,
  label: name.label,
  width: widthOf(name),
  align: isFigure(name) ? 'right' : 'left',
  format: 'plain',
  total: name.kind === 'money' || name.kind === 'quantity',
})

/** Columns of a table worth their room: what every trade shows first, computed doublings left out. */
const columnsOf = (definition: AnyRecord, table: string, names: readonly PrintName[], most: number): TableColumn[] => {
  const fields = definition.tables[table]?.fields ?? {}
  const main = Object.entries(fields).find(([, one]) => one.kind === 'ref' && one.required)?.[0]
  const own = names.filter((name) => name.table === table)
  const wanted = ['lineNo', ...(main === undefined ? [] : [`${main}.code`, main, `${main}.spec`])]
  const usual = [
    'unit',
    'quantity',
    'price',
    'discountRate',
    'taxRate',
    'net',
    'tax',
    'gross',
    'amount',
    'remark',
    'note',
  ]
  const others = own
    .map((name) => name.path)
    .filter(
      (path) =>
        !path.includes('.') &&
        !wanted.includes(path) &&
        !usual.includes(path) &&
        (fields[path]?.computed !== true || fields[path]?.formula !== undefined),
    )
  const order = [...wanted, ...usual, ...others]
  const found = order.flatMap((path) => own.find((name) => name.path === path) ?? [])
  const figures = new Set(definition.sort === 'document' ? definition.totals : [])
  return found
    .slice(0, most)
    .map((name) => columnOf(name))
    .map((column) =>
      figures.size > 0 && !figures.has(column.path)
        ? { ...column, total: column.total && column.path !== 'net' }
        : column,
    )
}

const mainTable = (definition: AnyRecord): string | undefined => Object.keys(definition.tables)[0]

const headNames = (definition: AnyRecord, names: readonly PrintName[], most: number): PrintName[] => {
  const [first, ...fields] = Object.entries(definition.sort === 'document' ? definition.header : definition.fields)
    .filter(([, one]) => (one.computed !== true || one.formula !== undefined) && one.kind !== 'boolean')
    .map(([name]) => name)
  const order = [first ?? '', 'number', 'date', ...fields]
  const own = names.filter((name) => name.table === null)
  return order.flatMap((path) => own.find((name) => name.path === path) ?? []).slice(0, most)
}

const inWordsName = (definition: AnyRecord, names: readonly PrintName[]): PrintName | undefined => {
  const table = mainTable(definition)
  const column = definition.sort === 'document' ? writtenColumn(definition) : undefined
  return names.find((name) => name.path === `sum.${table ?? ''}.${column ?? ''}`)
}

/** Forms of 241 mm hold the same number of rows each; their three parts go by the colours of the trade. */
const rowsOf: Readonly<Partial<Record<StandardPaper, number>>> = { '241': 8, '241-93': 5, '241-279': 24 }

const documentLayout = (definition: AnyRecord, names: readonly PrintName[], paper: StandardPaper): Layout => {
  const { width, height } = standardPapers[paper]
  const isForm = paper.startsWith('241')
  const [left, top] = isForm ? [16, paper === '241-93' ? 3 : 5] : [12, 10]
  const inner = width - 2 * left - (isForm ? 6 : 0)
  const isLow = paper === '241-93'
  const third = inner / 3
  const head = headNames(definition, names, isLow ? 3 : isForm ? 6 : 9)
  const headTop = top + (isLow ? 11 : 16)
  const headRows = Math.ceil(head.length / 3)
  const step = isLow ? 4.6 : 5.2
  const tableTop = headTop + headRows * step + 1
  const table = mainTable(definition)
  const columns = table === undefined ? [] : columnsOf(definition, table, names, 11)
  const rows = rowsOf[paper] ?? 0
  const rowHeight = isLow ? 5 : 6
  const hasTotals = columns.some((column) => column.total)
  const footHeight = isLow ? 12 : 20
  const tableHeight = rows > 0 ? rowHeight * (rows + 1 + (hasTotals ? 2 : 0)) : height - tableTop - footHeight - top
  const foot = tableTop + tableHeight + 1.5
  const total = inWordsName(definition, names)
  const isDocument = definition.sort === 'document'
  return {
    ...emptyLayout({ width, height }),
    elements: numbered([
      words('{company.name}', [left, top, inner, 6], isLow ? 11 : 13, 'center', true),
      words(definition.label, [left, top + (isLow ? 5 : 7), inner, 7], isLow ? 12 : 15, 'center', true),
      ...(isDocument
        ? [
            words('第 {prints} 次打印', [left, top + 8, 40, 4], 8),
            words('第 {page} 页 / 共 {pages} 页', [left + inner - 40, top + 8, 40, 4], 8, 'right'),
          ]
        : []),
      ...head.map((name, at) =>
        field(name, [left + (at % 3) * third, headTop + Math.floor(at / 3) * step, third - 2, step], 9),
      ),
      ...(table === undefined
        ? []
        : [
            {
              kind: 'table' as const,
              table,
              columns,
              x: left,
              y: tableTop,
              width: inner,
              height: tableHeight,
              size: isForm ? 9 : 9,
              headHeight: rowHeight,
              rowHeight,
              rows,
              fill: rows > 0,
              grow: rows === 0,
              pageTotals: hasTotals,
              totals: hasTotals,
              ruled: true,
            },
          ]),
      ...(total === undefined
        ? []
        : [
            {
              ...field({ ...total, label: '合计大写' }, [left, foot, inner - 50, 5], 9),
              format: 'words' as const,
              pages: 'last' as const,
            },
            {
              ...field({ ...total, label: '' }, [left + inner - 50, foot, 50, 5], 9),
              label: '',
              align: 'right' as const,
              format: 'yuan' as const,
              pages: 'last' as const,
            },
          ]),
      ...(isDocument
        ? [
            ...(isLow ? [] : [words('备注：{remark}', [left, foot + 5.5, inner, 5], 9)]),
            words('制单：{createdBy}', [left, foot + (isLow ? 5 : 11), third, 5], 9),
            words('审核：{postedBy}', [left + third, foot + (isLow ? 5 : 11), third, 5], 9),
            words('客户签字：', [left + 2 * third, foot + (isLow ? 5 : 11), third, 5], 9),
          ]
        : []),
      ...(isForm
        ? [
            words(
              ['白', '存', '根', ' ', '红', '客', '户', ' ', '黄', '财', '务'].join('\n'),
              [left + inner + 1, tableTop, 8, isLow ? 40 : 56],
              isLow ? 6 : 8,
            ),
          ]
        : []),
    ]),
  }
}

const receiptLayout = (definition: AnyRecord, names: readonly PrintName[], paper: StandardPaper): Layout => {
  const { width } = standardPapers[paper]
  const left = 3
  const inner = width - 2 * left
  const table = mainTable(definition)
  const main = Object.entries(definition.tables[table ?? '']?.fields ?? {}).find(
    ([, one]) => one.kind === 'ref' && one.required,
  )?.[0]
  const wanted = [main ?? 'item', 'quantity', 'price', 'gross']
  const columns = wanted.flatMap((path) => {
    const name = names.find((one) => one.table === table && one.path === path)
    return name === undefined ? [] : [{ ...columnOf(name), width: path === main ? inner * 0.4 : inner * 0.2 }]
  })
  const total = inWordsName(definition, names)
  const line = (y: number): Part => ({ kind: 'line', x: left, y, width: inner, height: 0, thickness: 0.2 })
  return {
    ...emptyLayout({ width, height: 0 }),
    elements: numbered([
      words('{company.name}', [left, 3, inner, 6], 12, 'center', true),
      words(definition.label, [left, 9.5, inner, 5], 10, 'center'),
      words('{number}', [left, 15, inner, 4], 8),
      words('{printedAt} {createdBy}', [left, 19, inner, 4], 8),
      line(23.5),
      ...(table === undefined
        ? []
        : [
            {
              kind: 'table' as const,
              table,
              columns,
              x: left,
              y: 24,
              width: inner,
              height: 10,
              size: 8,
              headHeight: 5,
              rowHeight: 5,
              rows: 0,
              fill: false,
              grow: true,
              pageTotals: false,
              totals: false,
              ruled: false,
            },
          ]),
      line(34.5),
      ...(total === undefined
        ? []
        : [
            {
              ...field(total, [left, 35.5, inner, 6], 12),
              label: '合计 ',
              align: 'right' as const,
              format: 'yuan' as const,
              bold: true,
            },
          ]),
      words('谢谢惠顾', [left, 43, inner, 5], 9, 'center'),
    ]),
  }
}

const labelLayout = (definition: AnyRecord, names: readonly PrintName[], paper: StandardPaper): Layout => {
  const { width, height } = standardPapers[paper]
  const code = definition.sort === 'document' ? 'number' : 'code'
  const further = headNames(definition, names, 20).filter(
    ({ path, kind }) => path !== code && path !== 'name' && kind !== 'longText',
  )
  const side = Math.min(height - 14, width * 0.38)
  const right = 2 + side + 2
  const size = height < 35 ? 7 : 8
  return {
    ...emptyLayout({ width, height }),
    sheet:
      paper === 'labelA4' ? { width: 210, height: 297, across: 3, down: 8, left: 0, top: 0.5, gapX: 0, gapY: 0 } : null,
    elements: numbered([
      words('{company.name}', [2, 1.5, width - 4, 3.5], size - 1),
      words(definition.sort === 'document' ? definition.label : '{name}', [2, 5, width - 4, 5], size + 2, 'left', true),
      { kind: 'barcode', symbol: 'qr', text: `{${code}}`, readable: false, x: 2, y: 11, width: side, height: side },
      words(`{${code}}`, [right, 11, width - right - 2, 4], size),
      ...further.slice(0, 3).map((name, at) => field(name, [right, 15.5 + at * 4.2, width - right - 2, 4], size - 1)),
    ]),
  }
}

/** A template as the product ships it for a type: what the company copies and changes. */
export const standardLayout = (definition: AnyRecord, names: readonly PrintName[], paper: StandardPaper): Layout => {
  switch (standardPapers[paper].kind) {
    case 'receipt':
      return receiptLayout(definition, names, paper)
    case 'label':
      return labelLayout(definition, names, paper)
    default:
      return documentLayout(definition, names, paper)
  }
}
