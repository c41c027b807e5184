import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { Client } from 'pg'
import { copyOut } from './copy-stream.ts'
import type { TableSum } from './manifest.ts'
import { copyOutText, plainOutput, storedTables } from './stored-tables.ts'
import type { StoredTable } from './stored-tables.ts'

/** Opens the view of one moment, in which everything is read. */
export const beginSnapshot = async (client: Client): Promise<void> => {
  await client.query('begin isolation level repeatable read read only')
  await client.query(plainOutput)
}

/** The columns to read, by `schema.table`, where not all of them are meant. */
export type ColumnsByTable = ReadonlyMap<string, readonly string[]>

/** Walks all tables, company by company where rows belong to one, within a snapshot; each is read to its end in turn. */
export async function* walkTables(
  client: Client,
  columns: ColumnsByTable = new Map(),
): AsyncGenerator<{ readonly table: StoredTable; readonly company: string | null; readonly content: Readable }> {
  const tables = (await storedTables(client)).map((table) => ({
    ...table,
    columns: columns.get(`${table.schema}.${table.name}`) ?? table.columns,
  }))
  const { rows: companies } = await client.query<{ id: string }>(
    'select company_id as id from public.company_directory order by company_id',
  )
  for (const table of tables.filter((one) => !one.byCompany))
    yield { table, company: null, content: copyOut(client, copyOutText(table)) }
  for (const { id } of companies) {
    await client.query(`select set_config('suanpan.company', $1, true)`, [id])
    for (const table of tables.filter((one) => one.byCompany))
      yield { table, company: id, content: copyOut(client, copyOutText(table)) }
  }
}

/** The hash of every table's rows as they are now. */
export const tableSums = async (client: Client, columns?: ColumnsByTable): Promise<TableSum[]> => {
  await beginSnapshot(client)
  const sums: TableSum[] = []
  for await (const { table, company, content } of walkTables(client, columns)) {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk)
      bytes += chunk.length
    }
    sums.push({ schema: table.schema, name: table.name, company, bytes, sha256: hash.digest('hex') })
  }
  await client.query('commit')
  return sums
}
