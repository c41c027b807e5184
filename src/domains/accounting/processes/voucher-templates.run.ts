import type { CalendarDate } from '../../../base/calendar-date.ts'
import { notFound } from '../../../kernel/definition/problem.ts'
import { postDocument } from '../../../kernel/documents/actions.ts'
import { createDocument, findDocument } from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { createEntity, findEntity, updateEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import type { LoadedRecord } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { voucher } from '../documents/voucher.ts'
import { voucherTemplate } from '../entities/voucher-template.ts'
import { occurrences } from '../rules/next-occurrence.ts'
import type { Recurrence } from '../rules/next-occurrence.ts'
import { todayOf } from '../../../ledgers/today.ts'
import {
  applyVoucherTemplateProcess,
  recurringVouchersProcess,
  saveVoucherTemplateProcess,
} from './voucher-templates.ts'

/** What of a line is written again: all but its own identity. */
const copied = Object.keys(voucherTemplate.tables.lines.fields)

const linesOf = (record: LoadedRecord): JsonObject[] =>
  (record.tables['lines'] ?? []).map((line) => {
    const picked = Object.fromEntries(copied.map((name) => [name, line[name] ?? null]))
    return JSON.parse(JSON.stringify(picked)) as JsonObject
  })

const write = (work: Work, template: LoadedRecord, date: CalendarDate): Promise<LoadedRecord> =>
  createDocument(work, voucher, {
    date,
    remark: `${String(template.header['code'])} ${String(template.header['name'])}`,
    lines: linesOf(template),
    ...(template.header['attachmentsCount'] === null
      ? {}
      : { attachmentsCount: Number(template.header['attachmentsCount']) }),
  })

export const applyVoucherTemplateRun = defineProcessRun(applyVoucherTemplateProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const template = await findEntity(work, voucherTemplate, parameters.template ?? '')
    const draft = await write(work, template, parameters.date ?? todayOf(work))
    return { document: String(draft.header['id']), number: String(draft.header['number']) }
  }),
)

export const saveVoucherTemplateRun = defineProcessRun(saveVoucherTemplateProcess, (parameters, inWork) =>
  inWork(async (work) => {
    const written = await findDocument(work, voucher, parameters.voucher ?? '')
    const made = await createEntity(work, voucherTemplate, { name: parameters.name ?? '', lines: linesOf(written) })
    return { template: String(made.header['code']) }
  }),
)

const isRecurrence = (every: unknown): every is Recurrence =>
  every === 'month' || every === 'quarter' || every === 'year'

const dueTemplates = (work: Work, today: CalendarDate) =>
  work.tx.rows<{ id: string }>(
    `select id from voucher_template where company_id = $1 and not disabled and every <> 'hand' and next_on <= $2
       and (until is null or next_on <= until) order by code for update`,
    [work.company, today],
  )

/** Writes what is due of one template, and moves it on to its next day. */
const writeDue = async (work: Work, id: string, today: CalendarDate): Promise<number> => {
  const template = await findEntity(work, voucherTemplate, id)
  const { every, nextOn, until, posts } = template.header
  if (!isRecurrence(every) || typeof nextOn !== 'string') throw notFound('模板没有周期', 'The template does not recur')
  const last = typeof until === 'string' && until < today ? (until as CalendarDate) : today
  const { due, next } = occurrences(every, nextOn as CalendarDate, last)
  for (const date of due) {
    const draft = await write(work, template, date)
    if (posts === true) await postDocument(work, voucher, draft)
  }
  await updateEntity(work, voucherTemplate, id, { nextOn: next })
  return due.length
}

export const recurringVouchersRun = defineProcessRun(
  recurringVouchersProcess,
  async (_parameters, inWork, progress) => {
    const today = await inWork(async (work) => todayOf(work))
    const due = await inWork((work) => dueTemplates(work, today))
    let written = 0
    for (const [index, { id }] of due.entries()) {
      written += await inWork((work) => writeDue(work, id, today))
      await progress.report(index + 1, due.length)
    }
    return { written }
  },
)
