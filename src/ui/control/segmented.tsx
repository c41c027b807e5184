import { Icon } from '../icons/icon.tsx'
import type { IconName } from '../icons/paths.ts'
import './control.css'

export type SegmentedProps<Value extends string> = {
  value: Value
  options: readonly { value: Value; label: string; icon?: IconName }[]
  label: string
  onChange: (value: Value) => void
}

/** A few exclusive choices side by side. */
export function Segmented<Value extends string>({
  value,
  options,
  label,
  onChange,
}: SegmentedProps<Value>): React.JSX.Element {
  return (
    <span className="segmented" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          className={option.value === value ? 'is-on' : undefined}
          onClick={() => onChange(option.value)}
        >
          {option.icon ? <Icon name={option.icon} size={14} /> : null}
          {option.label}
        </button>
      ))}
    </span>
  )
}
