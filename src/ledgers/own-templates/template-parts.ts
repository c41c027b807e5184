import type { Json } from '../../base/json.ts'
import type { OwnTemplate } from '../../kernel/own/own-template.ts'

type FieldSaid = { readonly [key: string]: Json }

/** A field at the head of a form. */
export const head = (name: string, label: string, english: string, kind: string, more: FieldSaid = {}): FieldSaid => ({
  part: 'header',
  name: `x_${name}`,
  label,
  english,
  kind,
  listed: kind !== 'longText',
  ...more,
})

/** A field of a form's lines. */
export const line = (name: string, label: string, english: string, kind: string, more: FieldSaid = {}): FieldSaid => ({
  part: 'lines',
  name: `x_${name}`,
  label,
  english,
  kind,
  ...more,
})

export const must = { mandatory: true } as const
export const found = { findable: true } as const
export const to = (target: string, more: FieldSaid = {}): FieldSaid => ({ target, ...more })
export const of = (...labels: readonly string[]): FieldSaid => ({
  choices: Object.fromEntries(labels.map((label, at) => [`o${at + 1}`, label])),
})

/** The head of the department approves. */
const headApproves: Json = [
  {
    id: 'head',
    kind: 'approve',
    name: '部门负责人审批',
    approvers: [{ id: 'who', kind: 'head', value: '' }],
    mode: 'all',
    when: '',
    fourEyes: false,
  },
]

interface TemplateSaid {
  readonly template: string
  readonly type: string
  readonly label: string
  readonly english: string
  readonly purpose: string
  readonly prefix: string
  readonly linesLabel?: string
  readonly fields: readonly FieldSaid[]
  /** Roles whose people write it. */
  readonly writers: readonly string[]
  /** Whether the head of the department approves it. */
  readonly approved?: boolean
  readonly views?: OwnTemplate['views']
}

/** A template of one type of document, its form, its approval and its views. */
export const templateOf = (said: TemplateSaid): OwnTemplate => {
  const { template, type, label, english, purpose, prefix, linesLabel, fields } = said
  return {
    template,
    label,
    english,
    purpose,
    documents: [
      {
        code: type,
        name: label,
        english,
        purpose,
        numbering: `${prefix}-{yyyyMM}-{seq:4}`,
        ...(linesLabel === undefined ? {} : { linesLabel }),
      },
    ],
    forms: [{ code: type, name: label, fields }],
    flows: said.approved === true ? [{ documentType: type, name: `${label}审批`, nodes: headApproves }] : [],
    roles: ['owner', ...said.writers],
    views: said.views ?? [],
  }
}
