import { useState } from 'react'

type NumberProps = {
  label: string
  value: number
  step?: number
  disabled?: boolean
  onChange: (value: number) => void
}

/** A length or a count. What is being typed stays as it is until it is a number. */
export function NumberInput({ label, value, step = 0.5, disabled, onChange }: NumberProps): React.JSX.Element {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label className="pdesign-property">
      <span>{label}</span>
      <span className="input-box">
        <input
          type="number"
          step={step}
          disabled={disabled}
          value={typed ?? String(value)}
          onChange={(event) => {
            setTyped(event.target.value)
            const number = event.target.valueAsNumber
            if (Number.isFinite(number)) onChange(number)
          }}
          onBlur={() => setTyped(null)}
        />
      </span>
    </label>
  )
}

type TextProps = {
  label: string
  value: string
  placeholder?: string
  tall?: boolean
  disabled?: boolean
  onChange: (value: string) => void
}

export function TextInput({ label, value, placeholder, tall, disabled, onChange }: TextProps): React.JSX.Element {
  return (
    <label className="pdesign-property is-wide">
      <span>{label}</span>
      <span className={tall ? 'input-box is-tall' : 'input-box'}>
        {tall ? (
          <textarea
            rows={3}
            value={value}
            placeholder={placeholder}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            value={value}
            placeholder={placeholder}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </span>
    </label>
  )
}

type SelectProps<Value extends string> = {
  label: string
  value: Value
  options: readonly { readonly value: Value; readonly label: string }[]
  disabled?: boolean
  onChange: (value: Value) => void
}

export function SelectInput<Value extends string>(props: SelectProps<Value>): React.JSX.Element {
  return (
    <label className="pdesign-property is-wide">
      <span>{props.label}</span>
      <span className="input-box">
        <select
          value={props.value}
          disabled={props.disabled}
          onChange={(event) => {
            const found = props.options.find((option) => option.value === event.target.value)
            if (found !== undefined) props.onChange(found.value)
          }}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </label>
  )
}
