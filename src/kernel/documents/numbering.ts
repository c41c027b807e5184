import type { CalendarDate } from '../../base/calendar-date.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Work } from '../posting/work.ts'

/** A numbering rule taken apart: what stands before the serial, and how many digits it has. */
export const numberParts = (rule: string, day: CalendarDate) => {
  const [year, month, date] = day.split('-')
  const dated = rule
    .replace('{yyyy}', year ?? '')
    .replace('{yy}', (year ?? '').slice(2))
    .replace('{MM}', month ?? '')
    .replace('{dd}', date ?? '')
    .replace('{yyyyMM}', `${year}${month}`)
    .replace('{yyyyMMdd}', `${year}${month}${date}`)
  const serial = /\{seq:(\d+)\}/.exec(dated)
  if (serial === null) throw new Error(`A numbering rule needs {seq:n}: ${rule}`)
  return {
    before: dated.slice(0, serial.index),
    after: dated.slice(serial.index + serial[0].length),
    digits: Number(serial[1]),
  }
}

/** `XSCK-{yyyyMM}-{seq:4}` on a day, with the serial: XSCK-202611-0001. */
export const formatNumber = (rule: string, day: CalendarDate, serial: number): string => {
  const { before, after, digits } = numberParts(rule, day)
  return before + String(serial).padStart(digits, '0') + after
}

interface Block {
  next: number
  last: number
  size: number
  takenAt: number
}

const blocks = new Map<string, Block>()
const largestBlock = 32

const takeBlock = async (tx: Transaction, company: string, series: string, size: number): Promise<number> => {
  const rows = await tx.rows<{ last: string }>(
    `insert into number_series as s (company_id, series, last) values ($1, $2, $3)
     on conflict (company_id, series) do update set last = s.last + excluded.last returning last`,
    [company, series, size],
  )
  return Number(rows[0]?.last ?? 0)
}

const waiting = new Map<string, Promise<void>>()

const refill = async (work: Work, key: string, series: string, atLeast: number): Promise<void> => {
  const before = blocks.get(key)
  // A series in heavy use takes larger blocks, so that writers do not queue for its row; a quiet one leaves no gaps.
  const busy = before !== undefined && Date.now() - before.takenAt < 1000
  const size = Math.max(busy ? Math.min(before.size * 2, largestBlock) : 1, atLeast)
  const last = await work.apart((tx) => takeBlock(tx, work.company, series, size))
  blocks.set(key, { next: last - size + 1, last, size, takenAt: Date.now() })
}

/**
 * Takes the next numbers of a document type: unique, in a short transaction of their own, so a rolled back save
 * leaves a gap and no one waits for another's posting.
 */
export const takeNumbers = async (work: Work, rule: string, day: CalendarDate, count = 1): Promise<string[]> => {
  const series = numberParts(rule, day).before
  const key = `${work.company}/${series}`
  const numbers: string[] = []
  while (numbers.length < count) {
    const block = blocks.get(key)
    if (block === undefined || block.next > block.last) {
      const pending =
        waiting.get(key) ?? refill(work, key, series, count - numbers.length).finally(() => waiting.delete(key))
      waiting.set(key, pending)
      await pending
      continue
    }
    numbers.push(formatNumber(rule, day, block.next))
    block.next += 1
  }
  return numbers
}
