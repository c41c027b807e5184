import { checkDigit } from './gtin.ts'

/** A tag's unit: its GTIN and its serial number. */
export interface EpcUnit {
  readonly gtin: string
  readonly serial: string
}

/** Bits of the company prefix by partition value, and its digits; the item reference takes the rest of 44 bits and 13 digits. */
const partitions = [
  [40, 12],
  [37, 11],
  [34, 10],
  [30, 9],
  [27, 8],
  [24, 7],
  [20, 6],
] as const

/**
 * The unit of an SGTIN-96 tag, 24 hexadecimal digits (GS1 EPC Tag Data Standard, 14.6.1): header 0x30, filter, partition, company
 * prefix, indicator with item reference, serial number. Null where it is no such tag.
 */
export const readSgtin96 = (text: string): EpcUnit | null => {
  if (!/^30[0-9a-f]{22}$/iu.test(text)) return null
  const bits = BigInt(`0x${text}`)
  const take = (from: number, length: number): bigint =>
    (bits >> BigInt(96 - from - length)) & ((1n << BigInt(length)) - 1n)
  const partition = partitions[Number(take(11, 3))]
  if (partition === undefined) return null
  const [prefixBits, digits] = partition
  const prefix = take(14, prefixBits).toString().padStart(digits, '0')
  const reference = take(14 + prefixBits, 44 - prefixBits)
    .toString()
    .padStart(13 - digits, '0')
  if (prefix.length !== digits || reference.length !== 13 - digits) return null
  const body = `${reference.charAt(0)}${prefix}${reference.slice(1)}`
  return { gtin: body + checkDigit(body), serial: take(58, 38).toString() }
}
