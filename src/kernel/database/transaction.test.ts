import { expect, test } from 'vitest'
import { inTransaction, transactionPrelude, type Transaction } from './transaction.ts'
import { countWaits, sqlState } from './wire.ts'
import { testDatabase } from './testing.ts'

const { pool, owner } = await testDatabase({ poolSize: 60 })

await owner.query(`
  create table pot (company_id text not null, id int not null, amount numeric(20, 2) not null, day date, at timestamptz,
    primary key (company_id, id));
  alter table pot enable row level security;
  alter table pot force row level security;
  create policy company on pot using (company_id = (select current_setting('suanpan.company', true)));
  grant select, insert, update, delete on pot to suanpan_app`)

const company = 'A'
let last = 0
function newId(): number {
  last += 1
  return last
}

async function amountOf(id: number): Promise<string | undefined> {
  return await inTransaction(pool, { company, readOnly: true }, async (tx) => {
    const { rows } = await tx.query<{ amount: string }>('select amount from pot where id = $1', [id])
    return rows[0]?.amount
  })
}

test('commits, and sees only the rows of its company', async () => {
  const id = newId()
  await inTransaction(pool, { company }, async (tx) => {
    expect(tx.company).toBe(company)
    tx.send('insert into pot values ($1, $2, 1.10)', [company, id])
  })
  expect(await amountOf(id)).toBe('1.10')
  const seen = await inTransaction(pool, { company: "B'; drop table pot; --" }, (tx) => tx.query('select * from pot'))
  expect(seen.rows).toEqual([])
  const none = await inTransaction(pool, {}, (tx) => tx.query('select * from pot'))
  expect(none.rows).toEqual([])
  const foreign = inTransaction(pool, { company: 'B' }, (tx) =>
    tx.query('insert into pot values ($1, $2, 1)', [company, newId()]),
  )
  await expect(foreign).rejects.toThrow(/row-level security/)
})

test('works as a role that owns nothing and cannot bypass row-level security', async () => {
  const { rows } = await pool.query(
    `select current_user::text as name, rolsuper, rolbypassrls,
            (select count(*)::int from pg_class where relowner = r.oid) as owns
     from pg_roles r where rolname = current_user`,
  )
  expect(rows).toEqual([{ name: 'suanpan_app', rolsuper: false, rolbypassrls: false, owns: 0 }])
})

test('decimals, whole numbers and dates come back as strings, moments as Date', async () => {
  const { rows } = await pool.query(
    `select 12345678901234567.89::numeric as n, 9007199254740993::int8 as b, '2026-02-28'::date as d,
            array[0.1::numeric] as ns, array['2026-02-28'::date] as ds, array[9007199254740993::int8] as bs,
            '2026-02-28T01:02:03.004Z'::timestamptz as at, 7::int4 as i`,
  )
  expect(rows).toEqual([
    {
      n: '12345678901234567.89',
      b: '9007199254740993',
      d: '2026-02-28',
      ns: ['0.1'],
      ds: ['2026-02-28'],
      bs: ['9007199254740993'],
      at: new Date('2026-02-28T01:02:03.004Z'),
      i: 7,
    },
  ])
})

test('statements sent together are one wait, and commit joins the last ones', async () => {
  const before = countWaits()
  await inTransaction(pool, { company }, async (tx) => {
    const [one, two] = await Promise.all([tx.query('select 1 as n'), tx.query('select 2 as n')])
    expect([one.rows, two.rows]).toEqual([[{ n: 1 }], [{ n: 2 }]])
    expect(tx.waits, 'begin, company and both questions').toBe(1)
    await tx.query('select 3')
    expect(tx.waits).toBe(2)
    tx.send('insert into pot values ($1, $2, 1)', [company, newId()])
    tx.send('insert into pot values ($1, $2, 1)', [company, newId()])
  })
  expect(countWaits() - before, 'both inserts and commit').toBe(3)
})

test('an error rolls back and is thrown on, the first one when several fail', async () => {
  const id = newId()
  const work = inTransaction(pool, { company }, async (tx) => {
    tx.send('insert into pot values ($1, $2, 1)', [company, id])
    tx.send('insert into pot values ($1, $2, 1)', [company, id])
    await tx.query('select 1')
  })
  const error: unknown = await work.catch((reason: unknown) => reason)
  expect(sqlState(error)).toBe('23505')
  expect(await amountOf(id)).toBeUndefined()
})

test('what is asked again over the same connection is read as it was described', async () => {
  const id = newId()
  await inTransaction(pool, { company }, async (tx) => {
    tx.send('insert into pot values ($1, $2, 2.50, $3)', [company, id, '2026-02-28'])
    // Rows of what is only sent are nobody's.
    tx.send('select amount from pot where id = $1 for update', [id])
    for (let n = 0; n < 3; n += 1) {
      const rows = await tx.rows<{ amount: string; day: string }>('select amount, day from pot where id = $1', [id])
      expect(rows).toEqual([{ amount: '2.50', day: '2026-02-28' }])
    }
  })
})

test('what goes together with a failing statement fails by its fault, and the connection still knows what it has read', async () => {
  const ask = (tx: Transaction) => tx.rows('select 1 as one from pot where id = $1 and amount > 41', [newId()])
  await expect(
    inTransaction(pool, { company }, async (tx) => {
      tx.send('insert into pot values ($1, $2, 1 / ($3::int))', [company, newId(), 0])
      await expect(ask(tx)).rejects.toSatisfy((error) => sqlState(error) === '22012')
    }),
  ).rejects.toThrow(/division by zero/)
  expect(await inTransaction(pool, { company }, ask)).toEqual([])
})

test('what is kept back is there for whoever asks for its table, and at the commit', async () => {
  const [asked, kept] = [newId(), newId()]
  await inTransaction(pool, { company }, async (tx) => {
    const hold = (id: number) =>
      tx.holdBack(['pot'], () => tx.send('insert into pot values ($1, $2, 3)', [company, id]))
    hold(asked)
    expect(await tx.rows('select id from pot where id = $1', [asked])).toEqual([{ id: asked }])
    hold(kept)
  })
  expect(await amountOf(kept)).toBe('3.00')
})

test('a failed write that nobody awaited fails the commit', async () => {
  const id = newId()
  const work = inTransaction(pool, { company }, async (tx) => {
    await tx.query('insert into pot values ($1, $2, 1)', [company, id])
    tx.send('insert into pot values ($1, $2, $3)', [company, newId(), 'no number'])
  })
  await expect(work).rejects.toThrow(/invalid input syntax/)
  expect(await amountOf(id)).toBeUndefined()
})

test('a value that cannot be written fails the transaction too', async () => {
  const id = newId()
  const circle: Record<string, unknown> = {}
  circle['self'] = circle
  const work = inTransaction(pool, { company }, async (tx) => {
    tx.send('insert into pot values ($1, $2, 1)', [company, id])
    tx.send('select $1::jsonb', [circle])
  })
  await expect(work).rejects.toThrow(/circular/)
  expect(await amountOf(id)).toBeUndefined()
  expect((await pool.query('select 1 as fine')).rows).toEqual([{ fine: 1 }])
})

test('what fails in the work itself rolls back', async () => {
  const id = newId()
  const work = inTransaction(pool, { company }, async (tx) => {
    await tx.query('insert into pot values ($1, $2, 1)', [company, id])
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await amountOf(id)).toBeUndefined()
})

test('deadlocks are tried again and not seen', async () => {
  const [a, b] = [newId(), newId()]
  await inTransaction(pool, { company }, async (tx) => {
    tx.send('insert into pot values ($1, $2, 0), ($1, $3, 0)', [company, a, b])
  })
  let tries = 0
  const add = (first: number, second: number): Promise<void> =>
    inTransaction(pool, { company }, async (tx) => {
      tries += 1
      await tx.query('update pot set amount = amount + 1 where id = $1', [first])
      await tx.query('select pg_sleep(0.05)')
      await tx.query('update pot set amount = amount + 1 where id = $1', [second])
    })
  await Promise.all([add(a, b), add(b, a)])
  expect(tries).toBeGreaterThan(2)
  expect([await amountOf(a), await amountOf(b)]).toEqual(['2.00', '2.00'])
})

test('serialisation failures are tried again: fifty writers, no update lost', { timeout: 60_000 }, async () => {
  const id = newId()
  await inTransaction(pool, { company }, async (tx) => {
    tx.send('insert into pot values ($1, $2, 0)', [company, id])
  })
  const add = (): Promise<void> =>
    inTransaction(pool, { company }, async (tx) => {
      const { rows } = await tx.query<{ amount: string }>('select amount from pot where id = $1 for update', [id])
      await tx.query('update pot set amount = $2 where id = $1', [id, String(Number(rows[0]?.amount) + 1)])
    })
  await Promise.all(Array.from({ length: 50 }, add))
  expect(await amountOf(id)).toBe('50.00')

  let runs = 0
  const collide = (): Promise<void> =>
    inTransaction(pool, { company, isolation: 'serializable' }, async (tx) => {
      runs += 1
      await tx.query('select sum(amount) from pot')
      await tx.query('update pot set amount = amount + 1 where id = $1', [id])
    })
  await Promise.all([collide(), collide(), collide()])
  expect(runs).toBeGreaterThan(3)
  expect(await amountOf(id)).toBe('53.00')
})

test('gives up after eight attempts', async () => {
  let tries = 0
  const work = inTransaction(pool, { company }, async (tx) => {
    tries += 1
    await tx.query("do $$ begin raise exception 'again' using errcode = '40001'; end $$")
  })
  await expect(work).rejects.toThrow('again')
  expect(tries).toBe(8)
})

test('what is to happen after the commit happens once, and only then', async () => {
  const happened: string[] = []
  let tries = 0
  await inTransaction(pool, { company }, async (tx) => {
    tries += 1
    tx.afterCommit(() => void happened.push('after'))
    if (tries === 1) await tx.query("do $$ begin raise exception 'again' using errcode = '40001'; end $$")
    happened.push('work')
  })
  await new Promise((turn) => setImmediate(turn))
  expect(happened).toEqual(['work', 'after'])
  await inTransaction(pool, { company }, async (tx) => {
    tx.afterCommit(() => void happened.push('never'))
    await tx.query('select 1/0')
  }).catch(() => {})
  await new Promise((turn) => setImmediate(turn))
  expect(happened).toEqual(['work', 'after'])
})

test('a read-only transaction cannot write, and its end is no wait', async () => {
  const work = inTransaction(pool, { company, readOnly: true }, (tx) => tx.query('delete from pot'))
  await expect(work).rejects.toThrow(/read-only/)
  const before = countWaits()
  await inTransaction(pool, { company, readOnly: true }, (tx) => tx.query('select 1'))
  expect(countWaits() - before).toBe(1)
  await inTransaction(pool, { company }, (tx) => tx.query('select 1'))
  expect(countWaits() - before).toBe(3)
})

test('is over when it is over', async () => {
  const kept = await inTransaction(pool, { company }, (tx) => Promise.resolve(tx))
  await expect(kept.query('select 1')).rejects.toThrow(/over/)
})

test('a connection that is cut fails its transaction, and the pool goes on', async () => {
  const work = inTransaction(pool, { company }, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
    await owner.query('select 1')
    await tx.query('select pg_sleep(0.01)')
    await tx.query('select pg_terminate_backend($1)', [rows[0]?.pid ?? 0])
    await tx.query('select 1')
  })
  await expect(work).rejects.toThrow(/terminat/)
  for (let count = 0; count < 5; count += 1) expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('the prelude takes the role and quotes the company', () => {
  expect(transactionPrelude({ company: "o'neil", readOnly: true, isolation: 'repeatable read' }, 'suanpan_app')).toBe(
    "begin isolation level repeatable read read only; set local role suanpan_app; set local suanpan.company = 'o''neil'",
  )
})

test('what must hold is waited for before the commit, and undoes everything where it does not', async () => {
  const id = newId()
  const refused = inTransaction(pool, { company }, (tx) => {
    tx.send('insert into pot values ($1, $2, 0)', [company, id])
    tx.mustHold(tx.rows('select 1').then(() => Promise.reject(new Error('not so'))))
    return Promise.resolve()
  })
  await expect(refused).rejects.toThrow('not so')
  const asked = inTransaction(pool, { company }, async (tx) => {
    tx.mustHold(tx.rows('select 1').then(() => Promise.reject(new Error('not this one'))))
    await expect(tx.held()).rejects.toThrow('not this one')
    await tx.held()
    return 'and on'
  })
  expect(await asked).toBe('and on')
})

test('plans are kept where that is asked for', async () => {
  const modes = await Promise.all(
    [true, false].map((keepsPlans) =>
      inTransaction(pool, { company, keepsPlans }, (tx) =>
        tx.rows<{ mode: string }>(`select current_setting('plan_cache_mode') as mode`),
      ),
    ),
  )
  expect(modes.flat().map((row) => row.mode)).toEqual(['force_generic_plan', 'auto'])
  const turns = await inTransaction(pool, { company, keepsPlans: true }, (tx) =>
    Promise.all(
      [false, true].map((named) => tx.rows(`select current_setting('plan_cache_mode') as mode`, [], { named })),
    ),
  )
  expect(turns.flat()).toEqual([{ mode: 'auto' }, { mode: 'force_generic_plan' }])
})

test('a lock found to be needed out of its order makes the work begin again, and take it in its place', async () => {
  const [first, second] = [newId(), newId()]
  await inTransaction(pool, { company }, async (tx) => {
    tx.send('insert into pot values ($1, $2, 0), ($1, $3, 0)', [company, first, second])
  })
  const hold = 'select id from pot where id = any($1::int[]) order by id for update'
  const both = Promise.withResolvers<void>()
  let held = 0
  const add = (mine: number, other: number) =>
    inTransaction(pool, { company }, async (tx) => {
      await tx.query(hold, [[mine, ...[...tx.needs].map(Number)]])
      held += 1
      if (held === 2) both.resolve()
      // Both hold their own before either asks for the other's: to wait for that would be to wait for each other.
      await both.promise
      const rows = await tx.rows(`${hold} skip locked`, [[other]])
      if (rows.length === 0) tx.beginAgain([String(other)])
      tx.send('update pot set amount = amount + 1 where id = any($1::int[])', [[mine, other]])
    })
  const begun = performance.now()
  await Promise.all([add(first, second), add(second, first)])
  expect(await amountOf(first)).toBe('2.00')
  expect(await amountOf(second)).toBe('2.00')
  expect(performance.now() - begun, 'no deadlock had to be found').toBeLessThan(900)
})

test('a socket that broke is no state of the server', () => {
  const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
  expect(sqlState(broken)).toBeUndefined()
  expect(sqlState(new Error('outer', { cause: Object.assign(new Error('gone'), { code: '57P01' }) }))).toBe('57P01')
})
