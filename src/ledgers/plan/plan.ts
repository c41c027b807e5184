import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Decimal } from '../../base/decimal.ts'
import type { Id } from '../../base/id.ts'
import { choice, date, quantity, ref } from '../../kernel/definition/field.ts'
import { defineLedger } from '../../kernel/definition/ledger.ts'
import type { LineBase } from '../../kernel/definition/record.ts'
import type { Proposal } from '../../kernel/posting/proposal.ts'
import { item } from '../dimensions/item.ts'
import { warehouse } from '../dimensions/place.ts'

/** 计划账: promised supply (在途) and demand (待发); available-to-promise reads it. */
export const planLedger = defineLedger({
  name: 'plan',
  label: '计划账',
  entry: {
    item: ref(item, { label: '商品', required: true }),
    warehouse: ref(warehouse, { label: '仓库' }),
    kind: choice({ label: '种类', options: { demand: '待发', supply: '在途' }, required: true }),
    quantity: quantity({ label: '数量', required: true }),
    promisedOn: date({ label: '承诺日期' }),
    /** The order line that promised; fulfilments name it too. */
    promise: ref({ name: 'line', label: '订单行' }, { label: '订单行', required: true, unchecked: true }),
  },
  balance: { key: ['item', 'kind', 'promise'], sums: ['quantity'], keeps: ['warehouse', 'promisedOn'] },
  indexes: [['promise'], ['item', 'kind']],
})

export interface PlanProposal extends Proposal {
  readonly ledger: 'plan'
  readonly kind: 'demand' | 'supply'
  readonly item: Id<'item'>
  readonly warehouse: Id<'warehouse'> | null
  readonly quantity: Decimal
  readonly promisedOn: CalendarDate | null
  readonly promise: Id<'line'>
}

interface Promised {
  readonly line: LineBase
  readonly item: Id<'item'>
  readonly warehouse?: Id<'warehouse'> | null
  readonly quantity: Decimal
  readonly on?: CalendarDate | null
}

const promise =
  (kind: 'demand' | 'supply') =>
  (promised: Promised): PlanProposal => ({
    ledger: 'plan',
    line: promised.line,
    kind,
    item: promised.item,
    warehouse: promised.warehouse ?? null,
    quantity: promised.quantity,
    promisedOn: promised.on ?? null,
    promise: promised.line.id,
  })

/** Takes from a promise that an earlier line made, where no flow leads straight from it. */
const fulfil = (
  fulfilled: Promised & { readonly kind: 'demand' | 'supply'; readonly ofLine: Id<'line'> },
): PlanProposal => ({
  ...promise(fulfilled.kind)({ ...fulfilled, quantity: fulfilled.quantity.neg() }),
  promise: fulfilled.ofLine,
})

export const plan = { demand: promise('demand'), supply: promise('supply'), fulfil }
