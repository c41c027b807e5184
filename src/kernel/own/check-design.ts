import { fieldKinds } from '../definition/field-kinds.ts'
import { UnreadableValue } from '../definition/field-kinds.ts'
import { rightToSee } from '../definition/field.ts'
import type { Field, Fields } from '../definition/field.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { FieldProblem } from '../definition/problem.ts'
import type { AnyDocument, AnyEntity } from '../definition/record.ts'
import { changeShared } from '../documents/shared-records.ts'
import { lineTableOf, onlyOwn, tableOf } from '../documents/storage.ts'
import type { EntityCheck, Values, Work } from '../posting/work.ts'
import { designedAs } from './company-view.ts'
import { checkFormulas } from './check-formulas.ts'
import { checkNumbering } from './check-numbering.ts'
import { readDesignedField } from './design.ts'
import type { DesignedField, FormDesign } from './design.ts'
import { bareType, readDesigns } from './installed-in.ts'
import { ownDocument, ownRecord } from './own-document.ts'
import { headPart, ownForm } from './own-form.ts'
import { isOwnName } from './own-values.ts'

const mostFields = 100

/** Types that keep the product itself and are not for shaping. */
const fixed = new Set<string>([ownForm.name, ownDocument.name, ownRecord.name])

const linesIn = (record: Values): Values[] => {
  const lines = record['fields']
  return Array.isArray(lines) ? (lines as Values[]) : []
}

/** A design as it is about to be kept. */
const designOf = (record: Values): FormDesign => {
  const { code, numbering } = record
  return {
    type: String(code),
    numbering: typeof numbering === 'string' && numbering.trim() !== '' ? numbering.trim() : null,
    fields: linesIn(record).map(readDesignedField),
  }
}

const headerOf = (definition: AnyEntity | AnyDocument): Fields =>
  definition.sort === 'document' ? definition.header : definition.fields

const partOf = (definition: AnyEntity | AnyDocument, part: string): Fields | undefined =>
  part === headPart ? headerOf(definition) : definition.tables[part]?.fields

const ownProblems = (one: DesignedField, path: string, line: Values, work: Work): FieldProblem[] => {
  const { entities } = work.installed.catalogue
  return [
    ...(one.label === null ? [fieldProblem(`${path}label`, '请填写字段标题', 'a field needs a title')] : []),
    ...(line['kind'] === null || line['kind'] === undefined
      ? [fieldProblem(`${path}kind`, '请选择字段类型', 'a field needs a kind')]
      : []),
    ...(one.kind === 'choice' && Object.keys(one.choices).length === 0
      ? [fieldProblem(`${path}choices`, '单选至少要有一个选项', 'a choice needs at least one option')]
      : []),
    ...(one.kind === 'ref' && (one.target === null || !entities.has(one.target))
      ? [fieldProblem(`${path}target`, '请选择引用哪种资料', 'choose what it refers to')]
      : []),
    ...(one.scale !== null && (one.scale < 0 || one.scale > 10)
      ? [fieldProblem(`${path}scale`, '小数位应在 0 到 10 之间', 'decimal places must be between 0 and 10')]
      : []),
    ...(one.findable && (one.secrecy !== null || one.hiddenFrom.length > 0)
      ? [fieldProblem(`${path}findable`, '保密字段不能参与搜索', 'a field that is kept from people cannot be searched')]
      : []),
  ]
}

const placeProblems = (one: DesignedField, path: string, bare: AnyEntity | AnyDocument): FieldProblem[] => {
  const fields = partOf(bare, one.part)
  if (fields === undefined) return [fieldProblem(`${path}part`, '没有这个位置', 'there is no such part')]
  if (isOwnName(one.name)) return []
  const field = fields[one.name]
  if (field === undefined)
    return [
      fieldProblem(
        `${path}name`,
        `没有字段“${one.name.slice(0, 40)}”；自定义字段名以 x_ 开头，只用小写字母、数字和下划线`,
        'there is no such field; names of own fields begin with x_ and are small letters, digits and underscores',
      ),
    ]
  const takesAway = one.concealed || one.hiddenFrom.length > 0
  if (takesAway && field.required && field.initial === undefined)
    return [
      fieldProblem(
        `${path}concealed`,
        `“${field.label}”是必填项，不能隐藏`,
        `${one.name} is required and cannot be hidden`,
      ),
    ]
  return []
}

/** What a new record starts with must be a value of the field. */
const startProblems = (one: DesignedField, field: Field | undefined, path: string): FieldProblem[] => {
  if (one.start === null || field === undefined || (one.start === 'today' && field.kind === 'date')) return []
  try {
    fieldKinds[field.kind].parse(field, one.start)
    return []
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error
    return [{ path: `${path}start`, message: error.text }]
  }
}

const doubled = (design: FormDesign, shaped: AnyEntity | AnyDocument): FieldProblem[] =>
  design.fields.flatMap((one, index) => {
    const path = `fields.${index}.`
    const before = design.fields.slice(0, index).filter((other) => other.part === one.part)
    if (before.some((other) => other.name === one.name))
      return [fieldProblem(`${path}name`, `字段名“${one.name}”重复`, 'the name is there already')]
    const label = one.label ?? ''
    const same = Object.entries(partOf(shaped, one.part) ?? {}).some(
      ([name, field]) => name !== one.name && field.label === label && field.archived !== true,
    )
    return same && !one.archived
      ? [fieldProblem(`${path}label`, `已有标题为“${label}”的字段`, 'there is a field of that title already')]
      : []
  })

const unknownRoles = async (work: Work, design: FormDesign): Promise<FieldProblem[]> => {
  if (design.fields.every((one) => one.hiddenFrom.length === 0)) return []
  const rows = await work.tx.rows<{ name: string }>('select name from role where company_id = $1', [work.company])
  const known = new Set(rows.map((row) => row.name))
  return design.fields.flatMap((one, index) =>
    one.hiddenFrom
      .filter((role) => !known.has(role))
      .map((role) => fieldProblem(`fields.${index}.hiddenFrom`, `没有角色“${role}”`, `there is no role ${role}`)),
  )
}

/** Whether any record has a value in an own field. */
const isKept = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  part: string,
  name: string,
): Promise<boolean> => {
  if (part !== headPart && definition.tables[part] === undefined) return false
  const table = part === headPart ? tableOf(definition) : lineTableOf(definition, part)
  const rows = await work.tx.rowsIn(
    'whole',
    `select 1 from ${table.name} where company_id = $1 and custom ->> $2 is not null${onlyOwn(table)} limit 1`,
    [work.company, name],
  )
  return rows.length > 0
}

/** What has values is neither turned into another kind nor taken away: it is archived, and what it holds stays. */
const lostValues = async (
  work: Work,
  definition: AnyEntity | AnyDocument,
  before: FormDesign | undefined,
  after: FormDesign,
): Promise<FieldProblem[]> => {
  const gone = (before?.fields ?? []).filter((one) => {
    if (!isOwnName(one.name)) return false
    const now = after.fields.find((other) => other.part === one.part && other.name === one.name)
    return now === undefined || now.kind !== one.kind || now.target !== one.target
  })
  const kept = await Promise.all(gone.map((one) => isKept(work, definition, one.part, one.name)))
  return gone.flatMap((one, index) => {
    if (kept[index] !== true) return []
    const at = after.fields.findIndex((other) => other.part === one.part && other.name === one.name)
    return at < 0
      ? [
          fieldProblem(
            'fields',
            `“${one.label}”已有数据，不能删除；请改为停用`,
            `${one.name} holds values; archive it instead`,
          ),
        ]
      : [
          fieldProblem(
            `fields.${at}.kind`,
            `“${one.label}”已有数据，不能改变类型；请停用后另建字段`,
            `${one.name} holds values and keeps its kind; archive it and add another`,
          ),
        ]
  })
}

/** The fields that a formula may read without telling anyone what they may not see. */
const secrecyOf = (field: Field): string =>
  [rightToSee(field.sensitive) ?? '', ...(field.hiddenFrom ?? []).toSorted()].join()

/** A form design shapes a type that there is, by fields that hold together; what is kept already is not lost by it. */
export const checkOwnForm: EntityCheck = {
  entity: ownForm,
  check: async (record, work) => {
    const design = designOf(record)
    const bare = fixed.has(design.type) ? undefined : await bareType(work, design.type)
    if (bare === undefined || bare.internal === true)
      return [
        fieldProblem('code', `没有“${design.type.slice(0, 60)}”这种资料或单据`, 'there is no such type of record'),
      ]
    if (design.fields.length > mostFields)
      return [fieldProblem('fields', `一张表单最多 ${mostFields} 个字段`, `a form has at most ${mostFields} fields`)]
    const shaped = designedAs(bare, design, work.installed.product ?? work.installed.catalogue)
    const lines = linesIn(record)
    const problems = design.fields.flatMap((one, index) => {
      const path = `fields.${index}.`
      const own = isOwnName(one.name) ? ownProblems(one, path, lines[index] ?? {}, work) : []
      const field = partOf(shaped, one.part)?.[one.name]
      return [...placeProblems(one, path, bare), ...own, ...startProblems(one, field, path)]
    })
    if (problems.length > 0) return problems
    const before = (await readDesigns(work)).find((other) => other.type === design.type)
    const [lost, roles, numbering] = await Promise.all([
      lostValues(work, bare, before, design),
      unknownRoles(work, design),
      checkNumbering(work, bare, design.numbering),
    ])
    // What others have read of the type was read by the old design.
    if (bare.sort === 'entity') changeShared(work, bare.name)
    return [...doubled(design, shaped), ...checkFormulas(design, shaped, secrecyOf), ...lost, ...roles, ...numbering]
  },
}
