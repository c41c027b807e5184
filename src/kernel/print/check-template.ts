import type { Json } from '../../base/json.ts'
import { isUuid } from '../../base/id.ts'
import { fieldProblem } from '../definition/problem.ts'
import type { EntityCheck, Work } from '../posting/work.ts'
import { printTemplate } from './print-template.ts'
import { printNamesOf } from './template/print-names.ts'
import type { AnyRecord } from './template/print-names.ts'
import { readLayout } from './template/read-layout.ts'

/** The type of record that a template, or whoever asks for one, names; undefined where there is none. */
export const printedType = (work: Pick<Work, 'installed'>, name: string): AnyRecord | undefined =>
  work.installed.catalogue.documents.get(name) ?? work.installed.catalogue.entities.get(name)

/** Every name there is, whoever may see it: a template is made for all, and each prints what they may see. */
export const allNamesOf = (work: Pick<Work, 'installed'>, definition: AnyRecord) =>
  printNamesOf(definition, { catalogue: work.installed.catalogue, isSeen: () => true, mayRead: () => true })

/** A template names fields there are, fits a paper, and its conditions say yes or no. */
export const checkPrintTemplate: EntityCheck = {
  entity: printTemplate,
  check: async (record, work) => {
    const definition = printedType(work, String(record['recordType']))
    if (definition === undefined) return [fieldProblem('recordType', '请选择打印对象', 'choose what is printed')]
    const { problems } = readLayout((record['layout'] ?? {}) as Json, allNamesOf(work, definition))
    const target = record['forRecord']
    return typeof target === 'string' && target !== '' && !isUuid(target)
      ? [...problems, fieldProblem('forRecord', '应为记录的 id', 'must be the id of a record')]
      : problems
  },
}
