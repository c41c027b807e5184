import { resolve } from 'node:path'
import { systemClock } from '../base/clock.ts'
import { enterCompany, ensureAdministrator, newCompanyId } from '../kernel/access/companies.ts'
import { openDatabase } from '../kernel/database/database.ts'
import type { Database } from '../kernel/database/database.ts'
import type { Settings } from '../kernel/database/settings.ts'
import { inTransaction } from '../kernel/database/transaction.ts'
import { openContext } from '../kernel/http/open-context.ts'
import type { ContextOptions, OpenContext } from '../kernel/http/open-context.ts'
import { inWork } from '../kernel/http/work.ts'
import { createCompany } from '../ledgers/setup/create-company.ts'
import { migrationsFolder, version } from './places.ts'
import { installed } from './product.ts'
import { upgrade } from './upgrade.ts'

/** The product on its database, ready to serve or to be asked. */
export interface OpenProduct {
  readonly database: Database
  readonly context: OpenContext
  close(): Promise<void>
}

/** Opens the database, unless that was begun already, brings it up to date, and puts the product on it. */
export const openProduct = async (
  settings: Settings,
  log: (line: string) => void,
  opening: Promise<Database> = openDatabase(settings.database, log),
  among: Pick<ContextOptions, 'others' | 'answersOnly'> = {},
): Promise<OpenProduct> => {
  const database = await opening
  try {
    // A process that only answers comes to a database that another one has brought up to date.
    if (among.answersOnly !== true) await upgrade(database, settings, migrationsFolder, log)
  } catch (error) {
    await database.close()
    throw error
  }
  const context = openContext({
    pool: database.pool,
    installed,
    clock: systemClock,
    dataDir: resolve(settings.database.dataDir),
    version,
    log,
    publicUrl: settings.publicUrl,
    secretKey: settings.secretKey,
    backup: { owner: database.owner, migrationsFolder },
    allowPrivateWebhooks: settings.webhooksInside,
    ...among,
    createCompany: (work, input) => {
      const { code, name, ...rest } = input
      return createCompany(work, {
        code: typeof code === 'string' ? code : '',
        name: typeof name === 'string' ? name : '',
        settings: rest,
      })
    },
  })
  return {
    database,
    context,
    close: async () => {
      await context.close()
      await database.close()
    },
  }
}

const companies = (product: OpenProduct) =>
  inTransaction(product.database.pool, { readOnly: true }, (tx) =>
    tx.rows<{ company_id: string }>('select company_id from company_directory'),
  )

/** On first start: the user `admin`, and a company for them to begin in: the demo company, or an empty one. */
export const prepareFirstStart = async (
  product: OpenProduct,
  settings: Pick<Settings, 'adminPassword' | 'demo'>,
  log: (line: string) => void,
): Promise<string | undefined> => {
  const { context } = product
  const administrator = await ensureAdministrator(product.database.pool, context.accounts, settings.adminPassword)
  const isEmpty = (await companies(product)).length === 0
  if (isEmpty && settings.demo === true) {
    const { startDemo } = await import('./demo/start-demo.ts')
    await startDemo(context, product.database.owner, administrator.id, log)
  } else if (isEmpty) {
    const id = newCompanyId()
    await inWork(
      context,
      { company: id, actor: { id: administrator.id, name: '管理员', may: () => true } },
      async (work) => {
        await createCompany(work, { code: 'MAIN', name: '我的公司' })
        await enterCompany(work, { id, code: 'MAIN', name: '我的公司', zone: 'Asia/Shanghai' }, administrator.id)
      },
    )
  }
  return administrator.password
}
