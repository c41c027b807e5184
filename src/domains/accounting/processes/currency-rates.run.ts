import { addDays, calendarDate, daysBetween } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import { Problem, conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { contentTypeOf } from '../../../kernel/files/content-type.ts'
import { readStoredFile } from '../../../kernel/files/stored-file.ts'
import { readTableFile } from '../../../kernel/transfer/read-table.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { settingsOf } from '../../../ledgers/settings.ts'
import { todayOf } from '../../../ledgers/today.ts'
import { fetchParities } from '../rates/fetch-parities.ts'
import { currenciesIn, keepRates } from '../rates/keep-rates.ts'
import { readRateRows, rowsOfText } from '../rates/read-rate-rows.ts'
import { fetchRatesProcess, importRatesProcess } from './currency-rates.ts'

/** The first day of which a currency has no rate yet: that after the last of the one that is furthest behind. */
const firstUnknown = async (work: Work, to: CalendarDate): Promise<CalendarDate> => {
  const [found] = await work.tx.rows<{ last: CalendarDate | null }>(
    `select min(x.last) as last from (
       select max(r.date) as last from currency c left join currency_rates r on r.company_id = $1 and r.owner_id = c.id
       where c.company_id = $1 and not c.disabled and c.code <> $2 group by c.id) x`,
    [work.company, settingsOf(work.settings).currency],
  )
  const month = calendarDate(`${to.slice(0, 7)}-01`)
  const last = found?.last ?? null
  return last === null || daysBetween(last, to) > 365 ? month : addDays(last, 1)
}

const asked = async (work: Work, given: { from?: CalendarDate | null; to?: CalendarDate | null }) => {
  const own = settingsOf(work.settings).currency
  if (own !== 'CNY')
    throw conflict(
      '中间价是对人民币的，本位币不是人民币',
      'Middle rates are those of the yuan, which is not the book currency',
    )
  const known = (await currenciesIn(work)).filter(({ code }) => code !== own)
  if (known.length === 0)
    throw conflict('还没有外币：请先在“币种”里新增，如 USD 美元', 'There is no foreign currency yet: add one, as USD')
  const to = given.to ?? todayOf(work)
  const from = given.from ?? (await firstUnknown(work, to))
  if (daysBetween(from, to) > 366)
    throw invalid('一次至多取一年', 'At most a year at once', [
      fieldProblem('from', '一次至多取一年', 'at most a year at once'),
    ])
  return { from, to }
}

export const fetchRatesRun = defineProcessRun(fetchRatesProcess, async (parameters, inWork) => {
  const { from, to } = await inWork((work) => asked(work, parameters))
  if (from > to) return { from, to, kept: {} }
  // Asked outside of any transaction: the source may take its time.
  const rates = await fetchParities(from, to)
  return { from, to, kept: await inWork((work) => keepRates(work, rates, { origin: '中间价', replaces: false })) }
})

/** The rows of the file that was chosen, else of what was pasted. */
const rowsGiven = async (
  { file, text }: { readonly file?: string | null; readonly text?: string | null },
  inWork: <T>(step: (work: Work) => Promise<T>) => Promise<T>,
): Promise<readonly (readonly string[])[]> => {
  if (!file) return rowsOfText(text ?? '')
  const { bytes } = await inWork((work) => readStoredFile(work, file))
  return (await readTableFile(bytes, contentTypeOf(bytes) ?? 'text/plain')).rows.map((row) => row.cells)
}

export const importRatesRun = defineProcessRun(importRatesProcess, async (parameters, inWork) => {
  const field = parameters.file ? 'file' : 'text'
  const { rates, problems } = readRateRows(await rowsGiven(parameters, inWork), field)
  if (problems.length > 0 || rates.length === 0) {
    throw new Problem(
      'invalid',
      { zh: problems[0]?.message.zh ?? '没有读到汇率', en: problems[0]?.message.en ?? 'No rate was found' },
      problems.length > 0
        ? problems.slice(0, 20)
        : [
            fieldProblem(
              field,
              '没有读到汇率：请选择文件或粘贴汇率表',
              'no rate was found; choose a file or paste rates',
            ),
          ],
    )
  }
  return inWork(async (work) => {
    const known = new Set((await currenciesIn(work)).map(({ code }) => code))
    const skipped = [...new Set(rates.map(({ code }) => code))].filter((code) => !known.has(code))
    if (skipped.length > 0 && known.size === 0)
      throw conflict('还没有外币：请先在“币种”里新增，如 USD 美元', 'There is no foreign currency yet: add one, as USD')
    return { kept: await keepRates(work, rates, { origin: '导入', replaces: true }), skipped }
  })
})
