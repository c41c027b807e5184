import type { Settings } from '../definition/record.ts'

/** A moment as the company's clock shows it: `2026-01-15 09:30`. */
export const momentText = (moment: Date, settings: Settings): string => {
  const zone = settings['zone']
  return moment.toLocaleString('sv-SE', {
    timeZone: typeof zone === 'string' ? zone : 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  })
}
