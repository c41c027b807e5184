/** A name as it is compared: one width and case, without signs, and without what banks put round it. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** A company's name without the words that every company has. */
export const coreName = (name: string): string =>
  plainText(name).replace(/(有限责任公司|股份有限公司|有限公司|公司|经营部|商行|个体工商户)$/u, '')

/** One of several words, parted by `|`, is in the text. */
export const hasOneOf = (text: string, words: string): boolean => {
  const plain = plainText(text)
  return words
    .split('|')
    .map(plainText)
    .some((word) => word !== '' && plain.includes(word))
}

export const digitsIn = (text: string): string => text.replace(/\D/g, '')

/** Numbers of documents and invoices in a memo: `XSCK-202601-0007`, 24312000000001, INV0012. */
export const numbersIn = (memo: string): readonly string[] =>
  memo
    .normalize('NFKC')
    .toUpperCase()
    .match(/[A-Z]{1,6}-?\d{4,8}-\d{2,6}|[A-Z]{0,6}\d{5,24}/g) ?? []

/** Whether a memo names a number, whole or by its last digits where these are long enough to mean it. */
export const namesNumber = (named: readonly string[], number: string): boolean => {
  const known = number.normalize('NFKC').toUpperCase()
  if (known === '') return false
  return named.some((one) => one === known || (digitsIn(one).length >= 8 && digitsIn(one) === digitsIn(known)))
}
