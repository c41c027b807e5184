/** Widths of bars and spaces of each value, a bar first; the last is the stop with its closing bar (ISO/IEC 15417). */
const widths =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112'.split(
    ' ',
  )

const codeB = 100
const codeC = 99
const startB = 104
const startC = 105
const stop = 106
/** The separator of GS1 elements, in both code sets. */
const fnc1 = 102

const digitsFrom = (text: string, at: number): number => /^\d*/u.exec(text.slice(at))?.[0].length ?? 0

/** The values of a symbol without its check value: digits by pairs where four and more follow each other, the rest in set B. */
const valuesOf = (text: string, separator: string): number[] => {
  const startsInC = digitsFrom(text, text.startsWith(separator) ? 1 : 0) >= 4
  const values = [startsInC ? startC : startB]
  let inC = startsInC
  let at = 0
  while (at < text.length) {
    if (text.charAt(at) === separator) {
      values.push(fnc1)
      at += 1
      continue
    }
    const digits = digitsFrom(text, at)
    if (digits >= (inC ? 2 : 4)) {
      // An odd digit goes before the pairs, in the set of letters.
      if (!inC && digits % 2 === 0) {
        values.push(codeC)
        inC = true
      }
      if (inC) {
        values.push(Number(text.slice(at, at + 2)))
        at += 2
        continue
      }
    }
    if (inC) {
      values.push(codeB)
      inC = false
    }
    const code = text.charCodeAt(at)
    if (code < 32 || code > 127) throw new RangeError(`Code 128 has no ${text.charAt(at)}`)
    values.push(code - 32)
    at += 1
  }
  return values
}

/**
 * A text as Code 128: the widths of its bars and spaces in modules, a bar first. `separator` is written as FNC1; text that begins
 * with it is GS1-128. Throws a RangeError for what is not ASCII.
 */
export const code128 = (text: string, separator = '\u001d'): number[] => {
  const values = valuesOf(text, separator)
  const check = values.reduce((sum, value, index) => sum + value * Math.max(index, 1), 0) % 103
  return [...values, check, stop].flatMap((value) => (widths[value] ?? '').split('').map(Number))
}
