import type { trackingWords } from './zh-cn-tracking.ts'

/** Words of lots, serial numbers, scans, labels and traces. */
export const englishTrackingWords: Readonly<Record<keyof typeof trackingWords, string>> = {
  'serials.hint': 'One a line; scan them or paste a whole column',
  'serials.count': '{count} in all',
  'serials.doubles': '{count} twice: {names}',
  'serials.dropDoubles': 'Drop doubles',
  'serials.done': 'Take {count}',
  'card.title': 'Item card',
  'card.boughtOn': 'Last bought',
  'card.boughtAt': 'Last price',
  'card.cost': 'Cost',
  'card.salePrice': 'Sale price',
  'card.value': 'Stock value',
  'card.margin': 'Margin',
  'scan.camera': 'Scan by camera',
  'scan.aim': 'Hold the code into the frame; what is read goes into a line',
  'scan.noCamera': 'The camera does not open: {reason}',
}
