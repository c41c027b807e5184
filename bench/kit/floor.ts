import { newId } from '../../src/base/id.ts'
import { inTransaction } from '../../src/kernel/database/transaction.ts'
import type { Transaction } from '../../src/kernel/database/transaction.ts'
import type { Bench } from './product.ts'

const tables = `
  create schema if not exists floor;
  grant usage on schema floor to suanpan_app;
  create table floor.item (id integer primary key, quantity numeric(24,6) not null, amount numeric(20,2) not null);
  create table floor.cost (id integer primary key references floor.item, quantity numeric(24,6) not null, amount numeric(20,2) not null);
  create table floor.head (id uuid primary key, number text not null unique, date date not null, party uuid not null);
  create index on floor.head (date);
  create table floor.line (id uuid primary key, head uuid not null references floor.head, item integer not null references floor.item, quantity numeric(24,6) not null, amount numeric(20,2) not null);
  create index on floor.line (head);
  create table floor.stock (id uuid primary key, line uuid not null references floor.line, item integer not null references floor.item, quantity numeric(24,6) not null, amount numeric(20,2) not null);
  create index on floor.stock (item);
  create table floor.voucher (id uuid primary key, head uuid not null references floor.head);
  create table floor.voucher_line (id uuid primary key, voucher uuid not null references floor.voucher, account text not null, debit numeric(20,2) not null, credit numeric(20,2) not null);
  create index on floor.voucher_line (voucher);
  create table floor.open (id uuid primary key, head uuid not null references floor.head, amount numeric(20,2) not null);
  insert into floor.item select n, 0, 0 from generate_series(0, 9999) n;
  insert into floor.cost select n, 0, 0 from generate_series(0, 9999) n;
  grant select, insert, update on all tables in schema floor to suanpan_app;`

/** Makes the tables of the floor: ten thousand items, foreign keys, a unique number, four indexes. */
export const makeFloor = async (bench: Bench): Promise<void> => {
  const { owner } = bench.product.database
  await bench.product.database.owner.query(tables)
  await owner.query('analyze floor.item')
}

let numbers = 0

const postOn = async (tx: Transaction): Promise<void> => {
  const head = newId()
  numbers += 1
  tx.send(`insert into floor.head values ($1, $2, '2026-01-15', $3)`, [head, `F${numbers}`, newId()])
  const items = Array.from({ length: 5 }, () => Math.floor(Math.random() * 10_000)).toSorted((a, b) => a - b)
  for (const item of items) {
    const line = newId()
    tx.send(`insert into floor.line values ($1, $2, $3, 2, 20)`, [line, head, item])
    tx.send(`insert into floor.stock values ($1, $2, $3, 2, 20)`, [newId(), line, item])
    tx.send(`update floor.item set quantity = quantity + 2, amount = amount + 20 where id = $1`, [item])
    tx.send(`update floor.cost set quantity = quantity + 2, amount = amount + 20 where id = $1`, [item])
  }
  const voucher = newId()
  tx.send(`insert into floor.voucher values ($1, $2)`, [voucher, head])
  for (const account of ['1122', '5001', '222101', '5401'])
    tx.send(`insert into floor.voucher_line values ($1, $2, $3, 10, 10)`, [newId(), voucher, account])
  tx.send(`insert into floor.open values ($1, $2, 113)`, [newId(), head])
}

/** The floor: one durable transaction of 27 rows, prepared statements sent together, no business rules. */
export const floorPost = (bench: Bench): Promise<void> => inTransaction(bench.product.database.pool, {}, postOn)
