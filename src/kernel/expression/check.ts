import { functionNamed } from './functions.ts'
import type { Expression } from './parse.ts'
import { ExpressionError } from './tokens.ts'
import type { ValueType } from './value.ts'

/** The names an expression may use: by the name it is stored under or its Chinese label, with their types. */
export interface Names {
  typeOf(name: string): ValueType | undefined
}

const typeWords: Readonly<Record<ValueType, { zh: string; en: string }>> = {
  number: { zh: '数字', en: 'a number' },
  text: { zh: '文字', en: 'text' },
  boolean: { zh: '是否', en: 'yes or no' },
  list: { zh: '列表', en: 'a list' },
  any: { zh: '任意', en: 'anything' },
}

const fits = (given: ValueType, wanted: ValueType) =>
  given === wanted || given === 'any' || wanted === 'any' || (given === 'list' && wanted === 'number')

const want = (expression: Expression, names: Names, wanted: ValueType): void => {
  const given = typeOfExpression(expression, names)
  if (fits(given, wanted)) return
  throw new ExpressionError(
    `这里应为${typeWords[wanted].zh}，而不是${typeWords[given].zh}`,
    `${typeWords[wanted].en} is expected, not ${typeWords[given].en}`,
    expression.at,
  )
}

const typeOfCall = (expression: Extract<Expression, { sort: 'call' }>, names: Names): ValueType => {
  const found = functionNamed(expression.name)
  if (found === undefined)
    throw new ExpressionError(`没有函数“${expression.name}”`, `there is no function ${expression.name}`, expression.at)
  const { values } = expression
  if (values.length < found.takes.length || (found.many !== true && values.length > found.takes.length)) {
    throw new ExpressionError(
      `“${expression.name}”需要 ${found.takes.length} 个值`,
      `${expression.name} takes ${found.takes.length}`,
      expression.at,
    )
  }
  for (const [index, value] of values.entries()) want(value, names, found.takes[index] ?? found.takes.at(-1) ?? 'any')
  if (typeof found.gives === 'string') return found.gives
  const same = values[found.gives.sameAs]
  return same === undefined ? 'any' : typeOfExpression(same, names)
}

const typeOfBinary = (expression: Extract<Expression, { sort: 'binary' }>, names: Names): ValueType => {
  const { operator, left, right } = expression
  if (operator === 'and' || operator === 'or') {
    want(left, names, 'boolean')
    want(right, names, 'boolean')
    return 'boolean'
  }
  if (operator === 'in') {
    typeOfExpression(left, names)
    if (right.sort !== 'list' && typeOfExpression(right, names) !== 'any')
      throw new ExpressionError('“属于”后面应为列表，如 (1, 2)', 'a list like (1, 2) is expected', right.at)
    return 'boolean'
  }
  if (operator === '=' || operator === '<>') {
    want(right, names, typeOfExpression(left, names))
    return 'boolean'
  }
  if (operator === '+' && typeOfExpression(left, names) === 'text') {
    want(right, names, 'text')
    return 'text'
  }
  const compares = ['>', '>=', '<', '<='].includes(operator)
  // Dates are text that sorts as it should.
  const wanted = compares && typeOfExpression(left, names) === 'text' ? 'text' : 'number'
  want(left, names, wanted)
  want(right, names, wanted)
  return compares ? 'boolean' : 'number'
}

const typeOfValue = (value: unknown): ValueType => {
  if (value === null) return 'any'
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'boolean' : 'number'
}

/** The type of what an expression gives. Throws an ExpressionError where it cannot be reckoned, whatever the values. */
export const typeOfExpression = (expression: Expression, names: Names): ValueType => {
  switch (expression.sort) {
    case 'value':
      return typeOfValue(expression.value)
    case 'name': {
      const type = names.typeOf(expression.name)
      if (type !== undefined) return type
      throw new ExpressionError(`没有字段“${expression.name}”`, `there is no field ${expression.name}`, expression.at)
    }
    case 'minus':
      want(expression.value, names, 'number')
      return 'number'
    case 'not':
      want(expression.value, names, 'boolean')
      return 'boolean'
    case 'list':
      for (const value of expression.values) typeOfExpression(value, names)
      return 'list'
    case 'call':
      return typeOfCall(expression, names)
    default:
      return typeOfBinary(expression, names)
  }
}
