import type { Field, Fields } from '../definition/field.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { typeOfExpression } from '../expression/check.ts'
import { fieldNamed, typeOfField } from '../expression/fields.ts'
import { parseExpression } from '../expression/parse.ts'
import type { Expression } from '../expression/parse.ts'
import { ExpressionError } from '../expression/tokens.ts'
import type { FormDesign } from './design.ts'
import { columnNamed, headFormulaNames, headNamed, lineFormulaNames } from './formulas.ts'
import { headPart } from './own-form.ts'

/** All names that an expression reads. */
const namesRead = (expression: Expression): string[] => {
  switch (expression.sort) {
    case 'name':
      return [expression.name]
    case 'not':
    case 'minus':
      return namesRead(expression.value)
    case 'list':
    case 'call':
      return expression.values.flatMap(namesRead)
    case 'binary':
      return [...namesRead(expression.left), ...namesRead(expression.right)]
    default:
      return []
  }
}

interface Part {
  readonly fields: Fields
  readonly isHead: boolean
  readonly whole: AnyEntity | AnyDocument
}

const headOf = (whole: AnyEntity | AnyDocument): Fields => (whole.sort === 'document' ? whole.header : whole.fields)

/** The field that a formula of a part means by a name. */
const fieldRead = ({ fields, isHead, whole }: Part, name: string): Field | undefined => {
  const own = fieldNamed(fields, name)
  if (own !== undefined) return fields[own]
  if (isHead) return columnNamed(whole.tables, name)?.field
  const above = headNamed(headOf(whole), name)
  return above === undefined ? undefined : headOf(whole)[above]
}

/** Whether a field's formula leads back to the field itself. */
const isCircular = (fields: Fields, name: string, seen: readonly string[] = []): boolean => {
  const formula = fields[name]?.formula
  if (formula === undefined) return false
  if (seen.includes(name)) return true
  return namesRead(parseExpression(formula)).some((read) => {
    const next = fieldNamed(fields, read)
    return next !== undefined && isCircular(fields, next, [...seen, name])
  })
}

const formulaProblems = (
  part: Part,
  name: string,
  field: Field,
  path: string,
  secrecyOf: (field: Field) => string,
): FieldProblem[] => {
  const refuse = (zh: string, en: string) => [fieldProblem(path, zh, en)]
  try {
    const expression = parseExpression(field.formula ?? '')
    const names = part.isHead
      ? headFormulaNames(part.fields, part.whole.tables)
      : lineFormulaNames(part.fields, headOf(part.whole))
    const given = typeOfExpression(expression, names)
    const wanted = typeOfField(field)
    if (given !== wanted && given !== 'any')
      return refuse(`公式的结果不是“${field.label}”的类型`, 'the formula gives another kind of value than the field')
    if (isCircular(part.fields, name)) return refuse('公式循环引用了自身', 'the formula leads back to itself')
    const secret = namesRead(expression)
      .map((read) => fieldRead(part, read))
      .find((read) => read !== undefined && secrecyOf(read) !== '' && secrecyOf(read) !== secrecyOf(field))
    if (secret !== undefined)
      return refuse(
        `公式读取了保密字段“${secret.label}”，本字段也须同样保密`,
        `the formula reads ${secret.english ?? secret.label}, which is kept from some; keep this field from them too`,
      )
    return []
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return [{ path, message: { zh: error.zh, en: error.en } }]
  }
}

/** Formulas can be read, give what their field holds, never lead back to themselves, and tell no one what they may not see. */
export const checkFormulas = (
  design: FormDesign,
  shaped: AnyEntity | AnyDocument,
  secrecyOf: (field: Field) => string,
): FieldProblem[] =>
  design.fields.flatMap((one, index) => {
    if (one.formula === null || one.archived) return []
    const isHead = one.part === headPart
    const fields = isHead ? headOf(shaped) : (shaped.tables[one.part]?.fields ?? {})
    const field = fields[one.name]
    if (field?.formula === undefined) return []
    return formulaProblems({ fields, isHead, whole: shaped }, one.name, field, `fields.${index}.formula`, secrecyOf)
  })
