import { decimal } from '../../base/decimal.ts'
import type { Decimal } from '../../base/decimal.ts'
import { ExpressionError, tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '<>' | '>' | '>=' | '<' | '<=' | 'and' | 'or' | 'in'

/** An expression taken apart: a tree, with the place of each part for what is to be said about it. */
export type Expression =
  | { readonly sort: 'value'; readonly value: Decimal | string | boolean | null; readonly at: number }
  | { readonly sort: 'name'; readonly name: string; readonly at: number }
  | { readonly sort: 'call'; readonly name: string; readonly values: readonly Expression[]; readonly at: number }
  | { readonly sort: 'not' | 'minus'; readonly value: Expression; readonly at: number }
  | {
      readonly sort: 'binary'
      readonly operator: BinaryOperator
      readonly left: Expression
      readonly right: Expression
      readonly at: number
    }
  | { readonly sort: 'list'; readonly values: readonly Expression[]; readonly at: number }

const words: Readonly<Record<string, string>> = { 且: 'and', 并且: 'and', 或: 'or', 或者: 'or', 非: 'not', 属于: 'in' }
const constants: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  是: true,
  否: false,
  空: null,
  null: null,
}

/** Deeper than this no one writes, and no one reads. */
const deepest = 40

/** Precedence, loosest first. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '<>', '>', '>=', '<', '<=', 'in'],
  ['+', '-'],
  ['*', '/'],
]

class Reader {
  readonly tokens: readonly Token[]
  #next = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  get token(): Token {
    return this.tokens[this.#next] ?? { sort: 'end', text: '', at: 0 }
  }

  /** The operator or word that is next, in its English spelling. */
  get word(): string {
    const { sort, text } = this.token
    return sort === 'name' ? (words[text] ?? text.toLowerCase()) : sort === 'sign' ? text : ''
  }

  take(): Token {
    const taken = this.token
    this.#next += 1
    return taken
  }

  expect(sign: string): void {
    if (this.token.sort === 'sign' && this.token.text === sign) this.take()
    else throw new ExpressionError(`这里应为“${sign}”`, `${sign} is expected`, this.token.at)
  }

  deeper<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > deepest) throw new ExpressionError('括号嵌套过深', 'is nested too deep', this.token.at)
    const result = read()
    this.#depth -= 1
    return result
  }
}

const listIn = (reader: Reader): Expression[] => {
  reader.expect('(')
  const values: Expression[] = []
  while (!(reader.token.sort === 'sign' && reader.token.text === ')')) {
    if (values.length > 0) reader.expect(',')
    values.push(binary(reader, 0))
  }
  reader.expect(')')
  return values
}

const number = (text: string): Decimal => (text.endsWith('%') ? decimal(text.slice(0, -1)).div(100) : decimal(text))

const primary = (reader: Reader): Expression => {
  const token = reader.token
  if (token.sort === 'number') return { sort: 'value', value: number(reader.take().text), at: token.at }
  if (token.sort === 'text') return { sort: 'value', value: reader.take().text, at: token.at }
  if (token.sort === 'sign' && token.text === '(') {
    const values = reader.deeper(() => listIn(reader))
    const [only] = values
    if (only === undefined) throw new ExpressionError('括号里没有内容', 'the brackets are empty', token.at)
    return values.length === 1 ? only : { sort: 'list', values, at: token.at }
  }
  if (token.sort === 'end') throw new ExpressionError('公式没有写完', 'is not complete', token.at)
  if (token.sort !== 'name')
    throw new ExpressionError(`这里不应为“${token.text}”`, `${token.text} is not expected`, token.at)
  reader.take()
  if (Object.hasOwn(constants, token.text)) return { sort: 'value', value: constants[token.text] ?? null, at: token.at }
  if (reader.token.sort === 'sign' && reader.token.text === '(')
    return { sort: 'call', name: token.text, values: reader.deeper(() => listIn(reader)), at: token.at }
  return { sort: 'name', name: token.text, at: token.at }
}

const unary = (reader: Reader): Expression => {
  const { at } = reader.token
  if (reader.token.sort === 'sign' && reader.token.text === '-') {
    reader.take()
    return { sort: 'minus', value: reader.deeper(() => unary(reader)), at }
  }
  if (reader.word === 'not') {
    reader.take()
    return { sort: 'not', value: reader.deeper(() => binary(reader, 2)), at }
  }
  return primary(reader)
}

const binary = (reader: Reader, level: number): Expression => {
  const operators = levels[level]
  if (operators === undefined) return unary(reader)
  let left = binary(reader, level + 1)
  for (;;) {
    const operator = operators.find((one) => one === reader.word)
    if (operator === undefined) return left
    const { at } = reader.take()
    left = { sort: 'binary', operator, left, right: binary(reader, level + 1), at }
  }
}

/**
 * Reads an expression such as `amount > 10000 and department = "华东部"`. It has no effect and calls nothing but the functions
 * it names: what is written is a value, never a program. Throws an ExpressionError that says what is wrong and where.
 */
export const parseExpression = (text: string): Expression => {
  const tokens = tokensOf(text)
  if (tokens.length === 1) throw new ExpressionError('请填写公式', 'is empty', 0)
  const reader = new Reader(tokens)
  const expression = binary(reader, 0)
  if (reader.token.sort !== 'end')
    throw new ExpressionError(`“${reader.token.text}”多余`, `${reader.token.text} is too much`, reader.token.at)
  return expression
}
