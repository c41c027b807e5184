import { useCallback, useState } from 'react'
import { Button } from '../control/button.tsx'
import { Checkbox } from '../control/checkbox.tsx'
import { Popover } from '../control/popover.tsx'
import { Icon } from '../icons/icon.tsx'
import { t } from '../language.ts'
import { FilterEditor } from '../list/filter-editor.tsx'
import type { Filter, FilterField } from '../list/filter.ts'
import './report.css'

export type Parameter =
  | {
      readonly key: string
      readonly label: string
      readonly type: 'filter'
      readonly field: FilterField
      readonly filter: Filter | undefined
      readonly text: string
      readonly onApply: (filter: Filter) => void
      readonly width?: number
    }
  | {
      readonly key: string
      readonly label: string
      readonly type: 'switch'
      readonly on: boolean
      readonly onSwitch: (on: boolean) => void
    }

export type ParameterBarProps = {
  parameters: readonly Parameter[]
  today: string
  onRun: () => void
  busy?: boolean
  /** At the end: 表格 / 图与表. */
  children?: React.ReactNode
}

type FilterParameter = Extract<Parameter, { type: 'filter' }>

function ParameterBox({ parameter, today }: { parameter: FilterParameter; today: string }): React.JSX.Element {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        className="parameter"
        style={{ width: parameter.width }}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className="faint">{parameter.label}</span>
        <span className="clip">{parameter.text}</span>
        <Icon name={parameter.field.kind === 'date' ? 'calendar' : 'chevronDown'} size={14} />
      </button>
      <Popover anchor={anchor} open={open} onClose={close} role="dialog" label={parameter.label}>
        <FilterEditor
          field={parameter.field}
          filter={parameter.filter}
          today={today}
          onApply={(filter) => {
            parameter.onApply(filter)
            if (filter.type !== 'any') close()
          }}
        />
      </Popover>
    </>
  )
}

/** What the report is asked: one box a parameter, the switches at the end. */
export function ParameterBar({ parameters, today, onRun, busy, children }: ParameterBarProps): React.JSX.Element {
  return (
    <div className="parameter-bar">
      {parameters.map((parameter) =>
        parameter.type === 'filter' ? <ParameterBox key={parameter.key} parameter={parameter} today={today} /> : null,
      )}
      <Button onClick={onRun} busy={busy}>
        {t('report.run')}
      </Button>
      <span className="grow" />
      {parameters.map((parameter) =>
        parameter.type === 'switch' ? (
          <Checkbox
            key={parameter.key}
            checked={parameter.on}
            label={parameter.label}
            labelShown
            onChange={parameter.onSwitch}
          />
        ) : null,
      )}
      {children}
    </div>
  )
}
