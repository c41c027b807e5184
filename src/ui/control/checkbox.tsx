import { Icon } from '../icons/icon.tsx'
import './control.css'

export type CheckboxProps = {
  checked: boolean | 'some'
  label: string
  /** Shows the label beside the box instead of only naming it. */
  labelShown?: boolean
  disabled?: boolean
  onChange: (checked: boolean, event: React.MouseEvent | React.ChangeEvent) => void
}

export function Checkbox({ checked, label, labelShown, disabled, onChange }: CheckboxProps): React.JSX.Element {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        className="sr-only"
        checked={checked === true}
        disabled={disabled}
        aria-label={labelShown ? undefined : label}
        ref={(input) => {
          if (input) input.indeterminate = checked === 'some'
        }}
        onChange={(event) => onChange(event.target.checked, event)}
      />
      <span className={checked === false ? 'checkbox-box' : 'checkbox-box is-on'}>
        {checked === false ? null : <Icon name={checked === 'some' ? 'minus' : 'check'} size={12} />}
      </span>
      {labelShown ? <span>{label}</span> : null}
    </label>
  )
}
