const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codePattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** The check character of the first 17 characters of a 统一社会信用代码 (GB 32100-2015); undefined when they cannot be one. */
export function socialCreditCheckCharacter(body: string): string | undefined {
  if (body.length !== 17) return undefined
  let total = 0
  let weight = 1
  for (const character of body) {
    const value = alphabet.indexOf(character)
    if (value < 0) return undefined
    total += value * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (total % 31)) % 31)
}

/** Whether the text is a 统一社会信用代码: 18 characters in capitals with the right check character. */
export function isSocialCreditCode(text: string): boolean {
  return codePattern.test(text) && socialCreditCheckCharacter(text.slice(0, 17)) === text.charAt(17)
}
