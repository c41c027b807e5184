import { newId } from '../../base/id.ts'
import type { Json } from '../../base/json.ts'
import { textOf } from '../../base/text.ts'
import { approvalFlow } from '../approvals/flow.ts'
import { releaseFlow } from '../approvals/release-flow.ts'
import { audit } from '../audit/audit.ts'
import { kebab } from '../definition/define.ts'
import { conflict, forbidden, notFound } from '../definition/problem.ts'
import { createEntity, deleteEntity, findEntity, updateEntity } from '../documents/entities.ts'
import type { JsonObject } from '../documents/draft.ts'
import { defineCallRun } from '../documents/installed.ts'
import { recordJson } from '../documents/record-json.ts'
import type { Work } from '../posting/work.ts'
import { bareType, shapedNow } from './installed-in.ts'
import { ownDocument } from './own-document.ts'
import { ownForm } from './own-form.ts'
import { exportTemplate, installTemplate, templateLibrary, uninstallTemplate } from './own-template.ts'
import type { OwnTemplate } from './own-template.ts'
import { readTemplate, withNewIds } from './read-template.ts'

const need = (work: Work, ...rights: readonly string[]): void => {
  for (const right of rights) {
    if (!work.actor.may(right)) throw forbidden(`需要权限：${right}`, `It needs the right ${right}`)
  }
}

/** The types that templates have brought, by template. */
const broughtBy = async (work: Work): Promise<Map<string, string[]>> => {
  const rows = await work.tx.rows<{ code: string; template: string }>(
    `select code, template from own_document where company_id = $1 and template is not null order by code`,
    [work.company],
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.template)].map(([template, own]) => [template, own.map((row) => row.code)]),
  )
}

const formOf = async (work: Work, type: string): Promise<Record<string, Json> | undefined> => {
  const [row] = await work.tx.rows<{ id: string }>(`select id from own_form where company_id = $1 and code = $2`, [
    work.company,
    type,
  ])
  return row === undefined ? undefined : recordJson(ownForm, await findEntity(work, ownForm, row.id), work)
}

const fieldsIn = (form: JsonObject): JsonObject[] => {
  const { fields } = form
  return Array.isArray(fields) ? (fields as JsonObject[]) : []
}

const keyOf = (field: JsonObject): string => `${textOf(field['part'])}.${textOf(field['name'])}`

/** A form that is there keeps what it says; fields that it has not yet come to it. */
const putForm = async (work: Work, form: JsonObject): Promise<void> => {
  const before = await formOf(work, textOf(form['code']))
  if (before === undefined) {
    await createEntity(work, ownForm, form)
    return
  }
  const known = new Set(fieldsIn(before).map(keyOf))
  const fields = [...fieldsIn(before), ...fieldsIn(form).filter((field) => !known.has(keyOf(field)))]
  await updateEntity(work, ownForm, textOf(before['id']), { fields })
}

const putFlow = async (work: Work, flow: OwnTemplate['flows'][number]): Promise<void> => {
  const made = await createEntity(work, approvalFlow, {
    code: `${flow.documentType}-${newId<'flow'>().slice(-12)}`,
    name: flow.name === '' ? flow.documentType : flow.name,
    documentType: flow.documentType,
    nodes: withNewIds(flow.nodes),
  })
  await releaseFlow(work, textOf(made.header['id']))
}

/** What whoever writes a type of document may do with it. */
const writing = ['read', 'create', 'update', 'delete', 'submit', 'withdraw']

/** The roles that a template names may write its types; whoever may not change roles leaves that to who may. */
const giveRights = async (work: Work, roles: readonly string[], types: readonly string[]): Promise<void> => {
  if (roles.length === 0 || types.length === 0 || !work.actor.may('role.update')) return
  const rights = types.flatMap((type) => writing.map((verb) => `${type}.${verb}`))
  await work.tx.query(
    `update role set rights = rights || $3::jsonb where company_id = $1 and name = any($2::text[]) and name <> 'administrator'`,
    [work.company, roles, JSON.stringify(rights)],
  )
  audit(work, {
    action: 'update',
    type: 'role',
    record: work.company,
    label: roles.join('、'),
    after: { roles: [...roles], rights },
  })
}

/** Rights to types that are gone are gone too. */
const takeRights = async (work: Work, types: readonly string[]): Promise<void> => {
  await work.tx.query(
    `update role set rights = coalesce((select jsonb_agg(r) from jsonb_array_elements_text(role.rights) r
       where split_part(r, '.', 1) <> all($2::text[])), '[]') where company_id = $1`,
    [work.company, types],
  )
}

/** Everything a template holds, or nothing of it. */
export const installOwnTemplate = async (work: Work, template: OwnTemplate): Promise<Json> => {
  if ((await broughtBy(work)).has(template.template))
    throw conflict(`模板“${template.label}”已经安装`, `The template ${template.english} is installed already`)
  if (template.forms.length > 0) need(work, 'ownForm.create', 'ownForm.update')
  if (template.flows.length > 0) need(work, 'approvalFlow.create', 'approvalFlow.release')
  for (const document of template.documents)
    await createEntity(work, ownDocument, { ...document, template: template.template })
  for (const form of template.forms) await putForm(work, form)
  // Flows speak of types that are there only now.
  const shaped = { ...work, installed: await shapedNow(work) }
  for (const flow of template.flows) await putFlow(shaped, flow)
  await giveRights(
    work,
    template.roles,
    template.documents.map(({ code }) => textOf(code)),
  )
  for (const { type, name, search } of template.views) {
    work.tx.send(
      `insert into saved_view (company_id, id, type, name, owner, shared, definition) values ($1, $2, $3, $4, $5, true, $6)`,
      [work.company, newId<'view'>(), type, name, work.actor.id, JSON.stringify({ search })],
    )
  }
  return {
    template: template.template,
    types: template.documents.map(({ code, name }) => ({
      type: textOf(code),
      address: kebab(textOf(code)),
      label: textOf(name),
    })),
  }
}

export const runTemplateLibrary = defineCallRun(templateLibrary, async (_parameters, work): Promise<Json> => {
  const installed = await broughtBy(work)
  const shown = work.installed.templates.map(({ template, label, english, purpose, documents }) => ({
    template,
    label,
    english,
    purpose,
    installed: installed.has(template),
    types: documents.map(({ code, name }) => ({
      type: textOf(code),
      address: kebab(textOf(code)),
      label: textOf(name),
    })),
  }))
  return { templates: shown }
})

export const runInstallTemplate = defineCallRun(installTemplate, async ({ template, content }, work): Promise<Json> => {
  if (content !== null && content !== undefined) return installOwnTemplate(work, readTemplate(content))
  const found = work.installed.templates.find((one) => one.template === template)
  if (found === undefined) throw notFound('没有这个模板', 'There is no such template')
  return installOwnTemplate(work, found)
})

const bare = ({ code, name, ...rest }: Record<string, Json>, kept: readonly string[]): JsonObject => ({
  code: code ?? null,
  name: name ?? null,
  ...Object.fromEntries(Object.entries(rest).filter(([key, value]) => kept.includes(key) && value !== null)),
})

const said = (field: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(field).filter(
      ([key, value]) => !['id', 'lineNo', 'custom', 'ownerId'].includes(key) && value !== null && value !== false,
    ),
  )

export const runExportTemplate = defineCallRun(exportTemplate, async ({ type }, work): Promise<Json> => {
  const name = textOf(type)
  const definition = await bareType(work, name)
  if (definition === undefined) throw notFound('没有这种资料或单据', 'There is no such type')
  const [form, flows, views] = await Promise.all([
    formOf(work, name),
    work.tx.rows<{ name: string; nodes: Json }>(
      `select name, nodes from approval_flow where company_id = $1 and document_type = $2 and state = 'live'`,
      [work.company, name],
    ),
    work.tx.rows<{ name: string; definition: { search: string } }>(
      `select name, definition from saved_view where company_id = $1 and type = $2 and shared`,
      [work.company, kebab(name)],
    ),
  ])
  const isOwn = definition.sort === 'document' && definition.storedAs !== undefined
  const own = isOwn ? recordJson(ownDocument, await findEntity(work, ownDocument, name), work) : undefined
  return {
    template: kebab(name),
    label: definition.label,
    english: definition.english ?? definition.label,
    purpose: textOf(own?.['purpose'] ?? ''),
    documents: own === undefined ? [] : [bare(own, ['numbering', 'english', 'linesLabel', 'purpose'])],
    forms: form === undefined ? [] : [{ ...bare(form, ['numbering']), fields: fieldsIn(form).map(said) }],
    roles: [],
    flows: flows.map((flow) => ({ documentType: name, name: flow.name, nodes: flow.nodes })),
    views: views.map((view) => ({ type: kebab(name), name: view.name, search: view.definition.search })),
  }
})

export const runUninstallTemplate = defineCallRun(uninstallTemplate, async ({ template }, work): Promise<Json> => {
  need(work, 'ownForm.delete')
  const name = textOf(template)
  const types = (await broughtBy(work)).get(name)
  if (types === undefined) throw notFound('这个模板没有安装', 'The template is not installed')
  const [written] = await work.tx.rows<{ number: string }>(
    `select number from own_record where company_id = $1 and own_type = any($2::text[]) limit 1`,
    [work.company, types],
  )
  if (written !== undefined)
    throw conflict(
      `已有单据（${written.number}），不能卸载；可以停用“自定义单据”，数据会保留`,
      `There is ${written.number} already; disable the type instead, and what was written stays`,
    )
  for (const type of types) {
    const form = await formOf(work, type)
    if (form !== undefined) await deleteEntity(work, ownForm, textOf(form['id']))
    await deleteEntity(work, ownDocument, type)
    work.tx.send(`delete from saved_view where company_id = $1 and type = $2`, [work.company, kebab(type)])
    work.tx.send(`update approval_flow set state = 'retired' where company_id = $1 and document_type = $2`, [
      work.company,
      type,
    ])
  }
  await takeRights(work, types)
  return { removed: types }
})
