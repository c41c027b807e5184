import { shortText, microPlaces } from '../../../base/fixed-point.ts'
import type { ReportColumn } from '../../../kernel/definition/report.ts'
import { fiveOf } from '../../../ledgers/stock/five-quantities.ts'
import type { StockParts } from '../../../ledgers/stock/five-quantities.ts'

const five = [
  { name: 'quantity', label: '现存', english: 'On hand' },
  { name: 'available', label: '可用', english: 'Available' },
  { name: 'supply', label: '在途', english: 'On the way' },
  { name: 'demand', label: '待发', english: 'To deliver' },
  { name: 'held', label: '冻结', english: 'Frozen' },
] as const
export type FiveName = (typeof five)[number]['name']

/** The columns of the five quantities, as every report names them; of one place under a head and with a prefix of its own. */
export const fiveColumns = (group?: string, prefix = '', only: readonly FiveName[] = five.map((one) => one.name)) =>
  five
    .filter((one) => only.includes(one.name))
    .map((one): ReportColumn => ({
      ...one,
      name: `${prefix}${one.name}`,
      kind: 'quantity',
      total: true,
      ...(group === undefined ? {} : { group }),
    }))

/** The five quantities as cells of those columns. */
export const fiveCells = (parts: StockParts, prefix = ''): Record<string, string> => {
  const { onHand, available, onWay, toDeliver, frozen } = fiveOf(parts)
  const text = (micros: bigint) => shortText(micros, microPlaces)
  return {
    [`${prefix}quantity`]: text(onHand),
    [`${prefix}available`]: text(available),
    [`${prefix}supply`]: text(onWay),
    [`${prefix}demand`]: text(toDeliver),
    [`${prefix}held`]: text(frozen),
  }
}
