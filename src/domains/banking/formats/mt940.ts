import { decimal, sum } from '../../../base/decimal.ts'
import type { Decimal } from '../../../base/decimal.ts'
import { dayIn } from './cells.ts'
import { sumWarning } from './camt053.ts'
import type { ReadStatement, StatementLine } from './statement.ts'

interface Tag {
  readonly name: string
  readonly text: string
}

/** The tags of a message: `:61:` to the next line that begins a tag or ends the message. */
const tagsOf = (text: string): Tag[] => {
  const tags: { name: string; lines: string[] }[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const found = /^:(\d\d[A-Z]?):(.*)$/.exec(line)
    if (found !== null) tags.push({ name: found[1] ?? '', lines: [found[2] ?? ''] })
    else if (/^-(?:XXX|\})?\s*$/.test(line)) tags.push({ name: 'end', lines: [] })
    else tags.at(-1)?.lines.push(line)
  }
  return tags.map((tag) => ({ name: tag.name, text: tag.lines.join('\n').trim() }))
}

const amountOf = (text: string): Decimal => {
  const digits = text.replace(',', '.').replace(/\.$/, '')
  return decimal(digits.startsWith('.') ? `0${digits}` : digits)
}

const century = (date: string) => dayIn(`20${date}`)

interface Balance {
  readonly currency: string
  readonly amount: Decimal
}

const balanceOf = (text: string | undefined): Balance | null => {
  const found = /^([CD])\d{6}([A-Z]{3})([\d,]+)/.exec(text ?? '')
  if (found === null) return null
  const [, side, currency = '', digits = ''] = found
  return { currency, amount: side === 'D' ? amountOf(digits).neg() : amountOf(digits) }
}

// Value date, entry date, mark (RC and RD take back), third letter of the currency, amount, type, reference of the owner // of the bank.
const entry = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d,]+)([A-Z][A-Z0-9]{3})?([^\n/]*)(?:\/\/([^\n]*))?/

/** The booking day: the entry date in the year of the value date, or of the one beside it at the turn of a year. */
const bookedOn = (valued: string, booked: string | undefined) => {
  const value = century(valued)
  if (booked === undefined || value === null) return value
  const year = Number(value.slice(0, 4))
  const [valueMonth, month] = [Number(value.slice(5, 7)), Number(booked.slice(0, 2))]
  const shift = valueMonth === 12 && month === 1 ? 1 : valueMonth === 1 && month === 12 ? -1 : 0
  return dayIn(`${year + shift}${booked}`) ?? value
}

/** `?32` and `/NAME/` name the other side where a bank structures the words; else they are all memo. */
const wordsOf = (text: string) => {
  const flat = text.replace(/\s*\n\s*/g, ' ').trim()
  const parts = new Map(
    [...flat.matchAll(/\?(\d\d)([^?]*)/g)].map((found) => [found[1] ?? '', (found[2] ?? '').trim()]),
  )
  if (parts.size === 0) {
    const [, name = ''] = /\/NAME\/([^/]+)/.exec(flat) ?? []
    const [, account = ''] = /\/IBAN\/([^/]+)/.exec(flat) ?? []
    return { memo: flat, counterparty: name.trim(), counterpartyAccount: account.trim() }
  }
  const joined = (from: number, to: number) =>
    [...parts]
      .filter(([code]) => Number(code) >= from && Number(code) <= to)
      .map(([, words]) => words)
      .join(' ')
      .trim()
  return {
    memo: `${parts.get('00') ?? ''} ${joined(20, 29)}`.trim(),
    counterparty: joined(32, 33),
    counterpartyAccount: parts.get('31') ?? '',
  }
}

const lineOf = (text: string, words: string, row: number): StatementLine | null => {
  const found = entry.exec(text)
  if (found === null) return null
  const [, valued = '', booked, mark, , digits = '', , own = '', bank = ''] = found
  const date = bookedOn(valued, booked)
  if (date === null) return null
  const isOut = mark === 'D' || mark === 'RC'
  const amount = isOut ? amountOf(digits).neg() : amountOf(digits)
  const reference = own.trim() === 'NONREF' ? bank.trim() : own.trim()
  return {
    row,
    date,
    time: '',
    amount,
    balance: null,
    ...wordsOf(words),
    reference,
    fee: null,
    side: isOut ? 'out' : 'in',
    leftOut: null,
  }
}

const readOne = (tags: readonly Tag[]): ReadStatement => {
  const textOf = (...names: readonly string[]) => tags.find((tag) => names.includes(tag.name))?.text
  const lines = tags.flatMap((tag, index): StatementLine[] => {
    if (tag.name !== '61') return []
    const next = tags[index + 1]
    const line = lineOf(tag.text, next?.name === '86' ? next.text : '', index + 1)
    return line === null ? [] : [line]
  })
  const [opening, closing] = [balanceOf(textOf('60F', '60M')), balanceOf(textOf('62F', '62M'))]
  const difference =
    opening === null || closing === null
      ? decimal(0)
      : closing.amount.minus(opening.amount).minus(sum(lines.map((line) => line.amount)))
  return {
    account: (textOf('25') ?? '').split('/').at(-1) ?? '',
    currency: opening?.currency ?? closing?.currency ?? '',
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    lines,
    warnings: difference.isZero() ? [] : [sumWarning(difference)],
  }
}

export const isMt940 = (text: string): boolean =>
  /^:20:/m.test(text) && /^:25:/m.test(text) && /^:6[02][FM]:/m.test(text)

/** MT940 of SWIFT: statements one after another, each from `:20:` on. */
export const readMt940 = (text: string): ReadStatement[] => {
  const tags = tagsOf(text)
  const starts = tags.flatMap((tag, index) => (tag.name === '20' ? [index] : []))
  return starts.map((start, index) => readOne(tags.slice(start, starts[index + 1])))
}
