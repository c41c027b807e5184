type SettingsTableProps = {
  readonly heads: readonly string[]
  /** What adds a row; it stands over the rows' own buttons. */
  readonly action?: React.ReactNode
  readonly about?: string
  /** Said where there are no rows. */
  readonly empty: string
  readonly count: number
  readonly children: React.ReactNode
}

/** A small administrative list: its heads, its rows with their buttons at the end, and what adds one. */
export function SettingsTable({ heads, action, about, empty, count, children }: SettingsTableProps): React.JSX.Element {
  return (
    <div className="page-scroll">
      {about === undefined ? null : <p className="muted settings-about">{about}</p>}
      <div className="settings-table-scroll">
        <table className="settings-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head}>{head}</th>
              ))}
              <th>{action}</th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {count === 0 ? <p className="settings-empty muted">{empty}</p> : null}
    </div>
  )
}
