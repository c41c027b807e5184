import { addDays } from '../../../base/calendar-date.ts'
import type { CalendarDate } from '../../../base/calendar-date.ts'
import type { Json } from '../../../base/json.ts'
import { Problem } from '../../../kernel/definition/problem.ts'
import { readParities } from './central-parity.ts'
import type { DatedRate, ParityPage } from './central-parity.ts'

/** 中国外汇交易中心 publishes the middle rates here at 9:15 of every working day, by authority of the central bank. */
const published = 'https://www.chinamoney.com.cn/ags/ms/cm-u-bk-ccpr/CcprHisNew'
const offered = { url: published }

/** Says where the rates are asked for instead: a proxy of the company, or a source on this machine. */
export const askParitiesAt = (url: string | undefined): void => {
  offered.url = url ?? published
}

const patience = 15_000
/** The source refuses larger pages, and spans of a year. */
const pageSize = 50
const spanDays = 60

const unreachable = (reason: string) =>
  new Problem('unavailable', {
    zh: `取不到中间价（${reason}）：请稍后再试，或用“导入汇率”粘贴、在币种资料里录入`,
    en: `The middle rates cannot be had (${reason}): try again later, paste them with “Import rates”, or type them in the currency`,
  })

const askPage = async (from: CalendarDate, to: CalendarDate, page: number): Promise<ParityPage> => {
  const url = new URL(offered.url)
  const asked = { startDate: from, endDate: to, currency: '', pageNum: String(page), pageSize: String(pageSize) }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  const reply = await fetch(url, {
    headers: { accept: 'application/json', referer: 'https://www.chinamoney.com.cn/chinese/bkccpr/' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  }).catch((error: unknown) => {
    throw unreachable(error instanceof Error ? error.message : String(error))
  })
  if (!reply.ok) throw unreachable(`HTTP ${reply.status}`)
  const answer = await reply.json().then(
    (json: Json) => readParities(json),
    () => undefined,
  )
  if (answer === undefined) throw unreachable('应答无法读取')
  return answer
}

const askSpan = async (from: CalendarDate, to: CalendarDate): Promise<DatedRate[]> => {
  const first = await askPage(from, to, 1)
  const rates = [...first.rates]
  for (let page = 2; page <= first.pages; page += 1) rates.push(...(await askPage(from, to, page)).rates)
  return rates
}

/** The middle rates of all days from one to another, asked for in spans that the source answers. */
export const fetchParities = async (from: CalendarDate, to: CalendarDate): Promise<DatedRate[]> => {
  const rates: DatedRate[] = []
  for (let start = from; start <= to; start = addDays(start, spanDays)) {
    const end = addDays(start, spanDays - 1)
    rates.push(...(await askSpan(start, end < to ? end : to)))
  }
  return rates
}
