import type { Pool } from 'pg'
import type { Clock } from '../../base/clock.ts'
import type { Id } from '../../base/id.ts'
import { scopeStatements } from '../access/row-scope.ts'
import { companyFiles } from '../files/company-files.ts'
import { lanesOn } from '../database/lanes.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Transaction, TransactionOptions } from '../database/transaction.ts'
import type { Installed } from '../documents/installed.ts'
import { readStamps, sharedReading } from '../documents/shared-records.ts'
import { readRow, selectList, tableOf } from '../documents/storage.ts'
import type { Row } from '../documents/storage.ts'
import { installedIn } from '../own/installed-in.ts'
import type { Settings } from '../posting/proposal.ts'
import type { Actor, Work } from '../posting/work.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { elsewhereOf } from './elsewhere.ts'

/** What units of work are made from: the database, the product, the clock. */
export interface WorkSource {
  readonly pool: Pool
  /** Connections of those who write: so few that each soon knows the plans of what is written again and again. */
  readonly writingPool: Pool
  /** Connections for the short transactions beside others, so that no one waits for one while holding the last. */
  readonly apartPool: Pool
  /** Connections for units of work in another company beside one in this; only they take them. */
  readonly elsewherePool: Pool
  readonly installed: Installed
  readonly clock: Clock
  /** The folder of what is kept beside the database: files by company. */
  readonly dataDir: string
  /** Seals and opens what must not be readable in the database. */
  readonly secrets: SecretBox
  /** Called after each commit in a company: wakes up whoever follows. */
  committed(company: string): void
}

const companyEntity = 'company'

export interface Acting {
  readonly company: Id<'company'>
  readonly actor: Actor
}

export interface WorkOptions extends Pick<TransactionOptions, 'readOnly' | 'isolation' | 'keepsPlans'> {
  /** Asked together with what every unit of work begins with, without a wait of its own. */
  together?(tx: Transaction): Promise<unknown>
}

const isSetting = (value: unknown): value is string | boolean | null =>
  typeof value === 'string' || typeof value === 'boolean' || value === null

/** The company's own record, as settings. */
const settingsOf = sharedReading([companyEntity], async (work): Promise<Settings> => {
  const definition = work.installed.catalogue.entities.get(companyEntity)
  if (definition === undefined) return {}
  const table = tableOf(definition)
  const rows = await work.tx.rows<Row>(
    `select ${selectList(table)} from ${table.name} where company_id = $1 and id = $1`,
    [work.company],
  )
  const row = rows[0] === undefined ? {} : readRow(table, rows[0])
  return Object.fromEntries(
    Object.entries(row).filter((entry): entry is [string, string | boolean | null] => isSetting(entry[1])),
  )
})

/**
 * Runs one unit of work: a transaction in a company, by an actor, with the company's settings at hand. Opening the
 * transaction and reading the stamps is one wait; the settings are asked for only if they have changed. Of those that write a few
 * run at once.
 */
export const inWork = <Result>(
  source: WorkSource,
  acting: Acting,
  step: (work: Work) => Promise<Result>,
  options: WorkOptions = {},
): Promise<Result> => {
  const { readOnly, isolation, keepsPlans } = options
  const scope = scopeStatements(source.installed.catalogue, acting)
  const unit = async (tx: Transaction): Promise<Result> => {
    const [stamps] = await Promise.all([readStamps(tx, acting.company), options.together?.(tx)])
    if (options.readOnly !== true) tx.afterCommit(() => source.committed(acting.company))
    const unsettled: Work = {
      tx,
      company: acting.company,
      actor: acting.actor,
      clock: source.clock,
      settings: {},
      stamps,
      installed: source.installed,
      files: companyFiles(source.dataDir, acting.company),
      secrets: source.secrets,
      apart: (inside) => inTransaction(source.apartPool, { company: acting.company }, inside),
      elsewhere: elsewhereOf(source.elsewherePool, acting, (there, inside, more) =>
        inWork({ ...source, pool: source.elsewherePool, writingPool: source.elsewherePool }, there, inside, more),
      ),
    }
    const shaped: Work = { ...unsettled, installed: await installedIn(unsettled) }
    return step({ ...shaped, settings: await settingsOf(shaped) })
  }
  const asked = { readOnly, isolation, keepsPlans, company: acting.company, scope }
  // Questions wait for no one.
  if (readOnly === true) return inTransaction(source.pool, asked, unit)
  return lanesOn(source.writingPool).take(() => inTransaction(source.writingPool, asked, unit))
}
