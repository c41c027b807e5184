import type { May } from '../../../kernel/access/rights.ts'
import type { Fields } from '../../../kernel/definition/field.ts'
import type { SourceOf } from '../../../ui/derive/form-field.ts'
import { lineColumns } from '../../../ui/derive/line-columns.ts'
import { currentLanguage, t } from '../../../ui/language.ts'
import type { LineColumn } from '../../../ui/lines/line.ts'

/** Widths that let a line of goods stand beside the rail at 1366 px without scrolling. */
const widths: Readonly<Record<string, number>> = {
  goodsName: 220,
  spec: 96,
  unit: 48,
  quantity: 72,
  price: 80,
  currencyPrice: 104,
  currencyTax: 84,
  currencyNet: 96,
  currencyGross: 108,
  discount: 56,
  taxRate: 56,
  tax: 84,
  net: 96,
  gross: 104,
  isGift: 48,
  lot: 112,
  bin: 84,
  toBin: 96,
  serials: 112,
  rejectedSerials: 112,
  producedOn: 92,
  expiresOn: 92,
  supplierLot: 92,
  secondQuantity: 72,
  unitCost: 80,
  amount: 104,
  documentNumber: 168,
  kind: 72,
}

/** Where a table stands beside its siblings: the unit before the quantity, what is seldom used after the amount. */
const places: Readonly<Record<string, number>> = {
  goodsName: -1,
  item: 0,
  spec: 1,
  unit: 2,
  quantity: 3,
  secondQuantity: 3,
  lot: 5,
  bin: 5,
  serials: 5,
  producedOn: 5,
  expiresOn: 5,
  stock: 4,
}
const seldom = new Set([
  'net',
  'currencyNet',
  'currencyTax',
  'allowance',
  'priceSource',
  'promotion',
  'promiseNote',
  'isGift',
  'warehouse',
  'lot',
  'bin',
  'toBin',
  'state',
  'serials',
  'rejectedSerials',
  'producedOn',
  'expiresOn',
  'supplierLot',
  'secondQuantity',
  'remark',
  'bookQuantity',
])

/** A settlement's line takes these from the item it settles. */
const takenOver = new Set(['kind', 'documentNumber', 'openAmount'])

export type ColumnChoice = {
  readonly may: May
  readonly totals: readonly string[]
  /** Columns a person asked for or that hold something, though they are seldom used. */
  readonly also: ReadonlySet<string>
  /** Whether the stock of the line's item is shown behind its quantity. */
  readonly stock: boolean
  readonly editing: boolean
  /** Whether prices are meant with tax. */
  readonly taxed: boolean
  /** Written in a foreign currency: its amounts are typed, those in the books follow. */
  readonly foreign: boolean
}

/** Where a person who types goods need not stop: the rules fill it. */
const passed = new Set([
  'unit',
  'discount',
  'taxRate',
  'net',
  'tax',
  'gross',
  'currencyNet',
  'currencyTax',
  'currencyGross',
  'isGift',
  'warehouse',
  'lot',
  'bin',
  'remark',
])

const narrow = new Set(['unit', 'spec', 'taxRate', 'discount'])

/** What stands in the books of a document in a foreign currency; only the whole is worth a column. */
const bookPrices = new Set(['price', 'net', 'tax'])
const isInCurrency = (name: string): boolean => name.startsWith('currency')

/** Columns that may be shown and are not yet; the page offers them. */
export const seldomColumns = (fields: Fields): readonly string[] =>
  fields['item'] === undefined
    ? []
    : Object.keys(fields).filter(
        (name) =>
          seldom.has(name) &&
          (name !== 'net' || fields['gross'] !== undefined) &&
          // A document that moves goods from bin to bin is about nothing else.
          (name !== 'toBin' || fields['toWarehouse'] !== undefined),
      )

/** The columns of a document's table. */
export function documentColumns(fields: Fields, sourceOf: SourceOf, choice: ColumnChoice): readonly LineColumn[] {
  const hidden = new Set(seldomColumns(fields).filter((name) => !choice.also.has(name)))
  const english = currentLanguage() === 'en'
  const isSettlement = fields['openItem'] !== undefined
  const columns = lineColumns(fields, sourceOf, { may: choice.may, totals: choice.totals })
    .filter((column) => !hidden.has(column.key) && !(isSettlement && column.key === 'openItem'))
    .filter(
      ({ key }) => fields['currencyGross'] === undefined || !(choice.foreign ? bookPrices.has(key) : isInCurrency(key)),
    )
    .map((column): LineColumn => {
      const isPlain = narrow.has(column.key)
      const grows = column.grow === true || (isSettlement && column.key === 'documentNumber')
      return {
        ...column,
        width: (widths[column.key] ?? column.width) + (english && column.key === 'discount' ? 20 : 0),
        codes: column.key === 'serials' || column.key === 'rejectedSerials',
        passed: fields['item'] !== undefined && passed.has(column.key),
        required: column.required === true && choice.editing,
        label: labelled(column, choice),
        grow: grows,
        readOnly:
          column.readOnly === true ||
          (isSettlement && takenOver.has(column.key)) ||
          (choice.foreign && column.key === 'gross'),
        ...(isPlain && column.kind === 'decimal' ? { total: undefined } : {}),
      }
    })
  const shown = choice.stock ? [...columns, stockColumn()] : columns
  return shown.toSorted((a, b) => (places[a.key] ?? 9) - (places[b.key] ?? 9))
}

/** Prices that are meant with tax say so; beside amounts in currency the books' own say that they are. */
const labelled = ({ key, label }: LineColumn, { taxed, foreign }: ColumnChoice): string => {
  if (key === 'price' && taxed) return t('lines.taxedPrice')
  if (key === 'currencyPrice' && taxed) return t('lines.taxedCurrencyPrice')
  return key === 'gross' && foreign ? t('lines.bookGross') : label
}

const stockColumn = (): LineColumn => ({
  key: 'stock',
  label: t('document.stock'),
  kind: 'decimal',
  width: 64,
  readOnly: true,
  decimal: { max: 6 },
})
