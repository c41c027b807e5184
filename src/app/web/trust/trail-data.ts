import type { Json } from '../../../base/json.ts'
import { documentActions, isDocumentAction } from '../../../kernel/documents/lifecycle.ts'
import { definitionLabel, labelOf } from '../../../ui/derive/label.ts'
import { currentLanguage, t } from '../../../ui/language.ts'
import type { Word } from '../../../ui/language.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

export type TrailEntry = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly type: string
  readonly record: string
  readonly label: string
  readonly position: number | null
  readonly changes: readonly { readonly field: string; readonly before: Json; readonly after: Json }[]
}

export type TrailChoices = {
  readonly actors: readonly string[]
  readonly actions: readonly string[]
  readonly types: readonly string[]
}

export type Chain = {
  readonly whole: boolean
  readonly reason: string | null
  readonly count: number
  readonly hash: string | null
}

const actionWords: Readonly<Record<string, Word>> = {
  create: 'trail.action.create',
  update: 'trail.action.update',
  delete: 'trail.action.delete',
  export: 'trail.action.export',
  forget: 'trail.action.forget',
  attach: 'trail.action.attach',
  detach: 'trail.action.detach',
  share: 'trail.action.share',
  import: 'trail.action.import',
  elsewhere: 'trail.action.elsewhere',
  escalate: 'trail.action.escalate',
  preview: 'trail.action.preview',
  backup: 'trail.action.backup',
  drill: 'trail.action.drill',
  secondFactorOn: 'trail.action.secondFactorOn',
  secondFactorOff: 'trail.action.secondFactorOff',
}

/** An action as people call it. */
export function actionText(action: string): string {
  if (isDocumentAction(action))
    return currentLanguage() === 'en' ? documentActions[action].english : documentActions[action].label
  const word = actionWords[action]
  return word === undefined ? action : t(word)
}

/** A type as people call it; what is no type of the catalogue keeps its name. */
export function typeText(catalogue: Catalogue, name: string): string {
  const type = [...catalogue.types.values()].find((one) => one.name === name)
  return type === undefined ? name : definitionLabel(type)
}

/** What every record or document has, beside the fields of its definition. */
const commonWords: Readonly<Record<string, Word>> = {
  state: 'trail.common.state',
  date: 'trail.common.date',
  number: 'trail.common.number',
  code: 'trail.common.code',
  name: 'trail.common.name',
  disabled: 'trail.common.disabled',
  lines: 'trail.common.lines',
}

/** A field as people call it. */
export function fieldText(catalogue: Catalogue, typeName: string, field: string): string {
  const type = [...catalogue.types.values()].find((one) => one.name === typeName)
  const found = type?.fields[field]
  if (found !== undefined) return labelOf(found, field)
  const word = commonWords[field]
  return word === undefined ? field : t(word)
}

/** A value of the trail in a few words. */
export function valueText(value: Json): string {
  if (value === null || value === '') return '—'
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value)) return t('trail.lines', { count: value.length })
  return typeof value === 'object' ? JSON.stringify(value).slice(0, 120) : String(value)
}
