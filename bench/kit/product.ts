import { readFileSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseProcesses, startProduct, untilHealthy } from '../../faults/kit/processes.ts'
import { openProduct, prepareFirstStart } from '../../src/app/open-product.ts'
import type { OpenProduct } from '../../src/app/open-product.ts'
import { enterCompany, newCompanyId } from '../../src/kernel/access/companies.ts'
import { readSettings } from '../../src/kernel/database/settings.ts'
import { inTransaction } from '../../src/kernel/database/transaction.ts'
import type { Transaction } from '../../src/kernel/database/transaction.ts'
import { createEntity } from '../../src/kernel/documents/entities.ts'
import { inWork } from '../../src/kernel/http/work.ts'
import type { Work } from '../../src/kernel/posting/work.ts'
import { item } from '../../src/ledgers/dimensions/item.ts'
import { party } from '../../src/ledgers/dimensions/party.ts'
import { createCompany } from '../../src/ledgers/setup/create-company.ts'

const port = Number(process.env['SUANPAN_BENCH_PORT'] ?? 3510)
const password = 'correct horse battery'
const ticksOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // The time of children that ended is counted with their parent, so none is lost.
    return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0)
  } catch {
    return 0
  }
}

/** The processes that one has started; none of one that has ended. */
const childrenOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  } catch {
    return ''
  }
}

/** A process and those it started itself to answer beside it. */
const answering = (pid: number): number[] => [
  pid,
  ...childrenOf(pid)
    .split(' ')
    .filter((one) => one !== '' && readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('help-answering'))
    .map(Number),
]

/** Waits until all processes of the program have read it: until they have worked, and rest. */
const untilRested = async (pid: number): Promise<void> => {
  let [before, isResting] = [0, false]
  while (!isResting) {
    await new Promise((done) => setTimeout(done, 1500))
    const worked = answering(pid).reduce((sum, one) => sum + ticksOf(one), 0)
    isResting = worked - before < 15
    before = worked
  }
}

/**
 * A new installation takes its first backup at once, and restores it into a database of its own to see that it can be: many
 * seconds of a processor once a day and once a week, which would fall into the first workload.
 */
const withoutBackups = (product: OpenProduct): Promise<unknown> =>
  product.database.pool.query(
    `insert into backup_setting (name, settings, updated_at, updated_by)
     values ('installation', '{"enabled": false, "drillEvery": 0}', now(), 'bench')`,
  )

/** A product in a temporary folder, on the embedded PostgreSQL: in this process, and served by one of its own. */
export const openBench = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'suanpan-bench-'))
  // PostgreSQL works as another user, and must be able to reach its folder.
  chmodSync(dataDir, 0o711)
  const settings = readSettings({ DATA_DIR: dataDir, SUANPAN_ADMIN_PASSWORD: password, SUANPAN_DEMO: '0' })
  const product = await openProduct(settings, () => {})
  await prepareFirstStart(product, settings, () => {})
  const { context, database } = product
  const [admin] = await inTransaction(database.pool, { readOnly: true }, (tx) =>
    tx.rows<{ id: string }>(`select id from access."user" where username = 'admin'`),
  )
  await withoutBackups(product)
  const server = startProduct(dataDir, port, password)
  await untilHealthy(port, server)
  await untilRested(server.pid)
  return {
    product,
    /** Milliseconds of a processor that the serving program has used, in all its processes. */
    serverCpu: () => answering(server.pid).reduce((sum, pid) => sum + ticksOf(pid) * 10, 0),
    /** Milliseconds of a processor that PostgreSQL has used. */
    databaseCpu: () => databaseProcesses(dataDir).reduce((sum, pid) => sum + ticksOf(pid) * 10, 0),
    /** A company of its own for a workload, with ten items, a supplier, a customer, and the administrator in it. */
    company: async (code: string) => {
      const id = newCompanyId()
      const acting = { company: id, actor: { id: admin?.id ?? '', name: 'admin', may: () => true } }
      const work = <T>(step: (work: Work) => Promise<T>): Promise<T> => inWork(context, acting, step)
      await work(async (inside) => {
        await createCompany(inside, { code, name: code })
        await enterCompany(inside, { id, code, name: code, zone: 'Asia/Shanghai' }, admin?.id)
      })
      await work(async (inside) => {
        for (let n = 0; n < 10; n += 1)
          await createEntity(inside, item, { code: `I${n}`, name: `商品${n}`, unit: 'PCS', taxRate: 'VAT13' })
        await createEntity(inside, party, { code: 'S1', name: '供应商一', isSupplier: true })
        await createEntity(inside, party, { code: 'C1', name: '客户一', isCustomer: true })
      })
      return {
        id,
        code,
        work,
        /** As the owner of the tables, who may fill what only postings fill otherwise. */
        fill: (step: (tx: Transaction) => Promise<void>) => inTransaction(database.owner, { company: id }, step),
      }
    },
    /** Someone signed in over HTTP, acting in a company. */
    signIn: async (company: string) => {
      const send = async (path: string, cookie: string, body: unknown) => {
        const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify(body),
        })
        if (!reply.ok) throw new Error(`${path} answers ${reply.status}: ${await reply.text()}`)
        return String(reply.headers.get('set-cookie')).split(';')[0] ?? ''
      }
      const cookie = await send('/api/session', '', { username: 'admin', password })
      await send('/api/session/company', cookie, { company })
      return async (path: string, body?: unknown): Promise<unknown> => {
        const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        const text = await reply.text()
        if (!reply.ok) throw new Error(`${path} answers ${reply.status}: ${text.slice(0, 300)}`)
        return JSON.parse(text)
      }
    },
    close: async () => {
      server.child.kill('SIGTERM')
      await server.ended
      await product.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type Bench = Awaited<ReturnType<typeof openBench>>
export type BenchCompany = Awaited<ReturnType<Bench['company']>>
