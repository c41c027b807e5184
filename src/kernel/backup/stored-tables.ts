import { escapeIdentifier } from 'pg'
import type { Client } from 'pg'

/** A table as a backup takes it. */
export interface StoredTable {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
  /** By what its rows are put in order, the same on every server. */
  readonly order: readonly string[]
  /** Whether rows are seen only in their company. */
  readonly byCompany: boolean
}

/** Sessions are not kept: who gets hold of a restored copy is not signed in by it. */
const leftOut = ['access.session', 'access.verification']

/** The tables of the product that the signed-in role owns, with what is needed to copy them whole and in order. */
export const storedTables = async (client: Client): Promise<StoredTable[]> => {
  const { rows } = await client.query<StoredTable>(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "byCompany",
       (select json_agg(a.attname order by a.attname collate "C") from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce((select json_agg(format('%I', a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.place)
        from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary), '[]') as "order"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'access') and pg_get_userbyid(c.relowner) = current_user
       and n.nspname || '.' || c.relname <> all($1)
     order by n.nspname collate "C", c.relname collate "C"`,
    [leftOut],
  )
  return rows
}

export const tablePath = ({ schema, name }: Pick<StoredTable, 'schema' | 'name'>): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`

const columnsOf = (columns: readonly string[]): string => columns.map((name) => escapeIdentifier(name)).join(', ')

/** Writes the rows that are seen, in the order of their key, as PostgreSQL's own text. */
export const copyOutText = (table: StoredTable): string => {
  const order = table.order.length === 0 ? '' : ` order by ${table.order.join(', ')}`
  return `copy (select ${columnsOf(table.columns)} from ${tablePath(table)}${order}) to stdout`
}

export const copyInText = (table: Pick<StoredTable, 'schema' | 'name' | 'columns'>): string =>
  `copy ${tablePath(table)} (${columnsOf(table.columns)}) from stdin`

/** What makes values be written the same on every server. */
export const plainOutput = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0; set local lock_timeout = 0`
