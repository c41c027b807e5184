import { isPeriod } from '../../../base/period.ts'
import type { Json } from '../../../base/json.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import type { JsonObject } from '../../../kernel/documents/draft.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { applyIndustry, hasBegun } from '../industries/apply-industry.ts'
import { changeStandard } from '../industries/change-standard.ts'
import { fillSamples, isEmptyCompany } from '../industries/fill-samples.ts'
import { renameCompany } from '../industries/rename-company.ts'
import { industries, industryNamed } from '../industries/industries.ts'
import { chooseIndustry, industryChoices } from './industry-calls.ts'

interface Progress {
  readonly items: string
  readonly customers: string
  readonly stock: string
  readonly sales: string
}

/** Trades that were chosen already: those whose categories are all there. */
const chosenIn = async (work: Work): Promise<string[]> => {
  const rows = await work.tx.rows<{ code: string }>(`select code from item_category where company_id = $1`, [
    work.company,
  ])
  const codes = new Set(rows.map(({ code }) => code))
  return industries.filter((one) => one.categories.every(([code]) => codes.has(code))).map((one) => one.name)
}

/** How far a company has come: what of the first steps is done, by what there is. */
const progressOf = async (work: Work): Promise<Progress> => {
  const [row] = await work.tx.rows<Progress>(
    `select (select count(*) from item where company_id = $1)::text as items,
       (select count(*) from party where company_id = $1 and is_customer)::text as customers,
       (select count(*) from stock_entry where company_id = $1)::text as stock,
       (select count(*) from sales_delivery where company_id = $1 and state in ('posted', 'closed'))::text as sales`,
    [work.company],
  )
  return row ?? { items: '0', customers: '0', stock: '0', sales: '0' }
}

export const runIndustryChoices = defineCallRun(industryChoices, async (_parameters, work): Promise<Json> => ({
  industries: industries.map(({ name, label, english, about, settings, modules }) => ({
    name,
    label,
    english,
    about,
    costMethod: settings['costMethod'] ?? null,
    taxpayer: settings['taxpayer'] ?? 'general',
    modules: work.installed.catalogue.domains.filter((one) => modules.includes(one.name)).map((one) => one.label),
  })),
  chosen: await chosenIn(work),
  begun: await hasBegun(work),
  empty: await isEmptyCompany(work),
  progress: { ...(await progressOf(work)) },
}))

const wrong = (field: string, zh: string, en: string) =>
  invalid('行业设置有误，什么都没有改', 'Nothing was changed', [fieldProblem(field, zh, en)])

const given = (values: Readonly<Record<string, string | null | undefined>>): JsonObject =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, value]],
    ),
  )

export const runChooseIndustry = defineCallRun(chooseIndustry, async (parameters, asked): Promise<Json> => {
  let work = asked
  const industry = industryNamed(parameters.industry ?? '')
  if (industry === undefined) throw wrong('industry', '没有这个行业', 'is not one of the trades')
  const { companyName, standard, startMonth, taxpayer, costMethod } = parameters
  if (startMonth && !isPeriod(startMonth)) throw wrong('startMonth', '应写作 2026-01', 'is written like 2026-01')
  if (companyName) await renameCompany(work, companyName)
  if (standard !== undefined && standard !== null && standard !== work.settings['standard']) {
    await changeStandard(work, standard)
    work = { ...work, settings: { ...work.settings, standard } }
  }
  if (parameters.samples === true && !(await isEmptyCompany(work)))
    throw conflict('已有商品，不能再放入示例数据', 'There are items already; samples are not put beside them')
  await applyIndustry(work, industry, given({ taxpayer, costMethod, startMonth }))
  if (parameters.samples === true) await fillSamples(work, industry)
  return { industry: industry.name, samples: parameters.samples === true }
})
