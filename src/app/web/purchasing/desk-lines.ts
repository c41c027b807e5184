import { decimal, isDecimalString, round, sum, zero } from '../../../base/decimal.ts'
import { orderQuantity } from '../../../domains/purchasing/index.ts'
import type { ReferenceSource } from '../../../ui/field/field.ts'
import { isReference } from '../../../ui/field/field.ts'
import { t } from '../../../ui/language.ts'
import { newLine, type Line, type LineChange, type LineColumn } from '../../../ui/lines/line.ts'
import { formatDecimalText } from '../../../ui/number/decimal-text.ts'
import { cell, type ReportAnswer } from '../report/report-answer.ts'
import type { Offer } from './offers.ts'

export type DeskName = 'requests' | 'replenishment'

type Offers = ReadonlyMap<string, readonly Offer[]>

/** A row of the desk: what is decided stands in the line, what it is about beside it. */
export type DeskLine = Line & {
  readonly item: string
  /** The line of the request, where there is one. */
  readonly request: string
  /** Base units in the unit of the line. */
  readonly ratio: string
}

const text = (value: Line['values'][string] | undefined): string => (typeof value === 'string' ? value : '')

const termsOf = (offer: Offer | undefined): string =>
  offer === undefined
    ? ''
    : [
        offer.minimumOrder === '' ? '—' : formatDecimalText(offer.minimumOrder, {}),
        offer.orderMultiple === '' ? '—' : formatDecimalText(offer.orderMultiple, {}),
        offer.leadDays === '' ? '—' : t('desk.days', { days: offer.leadDays }),
      ].join(' / ')

const amountOf = (values: Line['values']): string => {
  const [quantity, price] = [text(values['quantity']), text(values['price'])]
  return isDecimalString(quantity) && isDecimalString(price) ? round(decimal(quantity).times(price), 2).toString() : ''
}

/** What a supplier's offer puts into a line: price, where it is from, on what terms. */
const offered = (offer: Offer | undefined, ratio: string): Line['values'] => ({
  price: offer === undefined || offer.price === '' ? '' : round(decimal(offer.price).times(ratio), 6).toString(),
  source: offer?.source ?? '',
  terms: termsOf(offer),
})

const withAmount = (values: Line['values']): Line['values'] => ({ ...values, amount: amountOf(values) })

/** Raised to what the supplier sells, item by item: what is added goes to the item's last line. */
function raised(lines: readonly DeskLine[], offers: Offers): readonly DeskLine[] {
  const next = [...lines]
  const key = (line: DeskLine): string => {
    const { supplier } = line.values
    return `${line.item}/${isReference(supplier) ? supplier.id : ''}`
  }
  for (const [, of] of Map.groupBy(lines, key)) {
    const last = of.at(-1)
    const supplier = last?.values['supplier']
    if (last === undefined || !isReference(supplier)) continue
    const offer = (offers.get(last.item) ?? []).find((one) => one.supplier === supplier.id)
    const whole = sum(of.map((line) => decimal(text(line.values['quantity']) || '0').times(line.ratio)))
    const terms = {
      minimumOrder: decimal(offer?.minimumOrder || '0'),
      orderMultiple: decimal(offer?.orderMultiple || '0'),
    }
    const more = orderQuantity(whole, terms).minus(whole)
    if (more.isZero()) continue
    const quantity = round(decimal(text(last.values['quantity']) || '0').plus(more.div(last.ratio)), 6).toString()
    next[next.indexOf(last)] = { ...last, values: withAmount({ ...last.values, quantity }) }
  }
  return next
}

/** The rows of a report as lines to decide on, each with the best offer or the supplier that was suggested. */
export function deskLines(desk: DeskName, answer: ReportAnswer, offers: Offers): readonly DeskLine[] {
  const lines = answer.rows.map((row): DeskLine => {
    const item = cell(row, 'itemId')
    const own = offers.get(item) ?? []
    const suggested = cell(row, 'supplierId')
    const offer = suggested === '' ? own[0] : own.find((one) => one.supplier === suggested)
    const ratio = cell(row, 'ratio') === '' ? '1' : cell(row, 'ratio')
    const supplier = offer?.supplier ?? suggested
    const values: Line['values'] = {
      item: cell(row, 'itemName'),
      number: cell(row, 'number'),
      department: cell(row, 'department'),
      neededOn: cell(row, 'neededOn'),
      open: cell(row, 'open'),
      available: cell(row, 'available'),
      reorderPoint: cell(row, 'reorderPoint'),
      sold: cell(row, 'sold'),
      reason: cell(row, 'reason'),
      unit: cell(row, 'unit'),
      quantity: cell(row, desk === 'requests' ? 'open' : 'quantity'),
      supplier: supplier === '' ? null : { id: supplier, name: offer?.supplierName ?? cell(row, 'supplierName') },
      ...offered(offer, ratio),
    }
    return { ...newLine(withAmount(values)), item, request: cell(row, 'line'), ratio }
  })
  return desk === 'requests' ? raised(lines, offers) : lines
}

/** The lines after changes: another supplier brings its own price, and the amount follows. */
export function changedLines(
  lines: readonly DeskLine[],
  changes: readonly LineChange[],
  offers: Offers,
): readonly DeskLine[] {
  const removed = new Set(changes.flatMap((one) => (one.type === 'remove' ? one.keys : [])))
  return lines
    .filter((line) => !removed.has(line.key))
    .map((line) => {
      const own = changes.flatMap((one) => (one.type === 'set' && one.key === line.key ? [one] : []))
      if (own.length === 0) return line
      const typed = Object.fromEntries(own.map((one) => [one.field, one.value]))
      const { supplier } = typed
      const offer = isReference(supplier)
        ? (offers.get(line.item) ?? []).find((one) => one.supplier === supplier.id)
        : undefined
      const brought = 'supplier' in typed && !('price' in typed) ? offered(offer, line.ratio) : {}
      const source: Line['values'] = 'price' in typed ? { source: '' } : {}
      return { ...line, values: withAmount({ ...line.values, ...typed, ...brought, ...source }) }
    })
}

/** What is sent: lines with a quantity, and for orders a supplier. */
export function decisions(lines: readonly DeskLine[]): readonly Readonly<Record<string, string>>[] {
  return wanted(lines).map((line) => {
    const { supplier } = line.values
    return {
      line: line.request,
      item: line.item,
      quantity: text(line.values['quantity']),
      ...(isReference(supplier) ? { supplier: supplier.id } : {}),
      // A price that came from an offer is found again, so that the order tells where it is from.
      ...(text(line.values['source']) === '' && text(line.values['price']) !== ''
        ? { price: text(line.values['price']) }
        : {}),
    }
  })
}

const wanted = (lines: readonly DeskLine[]): readonly DeskLine[] =>
  lines.filter((line) => {
    const quantity = text(line.values['quantity'])
    return isDecimalString(quantity) && decimal(quantity).gt(zero)
  })

export type SupplierSum = {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly amount: string
}

/** What each supplier would get an order for; what has no supplier comes last. */
export function supplierSums(lines: readonly DeskLine[]): readonly SupplierSum[] {
  const groups = Map.groupBy(wanted(lines), (line) => {
    const { supplier } = line.values
    return isReference(supplier) ? supplier.id : ''
  })
  return [...groups]
    .map(([key, of]) => {
      const supplier = of[0]?.values['supplier']
      return {
        key,
        name: isReference(supplier) ? supplier.name : '',
        count: of.length,
        amount: sum(of.map((line) => text(line.values['amount']) || '0')).toString(),
      }
    })
    .toSorted((one, other) => Number(one.key === '') - Number(other.key === ''))
}

const readOnly = (key: string, label: string, width: number, more: Partial<LineColumn> = {}): LineColumn => ({
  key,
  label,
  kind: 'text',
  width,
  readOnly: true,
  ...more,
})

const figure = (key: string, label: string, width: number): LineColumn =>
  readOnly(key, label, width, { kind: 'decimal', decimal: {} })

/** The columns of a desk; suppliers are found by `suppliers`. */
export function deskColumns(desk: DeskName, suppliers: ReferenceSource | undefined): readonly LineColumn[] {
  const about: readonly LineColumn[] =
    desk === 'requests'
      ? [
          readOnly('number', t('desk.request'), 136),
          readOnly('neededOn', t('desk.neededOn'), 88),
          figure('open', t('desk.open'), 72),
        ]
      : [
          readOnly('reason', t('desk.reason'), 150, { grow: true }),
          figure('available', t('desk.available'), 60),
          figure('reorderPoint', t('desk.reorderPoint'), 60),
        ]
  return [
    readOnly('item', t('desk.item'), 150, { grow: true }),
    ...about,
    readOnly('unit', t('desk.unit'), 40),
    {
      key: 'supplier',
      label: t('desk.supplier'),
      kind: 'reference',
      width: 128,
      ...(suppliers === undefined ? {} : { source: suppliers }),
    },
    { key: 'quantity', label: t('desk.quantity'), kind: 'decimal', decimal: {}, width: 76 },
    { key: 'price', label: t('desk.price'), kind: 'decimal', decimal: { min: 2, max: 6 }, width: 76 },
    readOnly('source', t('desk.source'), 68),
    readOnly('terms', t('desk.terms'), 112),
    readOnly('amount', t('desk.amount'), 92, {
      kind: 'decimal',
      decimal: { min: 2, max: 2 },
      emphasis: true,
      total: 'sum',
    }),
  ]
}
