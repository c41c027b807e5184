import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/kernel/database/embedded-postgres.ts'
import { createDatabase, createRoles, ownerRole, applicationRole } from '../src/kernel/database/database.ts'
import { createPool } from '../src/kernel/database/pool.ts'
import { migrate } from '../src/kernel/database/migrate.ts'
import { installed } from '../src/app/product.ts'
import { buildDemo, usualPace } from '../src/app/demo/build-demo.ts'
import { countWaits } from '../src/kernel/database/transaction.ts'
import { newId } from '../src/base/id.ts'
import { rmSync } from 'node:fs'
rmSync('/tmp/demoprof', { recursive: true, force: true })
const server = await startEmbeddedPostgres({ dataDir: '/tmp/demoprof', log: () => {}, settings: { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track_planning': 'on', ...JSON.parse(process.argv[3] ?? '{}') } })
await createRoles(server.connection); await createDatabase(server.connection, 'suanpan')
const c = { ...server.connection, database: 'suanpan' }
const su = new Client(c); await su.connect(); await su.query('create extension pg_stat_statements')
const owner = createPool({ ...c, user: ownerRole, max: 2 })
const pool = createPool({ ...c, user: applicationRole, max: 8 })
await migrate(owner, '/work/wt/demo/migrations', () => {})
await su.query('select pg_stat_statements_reset()')
const began = performance.now(), cpu = process.cpuUsage(), w = countWaits()
const n = await buildDemo({ pool, apartPool: pool, installed }, newId(), { today: '2026-03-18' as never, months: Number(process.argv[2] ?? 4), analyze: () => owner.query('analyze'), log: () => {} })
const used = process.cpuUsage(cpu)
const s = (performance.now() - began) / 1000
console.log({ n, s, perDoc: s / n * 1000, node: (used.user + used.system) / 1e6, waits: (countWaits() - w) / n })
for (const q of [`select count(*), state from sales_order group by 2`, `select substr(date::text,1,7) m, sum(total_net) from sales_delivery where state=$$posted$$ group by 1 order by 1`, `select a.code, a.name, sum(debit-credit) b from general_entry e join account a on a.id=e.account_id group by 1,2 order by 1`, `select kind, sum(open), count(*), sum(open) filter (where due_on < $$2026-03-18$$) overdue from party_item where open<>0 group by 1`, `select document_type, count(*) from posting group by 1 order by 2 desc`]) console.table((await su.query(q)).rows)
const r = await su.query(`select calls, round((total_exec_time+total_plan_time)::numeric,0) as ms, round(total_plan_time::numeric,0) as plan, plans, round(((total_exec_time+total_plan_time)/greatest(calls,1))::numeric,3) as each, rows, left(regexp_replace(query,'\\s+',' ','g'),150) as q from pg_stat_statements order by 2 desc limit 30`)
const t = await su.query(`select round(sum(total_exec_time)::numeric) as exec, round(sum(total_plan_time)::numeric) as plan, sum(calls) as calls from pg_stat_statements`)
console.log(t.rows[0]); for (const x of r.rows) console.log(String(x.ms).padStart(6), String(x.plan).padStart(5), String(x.calls).padStart(6), x.each, x.q)
await su.end(); await pool.end(); await owner.end(); await server.stop()
