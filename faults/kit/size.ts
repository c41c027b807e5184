/** Whether the faults run at their full size (`npm run faults`), which takes many minutes, or at that of `npm test`. */
export const isFull = process.env['SUANPAN_FAULTS'] === 'full'

/** One of two sizes: a full run's, or that of `npm test`. */
export const sized = (full: number, small: number): number => (isFull ? full : small)
