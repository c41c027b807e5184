export type TableColumn<Row> = {
  readonly key: string
  readonly label: string
  readonly number?: boolean
  /** Never broken into lines: dates, numbers. */
  readonly short?: boolean
  readonly show: (row: Row) => React.ReactNode
}

/** A table of a few columns that becomes cards where the screen is narrow: each cell carries its own label. */
export function InvoiceTable<Row extends { readonly id: string }>(props: {
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
}): React.JSX.Element {
  const { label, columns, rows } = props
  return (
    <div className="invoice-scroll">
      <table className="invoice-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} className={column.number ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-label={column.label}
                  className={column.number ? 'number' : column.short ? 'is-short' : undefined}
                >
                  {column.show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
