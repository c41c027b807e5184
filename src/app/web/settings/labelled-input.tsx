type LabelledInputProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly problem?: string | undefined
  readonly help?: string
  readonly type?: 'text' | 'password' | 'date' | 'number'
  readonly autoComplete?: string
  readonly placeholder?: string
  /** The id of a list of words to choose from while typing. */
  readonly list?: string
}

/** One line of a settings form: what is asked, the answer, and what is wrong with it. */
export function LabelledInput(props: LabelledInputProps): React.JSX.Element {
  const { label, value, onChange, problem, help, type = 'text', autoComplete = 'off', placeholder, list } = props
  return (
    <label>
      <span>{label}</span>
      <span className="input-box">
        <input
          type={type}
          value={value}
          list={list}
          placeholder={placeholder}
          autoComplete={autoComplete}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      {help === undefined ? null : <small className="muted">{help}</small>}
      {problem === undefined ? null : <small className="is-negative">{problem}</small>}
    </label>
  )
}
