import type { Id } from '../../../base/id.ts'
import type { Json } from '../../../base/json.ts'
import { conflict, fieldProblem, invalid } from '../../../kernel/definition/problem.ts'
import { defineCallRun } from '../../../kernel/documents/installed.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { answersTickets, deskOf } from '../desk/read-tickets.ts'
import { applyIndustry } from '../industries/apply-industry.ts'
import { renameCompany } from '../industries/rename-company.ts'
import { fillSamples, isEmptyCompany } from '../industries/fill-samples.ts'
import { industryNamed } from '../industries/industries.ts'
import type { Industry } from '../industries/industry.ts'
import { daysLeft, setUse, purposeOf } from '../practice/company-use.ts'
import type { CompanyUse } from '../practice/company-use.ts'
import { lessons } from '../practice/lessons.ts'
import { postedSince, stepCount, stepsDone } from '../practice/lesson-progress.ts'
import { beginAnew, beginTrial, companyUse, keepTrial, openPractice, practiceProgress } from './practice-calls.ts'

const industryOf = (name: string | null | undefined): Industry => {
  const found = industryNamed(name || 'trade')
  if (found === undefined)
    throw invalid('没有这个行业', 'There is no such trade', [
      fieldProblem('industry', '没有这个行业', 'is not one of them'),
    ])
  return found
}

const ownName = async (work: Work): Promise<string> => {
  const [row] = await work.tx.rows<{ name: string }>(`select name from company_directory where company_id = $1`, [
    work.company,
  ])
  return row?.name ?? ''
}

/** Acts in the company that was just made; only its maker may, and only while nothing is in it. */
const inNew = <T>(work: Work, made: string | null | undefined, purpose: string, step: (there: Work) => Promise<T>) =>
  work.elsewhere(
    { company: (made ?? '') as Id<'company'>, rights: ['company.update', 'user.create'], purpose, writes: true },
    async (there) => {
      if (!(await isEmptyCompany(there)))
        throw conflict('这家公司已有资料，请新建一家', 'That company is in use; make a new one')
      return step(there)
    },
  )

const prepare = async (there: Work, industry: Industry, use: CompanyUse, name: string): Promise<void> => {
  await applyIndustry(there, industry)
  await renameCompany(there, name)
  // Practice and trial show everything; what is not wanted is switched off afterwards.
  await there.tx.query(`update company_directory set modules_off = '[]'::jsonb where company_id = $1`, [there.company])
  await fillSamples(there, industry)
  await setUse(there, use, industry.name)
}

export const runOpenPractice = defineCallRun(openPractice, async ({ made, industry }, work): Promise<Json> => {
  const chosen = industryOf(industry)
  const name = `${await ownName(work)}（练习）`
  const people = await work.tx.rows<{ user_id: string }>(
    `select distinct user_id from member where company_id = $1 and not disabled and user_id <> $2`,
    [work.company, work.actor.id],
  )
  await inNew(work, made, '开设练习公司', async (there) => {
    await prepare(there, chosen, 'practice', name)
    await there.tx.query(
      `insert into member (company_id, user_id, role) select $1, u, 'solo' from unnest($2::text[]) as u on conflict do nothing`,
      [there.company, people.map((one) => one.user_id)],
    )
  })
  return { company: made ?? '', name, people: people.length + 1 }
})

export const runBeginTrial = defineCallRun(beginTrial, async ({ made, industry }, work): Promise<Json> => {
  const chosen = industryOf(industry)
  const desk = await deskOf(work)
  await inNew(work, made, '开始试用', async (there) => {
    await prepare(there, chosen, 'trial', `${chosen.label}试用`)
    // The adviser goes along: whoever tries it out sees whom to ask.
    await there.tx.query(
      `insert into help_desk (company_id, mail, adviser, phone, bundle) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [there.company, desk.mail, desk.adviser, desk.phone, desk.bundle],
    )
  })
  return { company: made ?? '', industry: chosen.name }
})

const trialHere = async (work: Work) => {
  const found = await purposeOf(work)
  if (found?.use !== 'trial') throw conflict('这家公司不是试用公司', 'This company is not on trial')
  return found
}

export const runKeepTrial = defineCallRun(keepTrial, async (_parameters, work): Promise<Json> => {
  const { industry } = await trialHere(work)
  await setUse(work, 'live', industry)
  return { use: 'live' }
})

export const runBeginAnew = defineCallRun(beginAnew, async ({ made }, work): Promise<Json> => {
  const { industry } = await trialHere(work)
  const chosen = industryOf(industry)
  const name = `${chosen.label}公司`
  await inNew(work, made, '重新开始', async (there) => {
    await applyIndustry(there, chosen)
    await renameCompany(there, name)
    await setUse(there, 'live', industry)
  })
  await setUse(work, 'ended', industry)
  return { company: made ?? '', name }
})

export const runCompanyUse = defineCallRun(companyUse, async (_parameters, work): Promise<Json> => {
  const found = await purposeOf(work)
  const { adviser, phone } = await deskOf(work)
  return {
    use: found?.use ?? 'live',
    daysLeft: found === undefined ? null : daysLeft(work, found),
    endsOn: found?.ends_on ?? null,
    adviser,
    phone,
    mayDecide: answersTickets(work),
  }
})

const everyone = async (work: Work, posted: ReadonlyMap<string, ReadonlySet<string>>): Promise<Json> => {
  const people = await work.tx.rows<{ id: string; name: string }>(
    `select distinct u.id, u.name from member m join access."user" u on u.id = m.user_id
     where m.company_id = $1 and not m.disabled order by u.name`,
    [work.company],
  )
  return people.map(({ id, name }) => ({ name, done: stepsDone(posted.get(id) ?? new Set()), of: stepCount }))
}

export const runPracticeProgress = defineCallRun(practiceProgress, async (_parameters, work): Promise<Json> => {
  const found = await purposeOf(work)
  if (found?.use !== 'practice') return { practice: false, lessons: [], people: [] }
  const posted = await postedSince(work, found.opened_at)
  const mine = posted.get(work.actor.id) ?? new Set<string>()
  return {
    practice: true,
    lessons: lessons.map(({ steps, ...lesson }) => ({
      ...lesson,
      steps: steps.map(({ posted: type, ...step }) => ({ ...step, done: mine.has(type) })),
    })),
    people: answersTickets(work) ? await everyone(work, posted) : [],
  }
})
