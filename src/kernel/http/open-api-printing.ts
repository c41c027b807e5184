import { paperSizes } from '../print/paper-size.ts'
import { printerLanguages } from '../print/printer.ts'
import { id, json, operation, parameter, repeat } from './open-api-parts.ts'
import type { Schema } from './open-api-parts.ts'

const template = parameter('template', 'query', 'A template by id or code; the default of each record unless told')
const form = parameter('form', 'query', 'PDF, placed pages, or the commands of a printer', {
  type: 'string',
  enum: ['pdf', 'pages', ...Object.keys(printerLanguages)],
  default: 'pdf',
})
const copies = parameter('copies', 'query', 'Copies of each', { type: 'integer', minimum: 1, maximum: 100, default: 1 })
const printed = parameter('printed', 'query', 'Lines that stand on the paper already', { type: 'integer', default: 0 })
const paper = parameter('paper', 'query', 'Standard paper of a document in place of a template', {
  type: 'string',
  enum: Object.keys(paperSizes),
})
const file: Schema = {
  description: 'The paper; each asking counts as a printing',
  content: { 'application/pdf': {}, 'application/octet-stream': {}, 'application/json': {} },
}

/** How the records of a type are printed. */
export const printPaths = (path: string, tag: string): Schema => {
  const asked = [template, form, copies, printed, paper]
  return {
    [`${path}/{id}/print`]: {
      get: operation('打印 On paper', tag, { 200: file }, { parameters: [id, ...asked] }),
    },
    [`${path}/{id}/prints`]: {
      get: operation(
        '打印记录 Who printed it when',
        tag,
        { 200: json({ type: 'object' }, 'Printings') },
        { parameters: [id] },
      ),
    },
    [`${path}/print`]: {
      get: operation(
        '批量打印 Several in one file',
        tag,
        { 200: file },
        { parameters: [parameter('ids', 'query', 'Ids, separated by commas, 200 at most'), ...asked] },
      ),
      post: operation(
        '送往打印机 Left for the print agent of a printer',
        tag,
        { 201: json({ type: 'object', properties: { job: { type: 'string' } } }, 'The job') },
        {
          parameters: [repeat],
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    ids: { type: 'array', items: { type: 'string' } },
                    printer: { type: 'string' },
                    template: { type: 'string' },
                    copies: { type: 'integer' },
                    printed: { type: 'integer' },
                  },
                  required: ['ids', 'printer'],
                },
              },
            },
          },
        },
      ),
    },
  }
}

const type = parameter('type', 'query', 'The type, by the name of its definition')
const object = (description: string) => ({ 200: json({ type: 'object' }, description) })

/** What the designer of templates and print agents ask. */
export const printingPaths: Schema = {
  '/api/printing/types': { get: operation('可打印的类型 What templates may be for', '打印', object('Types')) },
  '/api/printing/names': {
    get: operation('可用字段与自带版式 Names and shipped layouts', '打印', object('Both'), { parameters: [type] }),
  },
  '/api/printing/data': {
    get: operation('打印数据 The values of a record', '打印', object('As whoever asks may see them'), {
      parameters: [type, parameter('record', 'query', 'Id, number or code; the newest unless told')],
    }),
  },
  '/api/printing/templates': {
    get: operation('打印模板 Templates of a type', '打印', object('Templates'), { parameters: [type] }),
  },
  '/api/printing/preview': {
    post: operation('预览版式 A layout that is not saved, as PDF', '打印', {
      200: { description: 'PDF', content: { 'application/pdf': {} } },
    }),
  },
  '/api/printing/printers': { get: operation('打印机 Printers with an agent', '打印', object('Printers')) },
  '/api/printing/jobs': { get: operation('打印任务 The last jobs', '打印', object('Jobs')) },
  '/api/printing/jobs/take': {
    post: operation('取打印任务 Take a job, waiting for one', '打印', object('A job, or null')),
  },
  '/api/printing/jobs/{id}/done': {
    post: operation(
      '打印完成 Say what became of a job',
      '打印',
      { 204: { description: 'Noted' } },
      { parameters: [id] },
    ),
  },
}
