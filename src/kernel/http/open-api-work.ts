import { englishOf, kebab } from '../definition/define.ts'
import type { Catalogue } from '../definition/domain.ts'
import { fieldKinds } from '../definition/field-kinds.ts'
import { id, json, operation, parameter, repeat } from './open-api-parts.ts'
import type { Schema } from './open-api-parts.ts'

const object = (description: string) => json({ type: 'object' }, description)
const type = parameter('type', 'path', 'The type')

/** Long work, files and lists beside the records themselves. */
const workPaths: Schema = {
  '/api/imports/{type}/template': {
    get: operation(
      '导入模板 An empty sheet to fill',
      '系统',
      { 200: { description: 'The workbook' } },
      { parameters: [type] },
    ),
  },
  '/api/imports/{type}/{batch}/undo': {
    post: operation(
      '撤销导入 Take an import back',
      '系统',
      { 200: object('How many') },
      { parameters: [type, parameter('batch', 'path', 'The import')] },
    ),
  },
  '/api/jobs': { get: operation('任务列表 Jobs', '系统', { 200: object('Jobs') }) },
  '/api/jobs/{id}/cancel': {
    post: operation('取消任务 Cancel a job', '系统', { 200: object('The job') }, { parameters: [id] }),
  },
  '/api/files/{id}': {
    get: operation('下载文件 A file', '系统', { 200: { description: 'The file' } }, { parameters: [id] }),
  },
  '/api/delegations/{id}': {
    delete: operation('终止代理 End a delegation', '系统', { 204: { description: 'Ended' } }, { parameters: [id] }),
  },
  '/api/openapi.json': { get: operation('接口说明 This description', '系统', { 200: object('OpenAPI 3.1') }) },
  '/api/approvals/names': { get: operation('审批可选的人 Who may be asked', '系统', { 200: object('Names') }) },
  '/api/approvals/flows/{id}/release': {
    post: operation('发布审批流程 Release a flow', '系统', { 200: object('The flow') }, { parameters: [id] }),
  },
  '/api/approvals/flows/{id}/retire': {
    post: operation('停用审批流程 Retire a flow', '系统', { 200: object('The flow') }, { parameters: [id] }),
  },
  '/api/printing/types': { get: operation('可打印的类型 What can be printed', '打印', { 200: object('Types') }) },
  '/api/printing/names': { get: operation('打印字段 Names for templates', '打印', { 200: object('Names') }) },
  '/api/printing/templates': { get: operation('打印模板 Templates', '打印', { 200: object('Templates') }) },
  '/api/printing/data': { get: operation('打印数据 What a template is filled with', '打印', { 200: object('Data') }) },
  '/api/printing/preview': {
    post: operation('打印预览 Try a template', '打印', { 200: { description: 'The paper' } }),
  },
}

/** What every record has beside itself, and what is asked of the approvals of a document. */
export const besidePaths = (path: string, tag: string, isDocument: boolean): Schema => ({
  [`${path}/{id}/attachments/{attachment}`]: {
    delete: operation(
      '删除附件 Remove an attachment',
      tag,
      { 204: { description: 'Removed' } },
      { parameters: [id, parameter('attachment', 'path', 'The attachment')] },
    ),
  },
  [`${path}/{id}/prints`]: {
    get: operation('打印记录 Printings', tag, { 200: object('Printings') }, { parameters: [id] }),
  },
  ...(isDocument
    ? Object.fromEntries(
        [
          ['return', '退回到某一步 Return to a step'],
          ['delegate', '转交 Hand on'],
          ['countersign', '加签 Ask someone besides'],
        ].map(([action, label = '']) => [
          `${path}/{id}/approval/${action}`,
          { post: operation(label, tag, { 200: object('The document') }, { parameters: [id, repeat] }) },
        ]),
      )
    : {}),
})

/** Processes that people or programs start. */
export const processPaths = (catalogue: Catalogue): Schema => ({
  ...workPaths,
  ...Object.fromEntries(
    [...catalogue.processes.values()].map((process) => {
      const fields = Object.entries(process.parameters)
      const schema: Schema = {
        type: 'object',
        properties: Object.fromEntries(
          fields.map(([name, field]) => [name, { ...fieldKinds[field.kind].schema(field), title: field.label }]),
        ),
      }
      return [
        `/api/processes/${kebab(process.name)}`,
        {
          post: operation(
            `${process.label} ${englishOf(process)}`,
            '处理',
            { 202: object('The job') },
            { requestBody: { content: { 'application/json': { schema } } }, parameters: [repeat] },
          ),
        },
      ]
    }),
  ),
})
