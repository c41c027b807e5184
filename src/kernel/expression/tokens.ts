/** A piece of an expression as it was written, and where. */
export interface Token {
  readonly sort: 'number' | 'text' | 'name' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

/** What is wrong with an expression, and where in it: counted in characters from 0. */
export class ExpressionError extends Error {
  readonly zh: string
  readonly en: string
  readonly at: number

  constructor(zh: string, en: string, at: number) {
    super(`${en} (at ${at})`)
    this.name = 'ExpressionError'
    this.zh = zh
    this.en = en
    this.at = at
  }
}

/** What may be typed on a Chinese keyboard for a sign. */
const alike: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '＋': '+',
  '－': '-',
  '×': '*',
  '÷': '/',
  '＞': '>',
  '＜': '<',
  '＝': '=',
  '≥': '>=',
  '≤': '<=',
  '≠': '<>',
  '!=': '<>',
  '==': '=',
}

const pattern =
  /\s+|(\d+(?:\.\d+)?%?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|“[^”]*”)|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(>=|<=|<>|!=|==|[-+*/(),><=（），＋－×÷＞＜＝≥≤≠])/uy

const longest = 2000

/** Takes an expression apart. Throws an ExpressionError at the first character that belongs to nothing. */
export const tokensOf = (text: string): Token[] => {
  if (text.length > longest)
    throw new ExpressionError('公式过长（最多 2000 字）', 'is too long (2000 characters)', longest)
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const found = pattern.exec(text)
    if (found === null) throw new ExpressionError(`不认识“${text[at]}”`, `${text[at]} is not understood`, at)
    const [, number, quoted, name, sign] = found
    if (number !== undefined) tokens.push({ sort: 'number', text: number, at })
    else if (quoted !== undefined) tokens.push({ sort: 'text', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1'), at })
    else if (name !== undefined) tokens.push({ sort: 'name', text: name, at })
    else if (sign !== undefined) tokens.push({ sort: 'sign', text: alike[sign] ?? sign, at })
  }
  return [...tokens, { sort: 'end', text: '', at: text.length }]
}
