import { createHash } from 'node:crypto'
import { isPeriod, lastDay } from '../../../base/period.ts'
import { audit } from '../../../kernel/audit/audit.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import {
  createDocument,
  findDocument,
  idIn,
  numberIn,
  stateOf,
  updateDocument,
} from '../../../kernel/documents/documents.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineCallRun, defineProcessRun } from '../../../kernel/documents/installed.ts'
import { asDocument } from '../../../kernel/documents/load.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { taxReturn } from '../documents/tax-return.ts'
import { buildReturn } from '../returns/build-return.ts'
import { returnInput } from '../returns/return-input.ts'
import { formsOfKind } from '../returns/forms-of-kind.ts'
import type { ReturnKind } from '../returns/return-kinds.ts'
import { receiveReturn } from '../returns/receive-return.ts'
import { statedCells } from '../returns/stated-cells.ts'
import { fileTaxReturn, prepareTaxReturn } from './prepare-return.ts'

const draftOf = async (work: Work, kind: ReturnKind, period: string): Promise<string | undefined> => {
  const [row] = await work.tx.rows<{ id: string }>(
    `select id from tax_return where company_id = $1 and kind = $2 and period = $3 and state = 'draft' order by id desc limit 1`,
    [work.company, kind, period],
  )
  return row?.id
}

const isSmallScale = (work: Work): boolean => settingsOf(work.settings).taxpayer === 'smallScale'

/** Fills a return, anew where a draft of it is there. Answers its number and what does not hold. */
const prepare = async (work: Work, kind: ReturnKind, period: string, isCorrection: boolean) => {
  if (!isPeriod(period)) {
    throw invalid('税款所属期应写作 2026-01', 'The period is written 2026-01', [
      fieldProblem('period', '应写作 2026-01', 'must be a month like 2026-01'),
    ])
  }
  const built = await buildReturn(work, kind, period)
  if (built.cells.length === 0) {
    throw invalid('没有可申报的数据', 'There is nothing to file', [
      fieldProblem('period', '该所属期没有数据', 'has no figures'),
    ])
  }
  const input: JsonObject = {
    date: lastDay(period),
    kind,
    period,
    isCorrection,
    ...returnInput(built, formsOfKind(kind, isSmallScale(work))),
  }
  const draft = await draftOf(work, kind, period)
  const record =
    draft === undefined
      ? await createDocument(work, taxReturn, input)
      : await updateDocument(work, taxReturn, draft, input)
  const failed = record.header['failedChecks']
  return { document: numberIn(record), id: idIn(record), failed: typeof failed === 'string' ? failed : null }
}

export const runPrepareTaxReturn = defineProcessRun(
  prepareTaxReturn,
  async ({ kind, period, isCorrection }, inWork, progress) => {
    await progress.report(0, 1)
    if (!kind || !period) {
      throw invalid('请选择申报种类和所属期', 'Say what is filed', [
        fieldProblem(kind ? 'period' : 'kind', '请填写', 'is required'),
      ])
    }
    const outcome = await inWork((work) => prepare(work, kind, period, isCorrection === true))
    await progress.report(1, 1)
    return outcome
  },
)

const momentOf = (work: Work): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: settingsOf(work.settings).zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(work.clock.now())

export const runFileTaxReturn = defineCallRun(fileTaxReturn, async ({ number }, work) => {
  const record = await findDocument(work, taxReturn, number ?? '', { lock: true })
  const filed = asDocument(taxReturn, record)
  if (filed.header.filing === 'filed') throw conflict(`${filed.header.number} 已申报`, 'It was filed already')
  if (stateOf(record) !== 'posted') {
    throw invalid('申报表还没有审核', 'The return is not posted yet', [
      fieldProblem('number', '请先复核并审核申报表', 'post it first'),
    ])
  }
  const cells = statedCells(filed.lines)
  const content = JSON.stringify(cells.map((cell) => [cell.form, cell.row, cell.column, cell.amount.toFixed(2)]))
  const told = receiveReturn({
    kind: filed.header.kind,
    period: filed.header.period,
    cells,
    due: filed.dues.map((due) => due.amount),
    digest: createHash('sha256').update(`${work.company}${content}`).digest('hex'),
  })
  if ('refused' in told) {
    throw invalid('申报被退回', 'The return was sent back', [
      fieldProblem('number', told.refused.join('；'), 'the bureau’s rules do not hold'),
    ])
  }
  const at = momentOf(work)
  await work.tx.query(
    `update tax_return set filing = 'filed', receipt = $3, filed_at = $4, version = version + 1, updated_at = $5, updated_by = $6
     where company_id = $1 and id = $2`,
    [work.company, filed.header.id, told.receipt, at, work.clock.now(), work.actor.name],
  )
  audit(work, {
    action: 'file',
    type: taxReturn.name,
    record: filed.header.id,
    label: filed.header.number,
    after: { receipt: told.receipt, filedAt: at },
  })
  return { receipt: told.receipt, filedAt: at }
})
