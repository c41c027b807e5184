/**
 * The statement that inserts rows which come as one JSON value, its last parameter, by the names of the table's columns; what all
 * rows share comes first. A value for each column's array costs the database three to five times as much, since it makes a
 * table of every array before it puts them beside each other.
 */
export const insertJsonSql = (table: string, shared: readonly string[], columns: readonly string[]): string =>
  `insert into ${table} (${[...shared, ...columns].join(', ')}) ` +
  `select ${[...shared.map((_, index) => `$${index + 1}`), ...columns.map((column) => `rows.${column}`)].join(', ')} ` +
  `from json_populate_recordset(null::${table}, $${shared.length + 1}::json) as rows`

/** A row by the names of its columns. Decimals and moments write themselves as text; what is null need not be said. */
export const jsonRow = (values: Iterable<readonly [column: string, value: unknown]>): object => {
  const row: Record<string, unknown> = {}
  for (const [column, value] of values) if (value !== null && value !== undefined) row[column] = value
  return row
}
