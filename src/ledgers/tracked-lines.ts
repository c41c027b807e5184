import { addDays } from '../base/calendar-date.ts'
import type { CalendarDate } from '../base/calendar-date.ts'
import { decimal, round } from '../base/decimal.ts'
import type { Decimal } from '../base/decimal.ts'
import type { Id } from '../base/id.ts'
import { repeatedSerials, serialNumbers, serialText } from '../base/serial-numbers.ts'
import { date, longText, ref, text } from '../kernel/definition/field.ts'
import type { OpenLine } from '../kernel/definition/flow.ts'
import { FieldRefusal } from '../kernel/definition/problem.ts'
import { bin } from './dimensions/bin.ts'
import type { ItemRecord } from './dimensions/item.ts'
import type { NewLot, TrackedGoods } from './stock/stock.ts'

/** Which of an item's goods a line moves: 批号 and 序列号, of items that are tracked by them. */
export const trackedLine = {
  lot: text({ label: '批号', maxLength: 60 }),
  serials: longText({
    label: '序列号',
    english: 'Serial numbers',
    maxLength: 250_000,
    help: '一件一号，多个之间用空格隔开；可粘贴、扫描',
  }),
  bin: ref(bin, { label: '货位', help: '仓库启用货位时填写：出库从哪里取，入库放到哪里；空则按默认' }),
} as const

/** The same of goods that come in, with what is known of a lot that is new. */
export const newLotLine = {
  ...trackedLine,
  producedOn: date({ label: '生产日期' }),
  expiresOn: date({ label: '有效期至', english: 'Expires on', help: '空则按生产日期加保质期' }),
  supplierLot: text({ label: '供应商批号', maxLength: 60 }),
} as const

interface TrackedValues {
  readonly lot?: string | null
  readonly serials?: string | null
  readonly bin?: Id<'bin'> | null
  readonly secondQuantity?: Decimal | null
  readonly producedOn?: CalendarDate | null
  readonly expiresOn?: CalendarDate | null
  readonly supplierLot?: string | null
}

/** What a posting passes to the stock ledger of a line's lot, serial numbers and second quantity; the supplier of a new lot, if one. */
export const trackedOf = (line: TrackedValues, supplier: Id<'party'> | null = null): TrackedGoods => ({
  lot: line.lot ?? null,
  serials: serialNumbers(line.serials),
  secondQuantity: line.secondQuantity ?? null,
  bin: line.bin ?? null,
  newLot: newLotOf(line, supplier),
})

const newLotOf = (line: TrackedValues, supplier: Id<'party'> | null): NewLot => ({
  producedOn: line.producedOn ?? null,
  expiresOn: line.expiresOn ?? null,
  supplierLot: line.supplierLot ?? null,
  supplier,
})

/** What a flow carries over of them: the lot always, single units only where the line is taken whole. */
export const carryTracked = (source: TrackedValues, open: OpenLine) => ({
  lot: source.lot ?? null,
  ...(open.isWhole ? { serials: source.serials ?? null, secondQuantity: source.secondQuantity ?? null } : {}),
})

/** The last day on which goods may be sold or used: 有效期至 = 生产日期 + 保质期. */
export const expiryOf = (producedOn: CalendarDate, shelfLifeDays: number): CalendarDate =>
  addDays(producedOn, shelfLifeDays)

const tidySerials = (given: string): string => {
  const serials = serialNumbers(given)
  const [twice] = repeatedSerials(serials)
  if (twice !== undefined) throw new FieldRefusal('serials', `序列号 ${twice} 重复`, `${twice} is there twice`)
  return serialText(serials)
}

const usualSecond = (record: ItemRecord, base: Decimal | null | undefined): Decimal | null =>
  record.secondUnit === null || record.secondPerBase === null || base === null || base === undefined
    ? null
    : round(base.times(record.secondPerBase), 6)

/** What follows of a line's tracking: the expiry day, tidy serial numbers, the quantity that they count, the usual second quantity. */
export const deriveTracked = (line: TrackedValues, record: ItemRecord, base: Decimal | null | undefined) => {
  const { producedOn, serials } = line
  if (line.secondQuantity?.isNegative() === true) {
    throw new FieldRefusal('secondQuantity', '辅数量不能为负', 'must not be negative')
  }
  if (line.secondQuantity && record.secondUnit === null) {
    throw new FieldRefusal('secondQuantity', `商品“${record.name}”没有辅计量单位`, `${record.name} has no second unit`)
  }
  const expires =
    producedOn && !line.expiresOn && record.shelfLifeDays !== null ? expiryOf(producedOn, record.shelfLifeDays) : null
  return {
    ...(expires === null ? {} : { expiresOn: expires }),
    ...(serials === null || serials === undefined ? {} : { serials: tidySerials(serials) }),
    secondQuantity: line.secondQuantity ?? usualSecond(record, base),
  }
}

/** How many units a line's serial numbers are; null where it has none. */
export const countOfSerials = (line: TrackedValues): Decimal | null => {
  const { length } = serialNumbers(line.serials)
  return length === 0 ? null : decimal(length)
}
