import { t } from '../../../ui/language.ts'

export type Columns = {
  readonly heading: readonly string[]
  readonly mapping: Readonly<Record<string, string>>
  readonly sample: readonly (readonly string[])[]
}

/** Which column is what, of a table that is not known. */
export function ImportMapping(props: {
  readonly columns: Columns
  readonly uses: Readonly<Record<string, string>>
  readonly mapping: Readonly<Record<string, string>>
  readonly onChange: (mapping: Readonly<Record<string, string>>) => void
}): React.JSX.Element {
  const { columns, uses, mapping, onChange } = props
  return (
    <div className="bank-mapping">
      <p className="muted">{t('bank.mapping')}</p>
      <table>
        <thead>
          <tr>
            <th>{t('bank.column')}</th>
            <th>{t('bank.use')}</th>
            <th>{t('bank.sample')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.heading.map((head, index) =>
            head === '' ? null : (
              <tr key={head}>
                <td>{head}</td>
                <td>
                  <select
                    aria-label={head}
                    value={mapping[head] ?? ''}
                    onChange={(event) => onChange({ ...mapping, [head]: event.target.value })}
                  >
                    <option value="">{t('bank.unused')}</option>
                    {Object.entries(uses).map(([use, label]) => (
                      <option key={use} value={use}>
                        {label}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="faint">{columns.sample.map((row) => row[index] ?? '').find((text) => text !== '')}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
