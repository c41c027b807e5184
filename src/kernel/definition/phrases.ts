/**
 * Sentences that the product writes in Chinese, with their English; `{}` stands for what differs (a figure, a day, a name). They are
 * stored and reckoned in Chinese once, and read in English by whoever reads English.
 */
export type PhraseBook = readonly (readonly [chinese: string, english: string])[]

/** What a label of a field means (字段说明), in a sentence, with its English; fields of that label show it. */
export type TermBook = readonly (readonly [label: string, chinese: string, english: string])[]

const special = /[\\^$.*+?()[\]{}|]/gu
const chinese = /[㐀-鿿]/u
/** Marks what is English already, so that no later phrase is looked for in it. */
const open = '\uE000'
const close = '\uE001'

const marks: ReadonlyMap<string, string> = new Map([
  ['；', '; '],
  ['，', ', '],
  ['、', ', '],
  ['：', ': '],
  ['。', '. '],
  ['（', ' ('],
  ['）', ')'],
  ['＝', ' = '],
  ['＋', ' + '],
  ['－', ' − '],
  ['×', ' × '],
  ['“', '“'],
  ['　', '  '],
])

interface Compiled {
  readonly pattern: RegExp
  readonly english: string
}

/** What stands for `{}` at an end of a phrase reaches to the next mark; in its middle, to the next word of the phrase. */
const compile = ([text, english]: PhraseBook[number]): Compiled => {
  const parts = text.split('{}')
  const source = parts
    .map((part, index) => {
      const plain = part.replace(special, String.raw`\$&`)
      if (index === parts.length - 1) return plain
      const isEnd = (index === 0 && part === '') || (index === parts.length - 2 && parts.at(-1) === '')
      return `${plain}${isEnd ? '([^；，、。（）：＝＋－×\uE000\uE001]+?(?=[；，、。（）：＝＋－×\uE000]|$)|[^；，、。（）：＝＋－×\uE000\uE001]+?)' : '([^\uE000\uE001]+?)'}`
    })
    .join('')
  return { pattern: new RegExp(source, 'gu'), english }
}

const fill = (english: string, values: readonly string[]): string => {
  let next = 0
  return english.replace(/\{(\d*)\}/gu, (_, place: string) => {
    const at = place === '' ? next : Number(place) - 1
    next += 1
    return (values[at] ?? '').trim()
  })
}

/**
 * Reads texts in English by these phrases. A text is read only where phrases explain all of it: names and what people typed
 * stay as they are.
 */
export const phraseReader = (book: PhraseBook): ((text: string) => string) => {
  const whole = new Map(book.filter(([text]) => !text.includes('{}')))
  const compiled = book.toSorted(([one], [other]) => other.length - one.length).map(compile)
  const known = new Map<string, string>()
  const read = (text: string): string => {
    const same = whole.get(text)
    if (same !== undefined) return same
    let rest = text
    for (const { pattern, english } of compiled) {
      rest = rest.replace(pattern, (...found: readonly (string | number)[]) => {
        const values = found.slice(1, -2).filter((one) => typeof one === 'string')
        return `${open}${fill(english, values)}${close}`
      })
    }
    const outside = rest.replaceAll(new RegExp(`${open}[^${close}]*${close}`, 'gu'), '')
    if (chinese.test(outside)) return text
    return rest
      .replaceAll(/[；，、：。（）＝＋－×　]/gu, (mark) => marks.get(mark) ?? mark)
      .replaceAll(open, ' ')
      .replaceAll(close, ' ')
      .replaceAll(/ +/gu, ' ')
      .replaceAll(/ ([,;:.)])/gu, '$1')
      .replaceAll('( ', '(')
      .trim()
  }
  return (text) => {
    if (!chinese.test(text)) return text
    const before = known.get(text)
    if (before !== undefined) return before
    const english = read(text)
    if (known.size > 5000) known.clear()
    known.set(text, english)
    return english
  }
}
