import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { installed } from '../../src/app/product.ts'
import { migrationsFolder } from '../../src/app/places.ts'
import { calendarDate } from '../../src/base/calendar-date.ts'
import { fixedClock } from '../../src/base/clock.ts'
import { enterCompany, newCompanyId } from '../../src/kernel/access/companies.ts'
import { migrateAccess } from '../../src/kernel/access/accounts.ts'
import { migrate } from '../../src/kernel/database/migrate.ts'
import { testDatabase } from '../../src/kernel/database/testing.ts'
import type { AnyDocument, AnyEntity } from '../../src/kernel/definition/record.ts'
import { actOn } from '../../src/kernel/documents/actions.ts'
import { createDocument } from '../../src/kernel/documents/documents.ts'
import type { JsonObject } from '../../src/kernel/documents/draft.ts'
import { createEntity } from '../../src/kernel/documents/entities.ts'
import { openContext } from '../../src/kernel/http/open-context.ts'
import { inWork } from '../../src/kernel/http/work.ts'
import type { Work } from '../../src/kernel/posting/work.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { createCompany } from '../../src/ledgers/setup/create-company.ts'
import { testingPlace } from '../../src/kernel/database/testing-place.ts'

const database = await testDatabase({ migrated: true })
await migrate(database.owner, migrationsFolder, () => {})
await migrateAccess(database.owner)

/**
 * A company in the product as it is served, with its pools and its follow-ups and without HTTP: one item, a supplier, a
 * customer. `wait` does what follows commits, to its end.
 */
export const openCompany = async (code: string) => {
  const dataDir = mkdtempSync(join(testingPlace(), 'suanpan-faults-'))
  const failures: string[] = []
  const context = openContext({
    pool: database.pool,
    installed,
    clock: fixedClock(calendarDate('2026-01-31')),
    dataDir,
    version: 'test',
    log: (line) => void failures.push(line),
    createCompany: (work) => createCompany(work, { code, name: code }),
  })
  afterAll(async () => {
    await context.close()
    rmSync(dataDir, { recursive: true })
  })
  const company = newCompanyId()
  const acting = { company, actor: { id: 'tester', name: '测试', may: () => true } }
  const work = <T>(step: (work: Work) => Promise<T>): Promise<T> => inWork(context, acting, step)
  await work(async (inside) => {
    await createCompany(inside, { code, name: code })
    await enterCompany(inside, { id: company, code, name: code, zone: 'Asia/Shanghai' }, undefined)
  })
  const entity = (definition: AnyEntity, input: JsonObject) => work((inside) => createEntity(inside, definition, input))
  await entity(item, { code: 'A', name: '商品甲', unit: 'PCS', taxRate: 'VAT13' })
  await entity(party, { code: 'S1', name: '供应商一', isSupplier: true, paymentDays: 30 })
  await entity(party, { code: 'C1', name: '客户一', isCustomer: true, paymentDays: 30 })
  return {
    entity,
    post: (definition: AnyDocument, input: JsonObject) =>
      work(async (inside) => actOn(inside, definition, await createDocument(inside, definition, input), 'post', {})),
    rows: <Row>(sql: string) => work((inside) => inside.tx.rows<Row>(sql, [company])),
    wait: () => context.followUps.settle(company),
    /** Everything that went wrong behind the scenes. */
    failures: (): readonly string[] => failures,
    /** What the checks of the books find wrong. */
    unsound: () =>
      work(async (inside) => {
        const found: string[] = []
        for (const check of installed.bookChecks)
          found.push(...(await check.violations(inside)).map((violation) => `${check.name}: ${violation}`))
        return found
      }),
  }
}

export type Company = Awaited<ReturnType<typeof openCompany>>
