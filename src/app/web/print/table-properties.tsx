import type { TableColumn, TableElement } from '../../../kernel/print/template/layout.ts'
import type { PrintName } from '../../../kernel/print/template/print-data.ts'
import { Button, IconButton } from '../../../ui/control/button.tsx'
import { Checkbox } from '../../../ui/control/checkbox.tsx'
import { currentLanguage, t } from '../../../ui/language.ts'
import { newColumn } from './layout-draft.ts'
import { NumberInput, SelectInput } from './property-inputs.tsx'

type Props = {
  table: TableElement
  names: readonly PrintName[]
  tables: readonly { readonly name: string; readonly label: string }[]
  disabled: boolean
  onChange: (table: TableElement) => void
}

const rowChoices = ['0', '5', '8', '10', '12', '24'] as const

/** The columns of a table and how its rows fill the page. */
export function TableProperties({ table, names, tables, disabled, onChange }: Props): React.JSX.Element {
  const own = names.filter((name) => name.table === table.table)
  const labelOf = (name: PrintName): string => (currentLanguage() === 'en' ? name.english : name.label)
  const put = (at: number, column: TableColumn): void => onChange({ ...table, columns: table.columns.with(at, column) })
  const swap = (at: number, by: -1 | 1): void => {
    const [one, other] = [table.columns[at], table.columns[at + by]]
    if (one === undefined || other === undefined) return
    onChange({ ...table, columns: table.columns.with(at, other).with(at + by, one) })
  }
  const flags = ['fill', 'grow', 'pageTotals', 'totals', 'ruled'] as const
  return (
    <>
      <SelectInput
        label={t('print.linesOf')}
        value={table.table}
        disabled={disabled}
        options={tables.map(({ name, label }) => ({ value: name, label }))}
        onChange={(name) =>
          onChange({
            ...table,
            table: name,
            columns: names
              .filter((one) => one.table === name)
              .slice(0, 6)
              .map(newColumn),
          })
        }
      />
      <SelectInput
        label={t('print.rows')}
        value={String(table.rows)}
        disabled={disabled}
        options={[...new Set([...rowChoices, String(table.rows)])].map((rows) => ({
          value: rows,
          label: rows === '0' ? t('print.rowsFit') : rows,
        }))}
        onChange={(rows) => onChange({ ...table, rows: Number(rows) })}
      />
      <NumberInput
        label={t('print.headHeight')}
        value={table.headHeight}
        disabled={disabled}
        onChange={(headHeight) => onChange({ ...table, headHeight })}
      />
      <NumberInput
        label={t('print.rowHeight')}
        value={table.rowHeight}
        disabled={disabled}
        onChange={(rowHeight) => onChange({ ...table, rowHeight })}
      />
      <NumberInput
        label={t('print.size')}
        value={table.size}
        disabled={disabled}
        onChange={(size) => onChange({ ...table, size })}
      />
      <div className="pdesign-flags">
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`print.table.${flag}`)}
            labelShown
            disabled={disabled}
            checked={table[flag]}
            onChange={(checked) => onChange({ ...table, [flag]: checked })}
          />
        ))}
      </div>
      <h3>{t('print.columns')}</h3>
      <ol className="pdesign-columns">
        {table.columns.map((column, at) => (
          <li key={`${column.path} ${String(at)}`}>
            <span className="input-box">
              <input
                aria-label={t('print.columnLabel')}
                value={column.label}
                disabled={disabled}
                onChange={(event) => put(at, { ...column, label: event.target.value })}
              />
            </span>
            <span className="input-box pdesign-narrow">
              <input
                type="number"
                aria-label={t('print.columnWidth')}
                value={column.width}
                disabled={disabled}
                onChange={(event) => {
                  const width = event.target.valueAsNumber
                  if (Number.isFinite(width)) put(at, { ...column, width })
                }}
              />
            </span>
            <Checkbox
              label={t('print.columnTotal')}
              checked={column.total}
              disabled={disabled}
              onChange={(total) => put(at, { ...column, total })}
            />
            <IconButton icon="chevronUp" label={t('print.columnUp')} onClick={() => swap(at, -1)} />
            <IconButton icon="chevronDown" label={t('print.columnDown')} onClick={() => swap(at, 1)} />
            <IconButton
              icon="trash"
              label={t('print.columnRemove')}
              onClick={() => onChange({ ...table, columns: table.columns.filter((_one, place) => place !== at) })}
            />
          </li>
        ))}
      </ol>
      <span className="input-box">
        <select
          aria-label={t('print.addColumn')}
          value=""
          disabled={disabled}
          onChange={(event) => {
            const found = own.find((name) => name.path === event.target.value)
            if (found !== undefined) onChange({ ...table, columns: [...table.columns, newColumn(found)] })
          }}
        >
          <option value="">{t('print.addColumn')}</option>
          {own.map((name) => (
            <option key={name.path} value={name.path}>
              {labelOf(name)}
            </option>
          ))}
        </select>
      </span>
      <Button look="text" disabled={disabled} onClick={() => onChange(evened(table))}>
        {t('print.evenColumns')}
      </Button>
    </>
  )
}

/** Columns that together are as wide as their table. */
function evened(table: TableElement): TableElement {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0) || 1
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      width: Math.round((column.width / whole) * table.width * 10) / 10,
    })),
  }
}
