/** The check digit of a GS1 key: the digits before it, weighted 3 and 1 from the right, up to the next ten. */
export const checkDigit = (digits: string): string => {
  let total = 0
  for (let index = 0; index < digits.length; index += 1) {
    total += Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 3 : 1)
  }
  return String((10 - (total % 10)) % 10)
}

/** Whether digits end in their check digit. */
export const hasCheckDigit = (digits: string): boolean =>
  /^\d{2,}$/u.test(digits) && checkDigit(digits.slice(0, -1)) === digits.at(-1)

const lengths = new Set([8, 12, 13, 14])

/** Whether a code is a GTIN: EAN-8, UPC-A, EAN-13 or GTIN-14, with its check digit. */
export const isGtin = (code: string): boolean => lengths.has(code.length) && hasCheckDigit(code)

/**
 * The ways one GTIN is written: with leading zeros up to 14 places and without, as long as the length is one that GTINs have. A
 * label of a box says 14 digits, the till's table 13.
 */
export const gtinForms = (gtin: string): string[] => {
  const bare = gtin.replace(/^0+/u, '')
  return [14, 13, 12, 8].filter((length) => length >= bare.length).map((length) => bare.padStart(length, '0'))
}
