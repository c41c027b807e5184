import { Problem, conflict, fieldProblem } from '../../../kernel/definition/problem.ts'
import { updateEntity } from '../../../kernel/documents/entities.ts'
import { defineProcessRun } from '../../../kernel/documents/installed.ts'
import { forgetReferences } from '../../../kernel/documents/lookup.ts'
import type { Work } from '../../../kernel/posting/work.ts'
import { isPeriod } from '../../../base/period.ts'
import { account, accountMapping } from '../../../ledgers/dimensions/account.ts'
import { company } from '../../../ledgers/dimensions/company.ts'
import { isCodeLengths } from '../../../ledgers/general/account-codes.ts'
import { createChart } from '../../../ledgers/setup/create-chart.ts'
import { setUpBooksProcess } from './set-up-books.ts'

const refuseBegun = async (work: Work): Promise<void> => {
  const rows = await work.tx.rows<{ begun: boolean }>(
    `select exists (select 1 from posting where company_id = $1) as begun`,
    [work.company],
  )
  if (rows[0]?.begun === true)
    throw conflict('已有审核过的单据，不能重新建账', 'Documents were posted already; the books are set up')
}

/** Takes the chart away; what refers to an account keeps it, and says so by the database's foreign keys. */
const removeChart = async (work: Work): Promise<void> => {
  for (const { name } of [account, accountMapping]) forgetReferences(work, name)
  await work.tx.query(`delete from account_mapping where company_id = $1`, [work.company])
  await work.tx.query(
    `delete from search_text where company_id = $1 and record_id in (select id from account where company_id = $1)`,
    [work.company],
  )
  await work.tx.query(`delete from account where company_id = $1`, [work.company])
}

const wrong = (field: string, zh: string, en: string) =>
  new Problem('invalid', { zh: '建账参数有误', en: 'The books cannot be set up so' }, [fieldProblem(field, zh, en)])

/** What the books begin with, where nothing is entered yet. */
export interface NewBooks {
  readonly standard: 'smallBusiness' | 'enterprise'
  readonly codeLengths: string
  readonly startMonth?: string | undefined
}

/** Writes the chart and the mapping of a standard in place of what was there; refused once something was posted. */
export const setUpBooks = async (work: Work, { standard, codeLengths, startMonth }: NewBooks): Promise<void> => {
  await refuseBegun(work)
  await removeChart(work)
  await updateEntity(work, company, work.company, {
    standard,
    accountCodes: codeLengths,
    ...(startMonth === undefined ? {} : { startMonth }),
  })
  await createChart(work, { standard, codeLengths })
}

export const setUpBooksRun = defineProcessRun(setUpBooksProcess, async (parameters, inWork) => {
  const standard = parameters.standard === 'enterprise' ? 'enterprise' : 'smallBusiness'
  const codeLengths = parameters.accountCodes ?? '4-2-2-2'
  const { startMonth } = parameters
  if (!isCodeLengths(codeLengths)) throw wrong('accountCodes', '应写作 4-2-2-2', 'is written like 4-2-2-2')
  if (startMonth && !isPeriod(startMonth)) throw wrong('startMonth', '应写作 2026-01', 'is written like 2026-01')
  return inWork(async (work) => {
    await setUpBooks(work, { standard, codeLengths, startMonth: startMonth || undefined })
    return { standard, accountCodes: codeLengths }
  })
})
