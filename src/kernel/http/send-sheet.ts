import type { FastifyReply } from 'fastify'
import { Problem } from '../definition/problem.ts'
import type { Sheet } from '../transfer/sheet.ts'
import { sheetTypes } from '../transfer/sheet-types.ts'
import { writeCsv } from '../transfer/write-csv.ts'
import { writePdf } from '../transfer/write-pdf.ts'
import { writeXlsx } from '../transfer/write-xlsx.ts'

export type SheetFormat = keyof typeof sheetTypes

/** Reads `format`; undefined is JSON. */
export const sheetFormat = (text: string | undefined): SheetFormat | undefined => {
  if (text === undefined || text === '' || text === 'json') return undefined
  if (Object.hasOwn(sheetTypes, text)) return text as SheetFormat
  throw new Problem('malformed', {
    zh: 'format 只能是 json、xlsx、csv、pdf',
    en: 'format must be json, xlsx, csv or pdf',
  })
}

/** Answers with a file to be saved, or shown, under a name of its own. */
export const sendFile = (
  reply: FastifyReply,
  file: {
    readonly name: string
    readonly contentType: string
    readonly content: string | Uint8Array
    readonly isShown?: boolean | undefined
  },
): FastifyReply =>
  reply
    .type(file.contentType)
    .header(
      'content-disposition',
      `${file.isShown === true ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .send(typeof file.content === 'string' ? file.content : Buffer.from(file.content))

/** Answers a table as a file to be saved. */
export const sendSheet = async (
  reply: FastifyReply,
  sheet: Sheet,
  format: SheetFormat,
  dataDir: string,
): Promise<FastifyReply> => {
  const name = encodeURIComponent(`${sheet.title}.${format}`)
  reply.type(sheetTypes[format]).header('content-disposition', `attachment; filename*=UTF-8''${name}`)
  if (format === 'pdf') return reply.send(await writePdf(sheet, dataDir))
  return reply.send(format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet))
}
