import { completeness } from '../definition/derive.ts'
import { Problem } from '../definition/problem.ts'
import type { AnyDocument } from '../definition/record.ts'
import type { Work } from '../posting/work.ts'
import { actOn } from './actions.ts'
import { stateOf } from './documents.ts'
import type { LoadedRecord } from './load.ts'

/**
 * 保存即审核: where the company works so, a complete draft posts as it is saved, by whoever may post it; one that a rule
 * wants approved is submitted. What cannot post is not saved either, and the reason is told. An incomplete one stays a draft.
 */
export const postSaved = async (work: Work, definition: AnyDocument, record: LoadedRecord): Promise<LoadedRecord> => {
  const may = (action: string) => work.actor.may(`${definition.name}.${action}`)
  const isAsked = work.settings['approveOnSave'] === true && stateOf(record) === 'draft' && may('post')
  if (!isAsked || completeness(definition, record).length > 0) return record
  try {
    return await actOn(work, definition, record, 'post', {})
  } catch (error) {
    const isUnapproved = error instanceof Problem && error.kind === 'unapproved'
    if (isUnapproved && may('submit')) return actOn(work, definition, record, 'submit', {})
    throw error
  }
}
