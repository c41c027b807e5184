import { maskPersonal } from '../definition/personal.ts'

const rules: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/\b(postgres(?:ql)?|https?|smtps?):\/\/[^\s:@/]*:[^\s@/]+@/gi, (found) => `${found.split('://')[0]}://***@`],
  [/\bsealed:1:[\w:-]+/g, () => 'sealed:***'],
  [/\bwhsec_[\w+/=-]+/g, () => 'whsec_***'],
  [/\bsp_[\w-]{10,}/g, () => 'sp_***'],
  [/\b(Bearer|Basic|Link) +[\w.~+/=-]{8,}/gi, (found) => `${found.split(' ')[0]} ***`],
  [/\bsuanpan_session=[^\s;"']+/g, () => 'suanpan_session=***'],
  [
    /\b(password|passwd|passphrase|secret|token|api[_-]?key|authorization)("?\s*[=:]\s*"?)[^\s"',;}]+/gi,
    (found) => found.replace(/([=:]\s*"?)[^\s"',;}=:]+$/, '$1***'),
  ],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (found) => maskPersonal('email', found)],
  [/(?<!\d)\d{17}[\dX](?!\d)/g, (found) => maskPersonal('idNumber', found)],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, (found) => maskPersonal('phone', found)],
  [/(?<![\d.-])\d{14,19}(?![\d.-])/g, (found) => maskPersonal('account', found)],
]

/**
 * A text without what must not leave the house: the secrets that are known, whatever looks like one, and what identifies a
 * person. What is left is enough to see what went wrong.
 */
export const scrub = (text: string, secrets: readonly string[]): string => {
  const known = secrets
    .filter((secret) => secret.length >= 4)
    .reduce((left, secret) => left.replaceAll(secret, '***'), text)
  return rules.reduce((left, [pattern, mask]) => left.replace(pattern, mask), known)
}
