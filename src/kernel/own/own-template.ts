import type { Json } from '../../base/json.ts'
import { defineCall } from '../definition/call.ts'
import { json, text } from '../definition/field.ts'

/**
 * 模板: types of documents, their forms, approval flows, roles and views as one file that is installed at once. What it holds are
 * bodies of the records that it makes, so that it says nothing that a person could not have written.
 */
export interface OwnTemplate {
  readonly template: string
  readonly label: string
  readonly english: string
  readonly purpose: string
  readonly documents: readonly { readonly [key: string]: Json }[]
  readonly forms: readonly { readonly [key: string]: Json }[]
  readonly flows: readonly { readonly documentType: string; readonly name: string; readonly nodes: Json }[]
  /** Roles whose people write these documents; the owner's may do everything with them. */
  readonly roles: readonly string[]
  /** Shared views of lists: the list's address, and the query as addresses have it. */
  readonly views: readonly { readonly type: string; readonly name: string; readonly search: string }[]
}

const template = text({ label: '模板', english: 'Template', required: true, maxLength: 60 })

/** 模板库: the templates that the product brings, and which of them are installed. */
export const templateLibrary = defineCall({
  name: 'templateLibrary',
  label: '模板库',
  english: 'Library of templates',
  right: 'ownDocument.read',
  asks: true,
  parameters: {},
})

/** 安装模板: one of the library, or one from a file. */
export const installTemplate = defineCall({
  name: 'installTemplate',
  label: '安装模板',
  english: 'Install a template',
  right: 'ownDocument.create',
  parameters: {
    template: text({ label: '模板', english: 'Template', maxLength: 60 }),
    content: json({ label: '模板文件', english: 'Template file' }),
  },
})

/** 导出模板: types of the company's own with their forms and flows, as a file. */
export const exportTemplate = defineCall({
  name: 'exportTemplate',
  label: '导出模板',
  english: 'Export a template',
  right: 'ownDocument.read',
  asks: true,
  parameters: { type: text({ label: '单据类型', english: 'Type', required: true, maxLength: 60 }) },
})

/** 卸载模板: takes away what a template brought, as long as nothing was written with it. */
export const uninstallTemplate = defineCall({
  name: 'uninstallTemplate',
  label: '卸载模板',
  english: 'Remove a template',
  right: 'ownDocument.delete',
  parameters: { template },
})
