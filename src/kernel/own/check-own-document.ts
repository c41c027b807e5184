import { textOf } from '../../base/text.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { EntityCheck, Values, Work } from '../posting/work.ts'
import { checkNumbering } from './check-numbering.ts'
import { ownDefinition } from './company-view.ts'
import { readOwnTypes } from './installed-in.ts'
import { ownDocument, ownTypeName } from './own-document.ts'

const typeOf = (record: Values) => {
  const { code, name, numbering, english, linesLabel } = record
  return {
    name: String(code),
    label: String(name),
    numbering: textOf(numbering),
    english: typeof english === 'string' ? english : null,
    linesLabel: typeof linesLabel === 'string' && linesLabel !== '' ? linesLabel : null,
  }
}

/** Whether records of a type have lines. */
const hasLines = async (work: Work, type: string): Promise<boolean> => {
  const rows = await work.tx.rowsIn(
    'whole',
    `select 1 from own_record_line l join own_record r on r.company_id = l.company_id and r.id = l.owner_id
     where l.company_id = $1 and r.own_type = $2 limit 1`,
    [work.company, type],
  )
  return rows.length > 0
}

const namesakeProblems = (work: Work, type: ReturnType<typeof typeOf>): FieldProblem[] => {
  const { entities, documents } = work.installed.catalogue
  const same = [...entities.values(), ...documents.values()].find(
    (other) => other.name !== type.name && other.label === type.label,
  )
  return same === undefined
    ? []
    : [fieldProblem('name', `已有叫“${type.label}”的单据或资料，请换一个名称`, 'there is a type of that name already')]
}

/** A type of a company's own has a name of its own and numbers of its own; what is written of it is not lost. */
export const checkOwnDocument: EntityCheck = {
  entity: ownDocument,
  check: async (record, work, isNew) => {
    const type = typeOf(record)
    if (!ownTypeName.test(type.name))
      return [
        fieldProblem(
          'code',
          '编码以小写 x 开头、后接大写字母，只用英文字母和数字，如 xVisit',
          'a code is x, a capital letter, and letters and digits, like xVisit',
        ),
      ]
    const problems = [
      ...namesakeProblems(work, type),
      ...(await checkNumbering(work, ownDefinition(type), type.numbering)),
    ]
    if (isNew) return problems
    const before = (await readOwnTypes(work)).find((one) => one.name === type.name)
    const dropsLines = typeof before?.linesLabel === 'string' && type.linesLabel === null
    return dropsLines && (await hasLines(work, type.name))
      ? [...problems, fieldProblem('linesLabel', '已有明细数据，不能取消明细表', 'there are lines already')]
      : problems
  },
}
