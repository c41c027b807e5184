import type { Json } from '../../../base/json.ts'
import { fieldProblem } from '../../definition/problem.ts'
import type { FieldProblem } from '../../definition/problem.ts'
import { typeOfExpression } from '../../expression/check.ts'
import type { Names } from '../../expression/check.ts'
import { parseExpression } from '../../expression/parse.ts'
import { ExpressionError } from '../../expression/tokens.ts'
import { symbolKinds, valueFormats } from './layout.ts'
import type {
  LabelSheet,
  Layout,
  LayoutElement,
  Offset,
  SymbolKind,
  TableColumn,
  TextStyle,
  ValueFormat,
} from './layout.ts'
import type { PrintName } from './print-data.ts'

type JsonObject = Readonly<Record<string, Json>>

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : []

/** What a person can still lay out, and a picture that a template can still carry. */
const mostElements = 200
const mostColumns = 30
const longestPicture = 700_000
const widest = 1200

interface Reading {
  readonly names: readonly PrintName[]
  readonly problems: FieldProblem[]
  readonly ids: Set<string>
}

const refuse = (reading: Reading, path: string, zh: string, en: string) =>
  void reading.problems.push(fieldProblem(path, zh, en))

const textIn = (value: JsonObject, name: string, longest = 500): string => {
  const found = value[name]
  return typeof found === 'string' ? found.slice(0, longest) : ''
}

const isOneOf = <Key extends string>(keys: Readonly<Record<Key, unknown>>, text: string): text is Key =>
  Object.hasOwn(keys, text)

/** A length in millimetres, kept to a hundredth. */
const lengthIn = (
  value: JsonObject,
  name: string,
  path: string,
  reading: Reading,
  {
    least = 0,
    most = widest,
    initial = 0,
  }: { readonly least?: number; readonly most?: number; readonly initial?: number } = {},
): number => {
  const found = value[name] ?? initial
  if (typeof found === 'number' && Number.isFinite(found) && found >= least && found <= most)
    return Math.round(found * 100) / 100
  refuse(reading, `${path}.${name}`, `应为 ${least} 至 ${most} 之间的数`, `must be a number from ${least} to ${most}`)
  return Math.max(least, initial)
}

const styleIn = (value: JsonObject, path: string, reading: Reading): TextStyle => {
  const align = textIn(value, 'align')
  return {
    size: lengthIn(value, 'size', path, reading, { least: 3, most: 144, initial: 10 }),
    align: align === 'center' || align === 'right' ? align : 'left',
    bold: value['bold'] === true,
  }
}

const formatIn = (value: JsonObject): ValueFormat => {
  const format = textIn(value, 'format')
  return isOneOf(valueFormats, format) ? format : 'plain'
}

const typeOfName = (name: PrintName): ReturnType<Names['typeOf']> => {
  if (['integer', 'decimal', 'quantity', 'price', 'money', 'percent'].includes(name.kind)) return 'number'
  return name.kind === 'boolean' ? 'boolean' : 'text'
}

const whenIn = (value: JsonObject, path: string, reading: Reading): string => {
  const when = textIn(value, 'when', 1000).trim()
  if (when === '') return ''
  const names: Names = {
    typeOf: (name) => {
      const found = reading.names.find((one) => one.table === null && (one.path === name || one.label === name))
      return found === undefined ? undefined : typeOfName(found)
    },
  }
  try {
    const type = typeOfExpression(parseExpression(when), names)
    if (type !== 'boolean' && type !== 'any')
      refuse(reading, `${path}.when`, '条件应能判断是或否，如 合计 > 10000', 'must say yes or no, as total > 10000')
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    refuse(reading, `${path}.when`, `条件第 ${error.at + 1} 个字：${error.zh}`, `at ${error.at + 1}: ${error.en}`)
  }
  return when
}

const pathIn = (value: JsonObject, path: string, reading: Reading, table: string | null): string => {
  const name = textIn(value, 'path', 120)
  if (!reading.names.some((one) => one.path === name && one.table === table))
    refuse(reading, `${path}.path`, `没有字段“${name}”`, `there is no field ${name}`)
  return name
}

const columnIn = (value: JsonObject, path: string, reading: Reading, table: string): TableColumn => ({
  path: pathIn(value, path, reading, table),
  label: textIn(value, 'label', 60),
  width: lengthIn(value, 'width', path, reading, { least: 1 }),
  align: styleIn({ ...value, size: 10 }, path, reading).align,
  format: formatIn(value),
  total: value['total'] === true,
})

const pictureIn = (value: JsonObject, name: string, path: string, reading: Reading): string => {
  const source = value[name]
  if (source === undefined || source === null || source === '') return ''
  const isPicture = typeof source === 'string' && /^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]+$/.test(source)
  if (isPicture && source.length <= longestPicture) return source
  refuse(reading, `${path}.${name}`, '图片应为 500 KB 以内的 PNG 或 JPEG', 'must be a PNG or JPEG of 500 KB at most')
  return ''
}

const elementIn = (value: JsonObject, path: string, reading: Reading): LayoutElement | undefined => {
  const id = textIn(value, 'id', 60)
  if (id === '' || reading.ids.has(id)) refuse(reading, `${path}.id`, '元素编号重复或缺失', 'is missing or not its own')
  reading.ids.add(id)
  const pages = textIn(value, 'pages')
  const base = {
    id,
    x: lengthIn(value, 'x', path, reading, { least: -50 }),
    y: lengthIn(value, 'y', path, reading, { least: -50 }),
    width: lengthIn(value, 'width', path, reading),
    height: lengthIn(value, 'height', path, reading),
    when: whenIn(value, path, reading),
    pages: pages === 'first' || pages === 'last' ? pages : 'every',
  } as const
  const thickness = () => lengthIn(value, 'thickness', path, reading, { least: 0.05, most: 10, initial: 0.2 })
  switch (textIn(value, 'kind')) {
    case 'text':
      return { ...base, ...styleIn(value, path, reading), kind: 'text', text: textIn(value, 'text', 2000) }
    case 'field':
      return {
        ...base,
        ...styleIn(value, path, reading),
        kind: 'field',
        path: pathIn(value, path, reading, null),
        label: textIn(value, 'label', 100),
        format: formatIn(value),
      }
    case 'table': {
      const table = textIn(value, 'table', 60)
      const columns = listIn(value['columns'])
      if (!reading.names.some((one) => one.table === table))
        refuse(reading, `${path}.table`, `没有明细表“${table}”`, `there is no table ${table}`)
      if (columns.length === 0 || columns.length > mostColumns)
        refuse(reading, `${path}.columns`, `应有 1 至 ${mostColumns} 列`, `must have 1 to ${mostColumns} columns`)
      return {
        ...base,
        kind: 'table',
        table,
        columns: columns
          .slice(0, mostColumns)
          .map((column, at) => columnIn(column, `${path}.columns.${at}`, reading, table)),
        size: styleIn(value, path, reading).size,
        headHeight: lengthIn(value, 'headHeight', path, reading, { most: 100 }),
        rowHeight: lengthIn(value, 'rowHeight', path, reading, { least: 2, most: 100, initial: 6 }),
        rows: Math.trunc(lengthIn(value, 'rows', path, reading, { most: 200 })),
        fill: value['fill'] === true,
        grow: value['grow'] === true,
        pageTotals: value['pageTotals'] === true,
        totals: value['totals'] === true,
        ruled: value['ruled'] !== false,
      }
    }
    case 'barcode': {
      const symbol = textIn(value, 'symbol')
      const known: SymbolKind = isOneOf(symbolKinds, symbol) ? symbol : 'code128'
      return {
        ...base,
        kind: 'barcode',
        symbol: known,
        text: textIn(value, 'text', 2000),
        readable: value['readable'] === true,
      }
    }
    case 'image':
      return { ...base, kind: 'image', source: pictureIn(value, 'source', path, reading) }
    case 'line':
      return { ...base, kind: 'line', thickness: thickness() }
    case 'box':
      return { ...base, kind: 'box', thickness: thickness() }
    default:
      refuse(reading, `${path}.kind`, '没有这种元素', 'is no kind of element')
      return undefined
  }
}

const sheetIn = (value: Json | undefined, reading: Reading): LabelSheet | null => {
  if (!isObject(value)) return null
  const one = (name: string, least = 0) => lengthIn(value, name, 'layout.sheet', reading, { least })
  return {
    width: one('width', 20),
    height: one('height', 20),
    across: Math.trunc(one('across', 1)),
    down: Math.trunc(one('down', 1)),
    left: one('left'),
    top: one('top'),
    gapX: one('gapX'),
    gapY: one('gapY'),
  }
}

const offsetsIn = (value: Json | undefined, reading: Reading): Readonly<Record<string, Offset>> =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([printer, offset]) =>
      isObject(offset)
        ? [
            [
              printer.slice(0, 60),
              {
                x: lengthIn(offset, 'x', `layout.offsets.${printer}`, reading, { least: -100, most: 100 }),
                y: lengthIn(offset, 'y', `layout.offsets.${printer}`, reading, { least: -100, most: 100 }),
              },
            ] as const,
          ]
        : [],
    ),
  )

/** Reads the layout of a template and says of each part what is wrong with it. Names are judged by those that may be used. */
export const readLayout = (
  layout: Json | undefined,
  names: readonly PrintName[],
): { readonly layout: Layout; readonly problems: readonly FieldProblem[] } => {
  const reading: Reading = { names, problems: [], ids: new Set() }
  const value = isObject(layout) ? layout : {}
  const paper = isObject(value['paper']) ? value['paper'] : {}
  const elements = listIn(value['elements'])
  if (elements.length > mostElements)
    refuse(reading, 'layout.elements', `元素不能超过 ${mostElements} 个`, `at most ${mostElements} elements`)
  const read: Layout = {
    paper: {
      width: lengthIn(paper, 'width', 'layout.paper', reading, { least: 15, initial: 0 }),
      height: lengthIn(paper, 'height', 'layout.paper', reading),
    },
    elements: elements
      .slice(0, mostElements)
      .flatMap((element, at) => elementIn(element, `layout.elements.${at}`, reading) ?? []),
    background: pictureIn(value, 'background', 'layout', reading),
    sheet: sheetIn(value['sheet'], reading),
    offsets: offsetsIn(value['offsets'], reading),
  }
  return { layout: read, problems: reading.problems }
}

/** A layout as it travels and is stored. */
export const layoutJson = (layout: Layout): Json => ({
  ...layout,
  paper: { ...layout.paper },
  elements: layout.elements.map((element): Json =>
    element.kind === 'table'
      ? { ...element, columns: element.columns.map((column) => ({ ...column })) }
      : { ...element },
  ),
  sheet: layout.sheet === null ? null : { ...layout.sheet },
  offsets: Object.fromEntries(Object.entries(layout.offsets).map(([printer, offset]) => [printer, { ...offset }])),
})
