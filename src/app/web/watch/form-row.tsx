import type { Issues } from './watch-data.ts'

export type FormRowProps = { label: string; name: string; issues: Issues; children: React.ReactNode }

/** One line of a small form: its label, its input, and what stands against it. */
export function FormRow({ label, name, issues, children }: FormRowProps): React.JSX.Element {
  const issue = Object.entries(issues).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1]
  return (
    <label>
      <span>{label}</span>
      <span className="input-box">{children}</span>
      {issue === undefined ? null : <small className="is-negative">{issue}</small>}
    </label>
  )
}

export type ChoiceProps<Value extends string> = {
  value: Value
  options: readonly { readonly value: Value; readonly label: string }[]
  onChange: (value: Value) => void
}

/** A choice among a few. */
export function Choice<Value extends string>({ value, options, onChange }: ChoiceProps<Value>): React.JSX.Element {
  return (
    <select
      value={value}
      onChange={(event) => {
        const chosen = options.find((one) => one.value === event.target.value)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}
